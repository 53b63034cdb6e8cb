package kmmotos.model.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.leases.Lease;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.OrderStep;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.Bins;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stock.TransferRequest;
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

    /// A drawer was opened without a sale.
    record CashMoved(CashMovement movement) implements Event {}

    /// A customer was made or changed at this till.
    ///
    /// @param customer all of it after the change, with the moments of each part
    record CustomerChanged(Customer customer, UUID staffId) implements Event {}

    record StockReceived(StockReceipt receipt) implements Event {}

    /// Goods of a purchase order came.
    record PurchaseReceived(PurchaseReceipt receipt) implements Event {}

    /// A store would like to get goods.
    record ReorderProposed(ReorderProposal proposal) implements Event {}

    /// Goods went back to a supplier.
    record SupplierReturned(SupplierReturn goods) implements Event {}

    record StockAdjusted(StockAdjustment adjustment) implements Event {}

    /// Counted goods; see [StockCount] for what a count means.
    record StockCounted(StockCount count) implements Event {}

    /// Goods left for another store.
    record TransferSent(Transfer transfer) implements Event {}

    /// Goods from another store arrived.
    record TransferReceived(TransferReceipt receipt) implements Event {}

    /// A store asks another for goods.
    record TransferRequested(TransferRequest request) implements Event {}

    /// Pieces are kept for the online shop.
    record StockSetAside(SetAside setAside) implements Event {}

    /// An item lies somewhere else now.
    record BinsChosen(Bins bins) implements Event {}

    record LineVoided(VoidedLine line) implements Event {}

    /// Somebody did something at the till that no other fact tells of.
    record DeskNoted(AuditNote note) implements Event {}

    /// A customer was offered goods in writing.
    record QuoteMade(Quote quote) implements Event {}

    /// A customer ordered goods at a counter.
    record CounterOrderPlaced(CounterOrder order) implements Event {}

    /// An order of a counter went on, or was cancelled. That it was handed over its sale tells.
    record CounterOrderMoved(UUID orderId, StoreId store, UUID staffId, CounterOrderState next)
            implements Event {}

    /// A customer agreed to get a mail.
    record MailAsked(MailRequest mail) implements Event {}

    /// A customer wanted something and did not get it.
    record SaleLost(LostSale lost) implements Event {}

    /// Facts of one of this till's journals that the server has lost since it had them, set back to
    /// an old backup, and that the till does not keep any more: people have to find them elsewhere.
    record FactsMissing(UUID incarnation, long fromSeq, long toSeq) implements Event {}

    /// What the till showed was not what the server would have told it, although both stood at the
    /// same place; it takes a snapshot. People look for the reason.
    ///
    /// @param types the types of policy that differed, such as `stock_level`
    record StateDiffered(List<String> types) implements Event {

        public StateDiffered {
            types = List.copyOf(types);
        }
    }

    /// The store has put an order's goods aside: its reservation is firm.
    record OrderPicked(UUID orderId, StoreId store, Instant at, UUID staffId) implements Event {}

    /// An order waits for its customer on a shelf.
    record OrderReady(UUID orderId, StoreId store, Instant at, String shelf) implements Event {}

    /// The store cannot fulfil an order.
    record OrderRefused(UUID orderId, StoreId store, Instant at, String why) implements Event {}

    /// Leases the server granted or renewed: from here on the till may use them.
    record LeasesTaken(List<Lease> leases) implements Event {

        public LeasesTaken {
            leases = List.copyOf(leases);
        }
    }

    /// The till uses this lease no more, whatever is left on it. Its uses stand before this in the
    /// journal, so whoever has read this knows them all.
    record LeaseReleased(UUID leaseId) implements Event {}

    /// The goods this fact moved, as the till that tells it sees it. (The server works out for
    /// itself what a count adjusts.)
    default List<StockMovement> movements() {
        return switch (this) {
            case SaleCompleted(Sale sale) -> sale.movements();
            case StockReceived(StockReceipt receipt) -> receipt.movements();
            case PurchaseReceived(PurchaseReceipt receipt) -> receipt.movements();
            case SupplierReturned(SupplierReturn goods) -> goods.movements();
            case StockAdjusted(StockAdjustment adjustment) -> List.of(adjustment.movement());
            case StockCounted(StockCount count) -> count.movements();
            case TransferSent(Transfer transfer) -> transfer.movements();
            case TransferReceived(TransferReceipt receipt) -> receipt.movements();
            case PaymentIntended _,
                    PaymentAbandoned _,
                    ShiftOpened _,
                    ShiftClosed _,
                    CashMoved _,
                    CustomerChanged _,
                    LineVoided _,
                    DeskNoted _,
                    SaleLost _,
                    QuoteMade _,
                    CounterOrderPlaced _,
                    CounterOrderMoved _,
                    MailAsked _,
                    TransferRequested _,
                    ReorderProposed _,
                    FactsMissing _,
                    StateDiffered _,
                    StockSetAside _,
                    BinsChosen _,
                    LeasesTaken _,
                    LeaseReleased _,
                    OrderPicked _,
                    OrderReady _,
                    OrderRefused _ ->
                    List.of();
        };
    }

    /// What this fact does to a web order, if anything.
    default Optional<OrderStep> orderStep() {
        return switch (this) {
            case OrderPicked(UUID order, _, Instant at, UUID staff) ->
                    Optional.of(new OrderStep(order, new OrderState.Picked(at, staff)));
            case OrderReady(UUID order, _, Instant at, String shelf) ->
                    Optional.of(new OrderStep(order, new OrderState.Ready(at, shelf)));
            case OrderRefused(UUID order, _, Instant at, String why) ->
                    Optional.of(new OrderStep(order, new OrderState.Cancelled(at, why)));
            case SaleCompleted(Sale sale) ->
                    sale.orderId()
                            .map(order ->
                                    new OrderStep(
                                            order,
                                            new OrderState.HandedOver(sale.at(), sale.saleId())));
            default -> Optional.empty();
        };
    }
}
