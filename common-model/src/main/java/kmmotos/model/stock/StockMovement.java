package kmmotos.model.stock;

import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods that went from one location to another: the double entry of stock.
///
/// @param store the store whose stock it touches
/// @param quantity how many, always more than 0; the direction is `from` and `to`
public record StockMovement(StoreId store, Sku sku, Quantity quantity, Location from, Location to) {

    public StockMovement {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("a movement is of more than 0, was " + quantity);
        }
        if (from == to) {
            throw new IllegalArgumentException("a movement needs two locations, was " + from);
        }
    }

    /// A movement into `to` if the quantity is positive, back out of it if it is negative.
    ///
    /// @param quantity not 0
    public static StockMovement signed(
            StoreId store, Sku sku, Quantity quantity, Location from, Location to) {
        return quantity.isNegative()
                ? new StockMovement(store, sku, quantity.negated(), to, from)
                : new StockMovement(store, sku, quantity, from, to);
    }

    /// What this movement adds to the stock at a location; negative where goods left it.
    public Quantity changeAt(Location location) {
        if (location == to) {
            return quantity;
        }
        return location == from ? quantity.negated() : Quantity.ZERO;
    }
}
