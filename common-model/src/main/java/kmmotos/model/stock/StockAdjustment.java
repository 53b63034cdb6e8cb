package kmmotos.model.stock;

import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// A correction of stock that somebody answers for: found, lost, broken, used in the shop.
///
/// @param change how much more (or, negative, less) there is; not 0
/// @param approvedBy who allowed it, if it was worth more than whoever told it may decide alone
public record StockAdjustment(
        UUID adjustmentId,
        StoreId store,
        Sku sku,
        Quantity change,
        Reason reason,
        String note,
        Optional<UUID> approvedBy) {

    /// The largest correction that is taken for a fact and not for a slip of the finger.
    public static final Quantity MAX_CHANGE = Quantity.of(99_999);

    public enum Reason {
        FOUND,
        MISSING,
        DAMAGED,
        STORE_USE,
        WRONG_ENTRY;

        /// The ledger's account that what is missing goes to, and what is found comes from.
        public String account() {
            return switch (this) {
                case DAMAGED -> "waste";
                case STORE_USE -> "store_use";
                case FOUND, MISSING, WRONG_ENTRY -> "stock_difference";
            };
        }
    }

    public StockAdjustment {
        if (change.isZero() || change.abs().compareTo(MAX_CHANGE) > 0) {
            throw new IllegalArgumentException(
                    "a correction is not 0 and at most " + MAX_CHANGE + ", was " + change);
        }
    }

    public StockAdjustment(
            UUID adjustmentId,
            StoreId store,
            Sku sku,
            Quantity change,
            Reason reason,
            String note) {
        this(adjustmentId, store, sku, change, reason, note, Optional.empty());
    }

    public StockMovement movement() {
        Location other =
                switch (reason) {
                    case DAMAGED, STORE_USE -> Location.WASTE;
                    case FOUND, MISSING, WRONG_ENTRY -> Location.ADJUST;
                };
        return StockMovement.signed(store, sku, change, other, Location.STORE);
    }
}
