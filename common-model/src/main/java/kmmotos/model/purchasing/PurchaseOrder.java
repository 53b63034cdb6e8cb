package kmmotos.model.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods that head office ordered from a supplier for a store.
///
/// @param number what is written on the supplier's papers, one for each order
/// @param expected the day on which the goods should come
/// @param tolerancePercent how much more than was ordered the shop takes in without being asked
/// @param lines at least one, each SKU once, all costs in one currency
/// @param open false once head office awaits nothing more of it
public record PurchaseOrder(
        UUID orderId,
        String number,
        StoreId store,
        String supplier,
        Instant orderedAt,
        LocalDate expected,
        int tolerancePercent,
        List<Line> lines,
        boolean open) {

    public static final int MAX_LINES = 500;
    public static final int MAX_NUMBER = 30;
    public static final int MAX_SUPPLIER = 100;

    public PurchaseOrder {
        lines = List.copyOf(lines);
        requireText("number", number, MAX_NUMBER);
        requireText("supplier", supplier, MAX_SUPPLIER);
        if (tolerancePercent < 0 || tolerancePercent > 100) {
            throw new IllegalArgumentException(
                    "the tolerance is 0 to 100 percent, was " + tolerancePercent);
        }
        check(lines);
    }

    /// @param quantity more than 0
    /// @param cost of one piece, without tax; 0 or more
    public record Line(Sku sku, Quantity quantity, Money cost) {

        public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

        public Line {
            if (!quantity.isPositive() || quantity.compareTo(MAX_QUANTITY) > 0) {
                throw new IllegalArgumentException(
                        "ordered is over 0 and at most " + MAX_QUANTITY + ", was " + quantity);
            }
            if (cost.isNegative()) {
                throw new IllegalArgumentException("a cost is 0 or more, was " + cost);
            }
        }
    }

    private static void requireText(String name, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "the %s has 1 to %d characters, was \"%s\"".formatted(name, most, text));
        }
    }

    private static void check(List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException(
                    "an order has 1 to %d lines, had %d".formatted(MAX_LINES, lines.size()));
        }
        Set<Sku> skus = new HashSet<>();
        for (Line line : lines) {
            if (!skus.add(line.sku())) {
                throw new IllegalArgumentException("an order has a SKU once, twice " + line.sku());
            }
            if (!line.cost().currency().equals(lines.getFirst().cost().currency())) {
                throw new IllegalArgumentException("an order has one currency");
            }
        }
    }

    public Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /// The most of an item that is taken in without anybody being asked; 0 of what was not ordered.
    public Quantity most(Sku sku) {
        return line(sku)
                .map(line -> line.quantity().thousandths() * (100 + tolerancePercent) / 100)
                .map(Quantity::new)
                .orElse(Quantity.ZERO);
    }

    /// What all of it costs.
    public Money total() {
        return Money.sum(
                lines.stream()
                        .map(line -> PurchaseReceipt.cost(line.cost(), line.quantity()))
                        .toList(),
                lines.getFirst().cost().currency());
    }

    public PurchaseOrder closed() {
        return new PurchaseOrder(
                orderId,
                number,
                store,
                supplier,
                orderedAt,
                expected,
                tolerancePercent,
                lines,
                false);
    }
}
