package kmmotos.model.stock;

import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods taken in from a supplier.
///
/// @param reference the supplier's delivery note, as written; may be empty
public record StockReceipt(UUID receiptId, StoreId store, String reference, List<Line> lines) {

    public StockReceipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a receipt of goods has at least one line");
        }
    }

    /// @param quantity more than 0
    public record Line(Sku sku, Quantity quantity) {

        public Line {
            if (!quantity.isPositive()) {
                throw new IllegalArgumentException("received must be over 0, was " + quantity);
            }
        }
    }

    public List<StockMovement> movements() {
        return lines.stream()
                .map(line ->
                        new StockMovement(
                                store,
                                line.sku(),
                                line.quantity(),
                                Location.SUPPLIER,
                                Location.STORE))
                .toList();
    }
}
