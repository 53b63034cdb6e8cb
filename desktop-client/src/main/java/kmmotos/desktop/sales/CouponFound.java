package kmmotos.desktop.sales;

import kmmotos.model.pricing.Coupon;
import kmmotos.model.stores.StoreId;

/// What a typed or scanned coupon turned out to be, before its terms are looked at.
public sealed interface CouponFound {
    /// @param usesSoFar as far as this till knows
    record Known(Coupon coupon, int usesSoFar) implements CouponFound {}

    /// Meant to be a signed coupon, but not all of it was read.
    record Damaged() implements CouponFound {}

    /// Head office did not sign this.
    record Forged() implements CouponFound {}

    /// Signed with a key that this till has not heard of.
    record UnknownKey() implements CouponFound {}

    /// Head office takes nothing any more that was signed with that key.
    record Withdrawn() implements CouponFound {}

    record OtherShop(StoreId shop) implements CouponFound {}

    /// The number of a signed coupon, and nobody can be asked whether there is one.
    record NumberOnly(String code) implements CouponFound {}
}
