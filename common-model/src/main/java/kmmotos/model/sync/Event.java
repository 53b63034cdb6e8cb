package kmmotos.model.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.StoreId;

/// A fact from a till's journal. Facts are never refused; see [EventType] for their names and
/// versions on the wire.
public sealed interface Event {

    record SaleCompleted(Sale sale) implements Event {}

    /// A card payment is about to be asked of the terminal.
    record PaymentIntended(PaymentIntent intent) implements Event {}

    /// A card payment that did not come about: declined, given up, or found not taken after a
    /// crash.
    record PaymentAbandoned(UUID intentId, String why) implements Event {}

    record ShiftOpened(ShiftOpening opening) implements Event {}

    record ShiftClosed(ShiftClosing closing) implements Event {}

    record StockReceived(StockReceipt receipt) implements Event {}

    record StockAdjusted(StockAdjustment adjustment) implements Event {}

    record LineVoided(VoidedLine line) implements Event {}

    /// The store has put an order's goods aside: its reservation is firm.
    record OrderPicked(UUID orderId, StoreId store, Instant at, UUID staffId) implements Event {}

    /// An order waits for its customer on a shelf.
    record OrderReady(UUID orderId, StoreId store, Instant at, String shelf) implements Event {}

    /// The store cannot fulfil an order.
    record OrderRefused(UUID orderId, StoreId store, Instant at, String why) implements Event {}

    /// The goods this fact moved.
    default List<StockMovement> movements() {
        return switch (this) {
            case SaleCompleted(Sale sale) -> sale.movements();
            case StockReceived(StockReceipt receipt) -> receipt.movements();
            case StockAdjusted(StockAdjustment adjustment) -> List.of(adjustment.movement());
            case PaymentIntended _,
                    PaymentAbandoned _,
                    ShiftOpened _,
                    ShiftClosed _,
                    LineVoided _,
                    OrderPicked _,
                    OrderReady _,
                    OrderRefused _ ->
                    List.of();
        };
    }
}
