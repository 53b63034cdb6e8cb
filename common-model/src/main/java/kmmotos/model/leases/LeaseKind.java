package kmmotos.model.leases;

/// What a till can hold a lease on.
public enum LeaseKind {
    /// A customer's credit; the subject is the customer's id, amounts are minor units.
    CREDIT,
    /// The money on a gift card; the subject is the card's id, amounts are minor units.
    GIFT_CARD,
    /// The uses of a coupon; the subject is its code, amounts are uses.
    COUPON
}
