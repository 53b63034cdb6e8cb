package kmmotos.model.sync;

import java.util.Arrays;
import java.util.Optional;
import kmmotos.model.sales.Sale;

/// The name and version of each [Event] on the wire and in the journal.
///
/// A version is never changed once it was shipped: a change of shape gets a new version and a
/// reader for the old one. The golden files in the tests hold the bytes of each.
public enum EventType {
    SALE_COMPLETED("sale_completed", 1, Event.SaleCompleted.class),
    /// One that names leases, which programs of before can't read.
    SALE_COMPLETED_2("sale_completed", 2, Event.SaleCompleted.class),
    /// One that says why goods came back, or has notes.
    SALE_COMPLETED_3("sale_completed", 3, Event.SaleCompleted.class),
    /// One for a motorcycle, with a deposit for an old part, or of a number that replaces another.
    SALE_COMPLETED_4("sale_completed", 4, Event.SaleCompleted.class),
    /// One with a deposit for an order of a counter.
    SALE_COMPLETED_5("sale_completed", 5, Event.SaleCompleted.class),
    /// One with parts of a kit, or serial numbers.
    SALE_COMPLETED_7("sale_completed", 7, Event.SaleCompleted.class),
    /// One that was paid with foreign cash.
    SALE_COMPLETED_8("sale_completed", 8, Event.SaleCompleted.class),
    PAYMENT_INTENDED("payment_intended", 1, Event.PaymentIntended.class),
    PAYMENT_ABANDONED("payment_abandoned", 1, Event.PaymentAbandoned.class),
    SHIFT_OPENED("shift_opened", 1, Event.ShiftOpened.class),
    /// One of several at its register, of one person, or carried there from another.
    SHIFT_OPENED_2("shift_opened", 2, Event.ShiftOpened.class),
    SHIFT_CLOSED("shift_closed", 1, Event.ShiftClosed.class),
    /// With cash movements, or counted piece by piece.
    SHIFT_CLOSED_2("shift_closed", 2, Event.ShiftClosed.class),
    /// With foreign cash.
    SHIFT_CLOSED_3("shift_closed", 3, Event.ShiftClosed.class),
    CASH_MOVED("cash_moved", 1, Event.CashMoved.class),
    CUSTOMER_CHANGED("customer_changed", 1, Event.CustomerChanged.class),
    STOCK_RECEIVED("stock_received", 1, Event.StockReceived.class),
    /// With serial numbers.
    STOCK_RECEIVED_2("stock_received", 2, Event.StockReceived.class),
    PURCHASE_RECEIVED("purchase_received", 1, Event.PurchaseReceived.class),
    REORDER_PROPOSED("reorder_proposed", 1, Event.ReorderProposed.class),
    SUPPLIER_RETURNED("supplier_returned", 1, Event.SupplierReturned.class),
    STOCK_ADJUSTED("stock_adjusted", 1, Event.StockAdjusted.class),
    STOCK_COUNTED("stock_counted", 1, Event.StockCounted.class),
    TRANSFER_SENT("transfer_sent", 1, Event.TransferSent.class),
    TRANSFER_RECEIVED("transfer_received", 1, Event.TransferReceived.class),
    TRANSFER_REQUESTED("transfer_requested", 1, Event.TransferRequested.class),
    STOCK_SET_ASIDE("stock_set_aside", 1, Event.StockSetAside.class),
    BINS_CHOSEN("bins_chosen", 1, Event.BinsChosen.class),
    LINE_VOIDED("line_voided", 1, Event.LineVoided.class),
    DESK_NOTED("desk_noted", 1, Event.DeskNoted.class),
    SALE_LOST("sale_lost", 1, Event.SaleLost.class),
    QUOTE_MADE("quote_made", 1, Event.QuoteMade.class),
    COUNTER_ORDER_PLACED("counter_order_placed", 1, Event.CounterOrderPlaced.class),
    COUNTER_ORDER_MOVED("counter_order_moved", 1, Event.CounterOrderMoved.class),
    MAIL_ASKED("mail_asked", 1, Event.MailAsked.class),
    ORDER_PICKED("order_picked", 1, Event.OrderPicked.class),
    ORDER_READY("order_ready", 1, Event.OrderReady.class),
    ORDER_REFUSED("order_refused", 1, Event.OrderRefused.class),
    FACTS_MISSING("facts_missing", 1, Event.FactsMissing.class),
    STATE_DIFFERED("state_differed", 1, Event.StateDiffered.class),
    LEASES_TAKEN("leases_taken", 1, Event.LeasesTaken.class),
    LEASE_RELEASED("lease_released", 1, Event.LeaseReleased.class);

    private final String wireName;
    private final int version;
    private final Class<? extends Event> shape;

    EventType(String wireName, int version, Class<? extends Event> shape) {
        this.wireName = wireName;
        this.version = version;
        this.shape = shape;
    }

    public String wireName() {
        return wireName;
    }

    public int version() {
        return version;
    }

    Class<? extends Event> shape() {
        return shape;
    }

    public static EventType of(Event event) {
        if (event instanceof Event.SaleCompleted(Sale sale)) {
            return ofSale(sale);
        }
        if (event instanceof Event.ShiftOpened(var opening) && opening.terms().isPresent()) {
            return SHIFT_OPENED_2;
        }
        if (event instanceof Event.ShiftClosed(var closing)
                && !closing.report().isWithoutForeignCash()) {
            return SHIFT_CLOSED_3;
        }
        if (event instanceof Event.ShiftClosed(var closing)
                && !closing.report().isWithoutCashMovements()) {
            return SHIFT_CLOSED_2;
        }
        if (event instanceof Event.StockReceived(var receipt) && !receipt.isWithoutSerials()) {
            return STOCK_RECEIVED_2;
        }
        return Arrays.stream(values())
                .filter(type -> type.shape.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no name for " + event.getClass()));
    }

    private static EventType ofSale(Sale sale) {
        if (!sale.isWithoutForeignCash()) {
            return SALE_COMPLETED_8;
        }
        if (!sale.isWithoutPieces()) {
            return SALE_COMPLETED_7;
        }
        if (!sale.isWithoutDeposits()) {
            return SALE_COMPLETED_5;
        }
        if (!sale.isPlain()) {
            return SALE_COMPLETED_4;
        }
        if (!sale.isWithoutWords()) {
            return SALE_COMPLETED_3;
        }
        return sale.isWithoutLeases() ? SALE_COMPLETED : SALE_COMPLETED_2;
    }

    /// The type with this name and version, if this program knows it.
    static Optional<EventType> find(String wireName, int version) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName) && type.version == version)
                .findFirst();
    }
}
