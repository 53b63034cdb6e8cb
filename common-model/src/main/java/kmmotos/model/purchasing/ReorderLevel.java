package kmmotos.model.purchasing;

import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Between which figures head office wants an item in a store.
///
/// @param min at or below this more is proposed; both 0: the sell rate decides again
/// @param max up to this
public record ReorderLevel(StoreId store, Sku sku, Quantity min, Quantity max) {

    public ReorderLevel {
        if (min.isNegative() || max.compareTo(min) < 0) {
            throw new IllegalArgumentException(
                    "min is 0 or more and max not below it, was %s and %s".formatted(min, max));
        }
        if (max.compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
            throw new IllegalArgumentException(
                    "max is at most " + PurchaseOrder.Line.MAX_QUANTITY + ", was " + max);
        }
    }

    public boolean isSet() {
        return max.isPositive();
    }
}
