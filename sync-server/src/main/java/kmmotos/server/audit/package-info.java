/// The audit log of all shops: read from the tills' facts as they are stored, and proved by their
/// chains of hashes.
@NullMarked
package kmmotos.server.audit;

import org.jspecify.annotations.NullMarked;
