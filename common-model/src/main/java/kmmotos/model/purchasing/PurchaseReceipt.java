package kmmotos.model.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.StoreId;

/// Goods of a purchase order that came into the store: a part of it, all, or more.
///
/// @param orderNumber the order's, for people
/// @param reference the supplier's delivery note, as written; may be empty
/// @param businessDay the day in the store
/// @param approvedBy who let in more than was ordered, if somebody had to be asked
/// @param lines at least one
public record PurchaseReceipt(
        UUID receiptId,
        UUID orderId,
        String orderNumber,
        StoreId store,
        String reference,
        LocalDate businessDay,
        Instant at,
        UUID receivedBy,
        Optional<UUID> approvedBy,
        List<Line> lines) {

    public PurchaseReceipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a receipt of goods has at least one line");
        }
    }

    /// @param quantity the good pieces, which are stock now
    /// @param damaged pieces that were refused: no stock, and still to be delivered
    /// @param cost of one piece, without tax; empty if it was not ordered
    public record Line(Sku sku, Quantity quantity, Quantity damaged, Optional<Money> cost) {

        public Line {
            if (quantity.isNegative() || damaged.isNegative()) {
                throw new IllegalArgumentException(
                        "received is 0 or more, was %s and %s damaged"
                                .formatted(quantity, damaged));
            }
            if (quantity.isZero() && damaged.isZero()) {
                throw new IllegalArgumentException("a line has pieces, good or damaged");
            }
        }

        /// What the good pieces cost.
        public Optional<Money> value() {
            return cost.map(one -> PurchaseReceipt.cost(one, quantity));
        }
    }

    static Money cost(Money ofOne, Quantity quantity) {
        return ofOne.part(quantity.decimal(), BigDecimal.ONE);
    }

    public List<StockMovement> movements() {
        return lines.stream()
                .filter(line -> line.quantity().isPositive())
                .map(line ->
                        new StockMovement(
                                store,
                                line.sku(),
                                line.quantity(),
                                Location.SUPPLIER,
                                Location.STORE))
                .toList();
    }

    /// What the good pieces cost, as far as it is known.
    public Optional<Money> value() {
        return lines.stream().flatMap(line -> line.value().stream()).reduce(Money::plus);
    }
}
