package kmmotos.model.pricing;

/// Why a unit costs what it does.
public enum PriceReason {
    /// The zone's price for everybody.
    LIST,
    /// A price for this store alone.
    STORE,
    /// A price of the customer's group.
    GROUP,
    /// A price from a certain quantity on.
    TIER,
    /// A price that holds for some days.
    PROMOTION,
    /// A price given by hand or by another document.
    OWN;

    static PriceReason of(Price price) {
        if (price.group().isPresent()) {
            return GROUP;
        }
        if (price.minQuantity().compareTo(kmmotos.model.money.Quantity.ONE) > 0) {
            return TIER;
        }
        if (price.from().isPresent() || price.until().isPresent()) {
            return PROMOTION;
        }
        return price.store().isPresent() ? STORE : LIST;
    }
}
