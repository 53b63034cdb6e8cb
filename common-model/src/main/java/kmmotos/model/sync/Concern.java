package kmmotos.model.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.stock.StockMovement;

/// What a fact on the work list is about, as people know it: as far as it can be read.
///
/// @param kind the event's type
public record Concern(
        String kind,
        Optional<ReceiptNumber> receipt,
        Optional<Money> amount,
        Optional<Integer> zNumber,
        Optional<UUID> orderId,
        List<Sku> skus) {

    private static final int MAX_SKUS = 20;

    public Concern {
        skus = List.copyOf(skus);
    }

    public static Concern of(JournalEntry entry) {
        if (!(entry.read() instanceof JournalEntry.Reading.Known(Event event))) {
            return new Concern(
                    entry.type(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        return new Concern(
                entry.type(),
                sale(event).map(Sale::receiptNumber),
                amount(event),
                event instanceof Event.ShiftClosed(var closing)
                        ? Optional.of(closing.report().number())
                        : Optional.empty(),
                orderId(event),
                skus(event));
    }

    private static Optional<Sale> sale(Event event) {
        return event instanceof Event.SaleCompleted(Sale sale)
                ? Optional.of(sale)
                : Optional.empty();
    }

    private static Optional<Money> amount(Event event) {
        return switch (event) {
            case Event.ShiftClosed(var closing) -> Optional.of(closing.report().totals().takings());
            case Event.CashMoved(var movement) -> Optional.of(movement.amount());
            default -> sale(event).map(Sale::total);
        };
    }

    private static Optional<UUID> orderId(Event event) {
        return switch (event) {
            case Event.OrderPicked picked -> Optional.of(picked.orderId());
            case Event.OrderReady ready -> Optional.of(ready.orderId());
            case Event.OrderRefused refused -> Optional.of(refused.orderId());
            case Event.CounterOrderPlaced(var order) -> Optional.of(order.orderId());
            case Event.CounterOrderMoved moved -> Optional.of(moved.orderId());
            default -> sale(event).flatMap(Sale::orderId);
        };
    }

    private static List<Sku> skus(Event event) {
        return event.movements().stream()
                .map(StockMovement::sku)
                .distinct()
                .limit(MAX_SKUS)
                .toList();
    }
}
