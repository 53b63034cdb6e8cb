package kmmotos.model.purchasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// How far a purchase order has come, from all that was received of it.
///
/// @param came in the order of the SKUs; also of what was not ordered
public record PurchaseProgress(PurchaseOrder order, List<Came> came) {

    public enum State {
        ORDERED,
        PARTLY_RECEIVED,
        RECEIVED,
        /// Head office awaits nothing more.
        CLOSED
    }

    /// @param damaged refused; still to be delivered
    public record Came(Sku sku, Quantity quantity, Quantity damaged) {

        public Came plus(Came more) {
            return new Came(sku, quantity.plus(more.quantity), damaged.plus(more.damaged));
        }
    }

    public PurchaseProgress {
        came = List.copyOf(came);
    }

    public static PurchaseProgress of(PurchaseOrder order) {
        return new PurchaseProgress(order, List.of());
    }

    public Quantity came(Sku sku) {
        return came.stream()
                .filter(one -> one.sku().equals(sku))
                .map(Came::quantity)
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    /// What is still to come; below 0 if more came than was ordered.
    public Quantity left(Sku sku) {
        return order.line(sku)
                .map(PurchaseOrder.Line::quantity)
                .orElse(Quantity.ZERO)
                .minus(came(sku));
    }

    public PurchaseProgress plus(PurchaseReceipt receipt) {
        Map<Sku, Came> sums = new TreeMap<>();
        came.forEach(one -> sums.put(one.sku(), one));
        receipt.lines()
                .forEach(line ->
                        sums.merge(
                                line.sku(),
                                new Came(line.sku(), line.quantity(), line.damaged()),
                                Came::plus));
        return new PurchaseProgress(order, new ArrayList<>(sums.values()));
    }

    /// Of which items of this receipt, already in these sums, more has come than is taken in
    /// without asking.
    public List<Sku> tooMany(PurchaseReceipt receipt) {
        return receipt.lines().stream()
                .filter(line -> line.quantity().isPositive())
                .map(PurchaseReceipt.Line::sku)
                .distinct()
                .filter(sku -> came(sku).compareTo(order.most(sku)) > 0)
                .toList();
    }

    public State state() {
        if (!order.open()) {
            return State.CLOSED;
        }
        boolean allCame = order.lines().stream().noneMatch(line -> left(line.sku()).isPositive());
        if (allCame) {
            return State.RECEIVED;
        }
        boolean someCame = came.stream().anyMatch(one -> one.quantity().isPositive());
        return someCame ? State.PARTLY_RECEIVED : State.ORDERED;
    }

    /// Whether the store still awaits something.
    public boolean isAwaited() {
        return switch (state()) {
            case ORDERED, PARTLY_RECEIVED -> true;
            case RECEIVED, CLOSED -> false;
        };
    }
}
