/// Ed25519 signatures (RFC 8032), as tills sign what they tell and head office its coupons.
@NullMarked
package kmmotos.model.signatures;

import org.jspecify.annotations.NullMarked;
