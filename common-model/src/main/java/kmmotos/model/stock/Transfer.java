package kmmotos.model.stock;

import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods that a store sent to another store. They are in transit until that store takes them in,
/// which is a fact of its own: a [TransferReceipt].
///
/// @param from the store that sends, not `to`
/// @param lines at least one
public record Transfer(UUID transferId, StoreId from, StoreId to, List<Line> lines) {

    public Transfer {
        lines = List.copyOf(lines);
        check(from, to, lines);
    }

    /// @param quantity more than 0
    public record Line(Sku sku, Quantity quantity) {

        /// More of one item is a slip of the finger, or a barcode in the wrong field.
        public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

        public Line {
            if (!quantity.isPositive() || quantity.compareTo(MAX_QUANTITY) > 0) {
                throw new IllegalArgumentException(
                        "transferred is over 0 and at most " + MAX_QUANTITY + ", was " + quantity);
            }
        }
    }

    public List<StockMovement> movements() {
        return movements(lines, from, Location.STORE, Location.IN_TRANSIT);
    }

    static void check(StoreId from, StoreId to, List<Line> lines) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a transfer needs two stores, was " + from);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a transfer has at least one line");
        }
    }

    static List<StockMovement> movements(
            List<Line> lines, StoreId store, Location from, Location to) {
        return lines.stream()
                .map(line -> new StockMovement(store, line.sku(), line.quantity(), from, to))
                .toList();
    }
}
