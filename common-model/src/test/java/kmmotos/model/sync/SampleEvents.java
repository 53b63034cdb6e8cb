package kmmotos.model.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.deposits.SampleCounterOrders;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.CarriedShift;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CountedPieces;
import kmmotos.model.shifts.ForeignCount;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.SampleStock;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;

/// One event of each type.
public final class SampleEvents {

    public static final UUID INCARNATION = UUID.fromString("01890000-0000-7000-8000-000000000501");

    private static final StoreId STORE = SampleStores.SAO_PAULO.storeId();
    private static final Money FLOAT = Money.parse("150.00", SampleStores.BRL);

    private SampleEvents() {}

    public static List<Event> all() {
        return List.of(
                new Event.SaleCompleted(SampleSales.cashSale()),
                new Event.SaleCompleted(SampleSales.leasedSale()),
                new Event.SaleCompleted(SampleSales.defectReturned()),
                new Event.SaleCompleted(SampleSales.partsSale()),
                new Event.SaleCompleted(SampleSales.kitSale()),
                new Event.SaleCompleted(SampleSales.foreignSale()),
                new Event.SaleCompleted(SampleCounterOrders.deposit(SampleSales.SALE, "20.00")),
                new Event.LeasesTaken(SampleLeases.all()),
                new Event.LeaseReleased(SampleLeases.CARD_LEASE),
                new Event.PaymentIntended(new PaymentIntent(id(1), SampleSales.SALE, FLOAT)),
                new Event.PaymentAbandoned(id(1), "declined"),
                new Event.ShiftOpened(shiftOpening()),
                new Event.ShiftClosed(shiftClosing()),
                new Event.ShiftOpened(ownShiftOpening()),
                new Event.ShiftClosed(countedShiftClosing()),
                new Event.ShiftClosed(foreignShiftClosing()),
                new Event.CashMoved(cashMovement()),
                new Event.CustomerChanged(SampleCustomers.GARAGE_OWNER, SampleStaff.ANA.staffId()),
                new Event.StockReceived(
                        new StockReceipt(
                                id(2),
                                STORE,
                                "DN 78",
                                List.of(
                                        new StockReceipt.Line(
                                                SampleProducts.sku(SampleProducts.alarm()),
                                                Quantity.of(2),
                                                List.of("SN-000041"))))),
                new Event.StockReceived(
                        new StockReceipt(
                                id(2),
                                STORE,
                                "DN 77",
                                List.of(
                                        new StockReceipt.Line(
                                                SampleProducts.sku(SampleProducts.OIL),
                                                Quantity.parse("12.5"))))),
                new Event.PurchaseReceived(SamplePurchases.receipt()),
                new Event.ReorderProposed(SamplePurchases.proposal()),
                new Event.SupplierReturned(SamplePurchases.supplierReturn()),
                new Event.StockAdjusted(
                        new StockAdjustment(
                                id(3),
                                STORE,
                                SamplePrices.PAD,
                                Quantity.of(-2),
                                StockAdjustment.Reason.DAMAGED,
                                "wet box")),
                new Event.StockCounted(SampleStock.count()),
                new Event.StockSetAside(SampleStock.setAside()),
                new Event.BinsChosen(SampleStock.bins()),
                new Event.TransferSent(SampleStock.transfer()),
                new Event.TransferReceived(SampleStock.receipt()),
                new Event.TransferRequested(SampleStock.request()),
                new Event.LineVoided(
                        new VoidedLine(
                                SampleSales.SALE,
                                SampleSales.SHIFT,
                                SampleSales.AT,
                                SampleStaff.ANA.staffId(),
                                SamplePrices.PAD,
                                Quantity.ONE,
                                Money.parse("49.90", SampleStores.BRL))),
                new Event.DeskNoted(
                        new AuditNote(
                                AuditKind.APPROVED,
                                Optional.of(SampleStaff.ANA.staffId()),
                                Optional.of(SampleStaff.BRUNO.staffId()),
                                "20 % off the sale")),
                new Event.SaleLost(lostSale()),
                new Event.QuoteMade(quote()),
                new Event.CounterOrderPlaced(SampleCounterOrders.special()),
                new Event.CounterOrderMoved(
                        SampleCounterOrders.ORDER,
                        STORE,
                        SampleStaff.ANA.staffId(),
                        new CounterOrderState.Waiting(SampleSales.AT, "A3")),
                new Event.MailAsked(mail()),
                new Event.OrderPicked(
                        SampleOrders.ORDER, STORE, SampleSales.AT, SampleStaff.ANA.staffId()),
                new Event.OrderReady(SampleOrders.ORDER, STORE, SampleSales.AT, "A3"),
                new Event.OrderRefused(SampleOrders.ORDER, STORE, SampleSales.AT, "not found"),
                new Event.FactsMissing(INCARNATION, 6, 49),
                new Event.StateDiffered(List.of("stock_level")));
    }

    public static Quote quote() {
        var sale = SampleSales.cashSale();
        return new Quote(
                id(10),
                "Q-S1-1-000007",
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SamplePrices.DAY.plusDays(30),
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                "Oficina do Z\u00e9",
                sale.lines(),
                sale.total(),
                "mounted on Friday");
    }

    public static MailRequest mail() {
        return new MailRequest(
                id(12),
                MailRequest.Kind.RECEIPT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                "S1-1-1-000123",
                "ze@example.com",
                "pt-BR",
                "Recibo S1-1-1-000123",
                "KM Motos Centro\nTOTAL  338,70\n");
    }

    public static LostSale lostSale() {
        return new LostSale(
                id(9),
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                Optional.of(SamplePrices.PAD),
                "front pads for a CG 160",
                Quantity.of(2),
                LostSale.Reason.NO_STOCK);
    }

    public static ShiftOpening shiftOpening() {
        return new ShiftOpening(
                SampleSales.SHIFT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                FLOAT);
    }

    private static ShiftClosing shiftClosing() {
        ShiftTotals totals = ShiftTotals.none(SampleStores.BRL).plus(SampleSales.cashSale());
        Money expected = FLOAT.plus(totals.by("cash"));
        return new ShiftClosing(
                SampleSales.SHIFT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SampleSales.AT.plus(Duration.ofHours(8)),
                SampleStaff.ANA.staffId(),
                new ZReport(7, SampleSales.SHIFT, INCARNATION, 1, 40, totals, expected, expected));
    }

    private static ShiftOpening ownShiftOpening() {
        ShiftTotals before = ShiftTotals.none(SampleStores.BRL).plus(SampleSales.cashSale());
        return new ShiftOpening(
                id(4),
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                FLOAT,
                Optional.of(
                        new ShiftTerms(
                                false,
                                2,
                                Optional.of(new CarriedShift(SampleSales.SHIFT, 3, 8, before)))));
    }

    public static CashMovement cashMovement() {
        return new CashMovement(
                id(5),
                SampleSales.SHIFT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                SampleSales.AT,
                SampleStaff.ANA.staffId(),
                Optional.of(SampleStaff.BRUNO.staffId()),
                1,
                CashPurpose.EXPENSE,
                Money.parse("35.00", SampleStores.BRL),
                "window cleaner");
    }

    private static ShiftClosing countedShiftClosing() {
        ShiftTotals totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(SampleSales.cashSale())
                        .plus(cashMovement());
        List<CountedPieces> pieces =
                List.of(
                        new CountedPieces(Money.parse("50.00", SampleStores.BRL), 3),
                        new CountedPieces(Money.parse("0.25", SampleStores.BRL), 2));
        return new ShiftClosing(
                SampleSales.SHIFT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SampleSales.AT.plus(Duration.ofHours(8)),
                SampleStaff.ANA.staffId(),
                new ZReport(
                        8,
                        SampleSales.SHIFT,
                        INCARNATION,
                        1,
                        41,
                        totals,
                        FLOAT.plus(totals.cashInDrawer()),
                        Money.parse("150.50", SampleStores.BRL),
                        pieces,
                        Optional.empty()));
    }

    private static ShiftClosing foreignShiftClosing() {
        ShiftTotals totals = ShiftTotals.none(SampleStores.BRL).plus(SampleSales.foreignSale());
        Money expected = FLOAT.plus(totals.cashInDrawer());
        Money dollars = totals.foreignInDrawer().values().iterator().next();
        return new ShiftClosing(
                SampleSales.SHIFT,
                STORE,
                SampleStores.TILL_1.deviceId(),
                SampleSales.AT.plus(Duration.ofHours(8)),
                SampleStaff.ANA.staffId(),
                new ZReport(
                        9,
                        SampleSales.SHIFT,
                        INCARNATION,
                        1,
                        41,
                        totals,
                        expected,
                        expected,
                        List.of(),
                        Optional.empty(),
                        List.of(
                                new ForeignCount(
                                        dollars,
                                        dollars,
                                        List.of(new CountedPieces(dollars, 1))))));
    }

    private static UUID id(int n) {
        return new UUID(0x01890000_0000_7000L, 0x8000_0000_0000_0600L + n);
    }
}
