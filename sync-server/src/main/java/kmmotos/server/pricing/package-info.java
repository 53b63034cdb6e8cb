/// Prices, tax rules and coupons: published to the tills, and applied to the online shop's carts by
/// the same engine.
@NullMarked
package kmmotos.server.pricing;

import org.jspecify.annotations.NullMarked;
