package kmmotos.model.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.StoreId;

/// Goods that a store gave back to a supplier, who is to credit them.
///
/// @param reference a delivery note, order or claim, as written; may be empty
/// @param businessDay the day in the store
/// @param lines at least one, each SKU once
public record SupplierReturn(
        UUID returnId,
        StoreId store,
        String supplier,
        Reason reason,
        String reference,
        LocalDate businessDay,
        Instant at,
        UUID returnedBy,
        List<Line> lines) {

    public static final int MAX_REFERENCE = 60;

    public enum Reason {
        DAMAGED,
        WRONG_ITEM,
        TOO_MANY,
        WARRANTY,
        UNSOLD
    }

    public SupplierReturn {
        lines = List.copyOf(lines);
        if (supplier.isBlank() || supplier.length() > PurchaseOrder.MAX_SUPPLIER) {
            throw new IllegalArgumentException(
                    "the supplier has 1 to %d characters, was \"%s\""
                            .formatted(PurchaseOrder.MAX_SUPPLIER, supplier));
        }
        if (lines.isEmpty() || lines.size() > PurchaseOrder.MAX_LINES) {
            throw new IllegalArgumentException(
                    "a return has 1 to %d lines, had %d"
                            .formatted(PurchaseOrder.MAX_LINES, lines.size()));
        }
        Set<Sku> skus = new HashSet<>();
        lines.forEach(line -> {
            if (!skus.add(line.sku())) {
                throw new IllegalArgumentException("a return has a SKU once, twice " + line.sku());
            }
        });
    }

    /// @param quantity more than 0
    public record Line(Sku sku, Quantity quantity) {

        public Line {
            if (!quantity.isPositive() || quantity.compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
                throw new IllegalArgumentException(
                        "given back is over 0 and at most %s, was %s"
                                .formatted(PurchaseOrder.Line.MAX_QUANTITY, quantity));
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
                                Location.STORE,
                                Location.SUPPLIER))
                .toList();
    }
}
