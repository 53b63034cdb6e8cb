package kmmotos.model.stock;

/// Where goods are, from a store's point of view. Over all locations the stock of each SKU sums up
/// to 0.
public enum Location {
    STORE,
    CUSTOMER,
    SUPPLIER,
    IN_TRANSIT,
    WASTE,
    ADJUST
}
