package kmmotos.model.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;

/// What happened at a till, by chance. There are few shifts, intents, leases and so on, and their
/// facts come in any order, so that each fact often meets what others did before it.
public final class RandomHistory {
    private static final StoreId STORE = SampleStores.SAO_PAULO.storeId();
    private static final Money FLOAT = SampleLeases.money("150.00");

    private final RandomGenerator random;
    private final List<Sale> sales = new ArrayList<>();
    private Instant at = SampleSales.AT;

    public RandomHistory(RandomGenerator random) {
        this.random = random;
    }

    /// The next so many facts, each in its entry.
    public List<JournalEntry> next(int facts) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int seq = 1; seq <= facts; seq++) {
            // The clock may be set back.
            at = at.plus(Duration.ofSeconds(random.nextInt(-20, 100)));
            entries.add(JournalEntry.of(any(), seq, at, event()));
        }
        return entries;
    }

    private Event event() {
        return switch (random.nextInt(25)) {
            case 0 -> new Event.ShiftOpened(opening());
            case 1 -> new Event.ShiftClosed(closing());
            case 2, 3, 4 -> new Event.PaymentIntended(intent());
            case 5 -> new Event.PaymentAbandoned(one("intent"), "declined");
            case 6 -> new Event.StockReceived(received());
            case 7, 8 -> new Event.StockAdjusted(adjusted());
            case 9 -> random.nextBoolean() ? lease() : new Event.LeaseReleased(one("lease"));
            case 10 -> new Event.StockSetAside(setAside());
            case 11, 12 -> any(SampleEvents.all());
            case 13, 14, 15 -> new Event.SaleCompleted(kept(back()));
            case 16 -> new Event.CashMoved(moved());
            default -> new Event.SaleCompleted(kept(sale()));
        };
    }

    private ShiftOpening opening() {
        return new ShiftOpening(
                one("shift"),
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                at,
                SampleStaff.ANA.staffId(),
                FLOAT);
    }

    private ShiftClosing closing() {
        UUID shift = one("shift");
        return new ShiftClosing(
                shift,
                STORE,
                SampleStores.TILL_1.deviceId(),
                at,
                SampleStaff.ANA.staffId(),
                new ZReport(
                        1 + random.nextInt(9),
                        shift,
                        SampleEvents.INCARNATION,
                        1,
                        40,
                        ShiftTotals.none(SampleStores.BRL),
                        FLOAT,
                        FLOAT));
    }

    private CashMovement moved() {
        CashPurpose purpose = any(List.of(CashPurpose.values()));
        return new CashMovement(
                any(),
                one("shift"),
                STORE,
                SampleStores.TILL_1.deviceId(),
                SamplePrices.DAY,
                at,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                1 + random.nextInt(9),
                purpose,
                purpose.kind().movesMoney() ? FLOAT : Money.zero(SampleStores.BRL),
                "");
    }

    private PaymentIntent intent() {
        return new PaymentIntent(one("intent"), any(), FLOAT);
    }

    private StockReceipt received() {
        Quantity quantity = Quantity.of(random.nextInt(1, 9));
        return new StockReceipt(
                any(),
                STORE,
                "DN " + random.nextInt(9),
                List.of(
                        new StockReceipt.Line(SamplePrices.PAD, quantity),
                        new StockReceipt.Line(SamplePrices.KIT, Quantity.ONE)));
    }

    private StockAdjustment adjusted() {
        return new StockAdjustment(
                any(),
                STORE,
                any(List.of(SamplePrices.PAD, SamplePrices.KIT)),
                Quantity.of(random.nextBoolean() ? 1 : -1),
                any(List.of(StockAdjustment.Reason.values())),
                "counted");
    }

    private Event lease() {
        return new Event.LeasesTaken(
                List.of(
                        new Lease(
                                one("lease"),
                                LeaseSubject.coupon("WELCOME"),
                                1 + random.nextInt(100_000),
                                random.nextInt(100),
                                at,
                                at.plus(Duration.ofHours(4)))));
    }

    private SetAside setAside() {
        return new SetAside(
                any(),
                STORE,
                SamplePrices.PAD,
                Quantity.of(random.nextInt(5)),
                at.plus(Duration.ofDays(14)),
                at,
                SampleStaff.ANA.staffId());
    }

    private Sale kept(Sale sale) {
        sales.add(sale);
        return sale;
    }

    private Sale sale() {
        Basket basket =
                Basket.EMPTY
                        .plus(SamplePrices.PAD, "standard", Quantity.of(1 + random.nextInt(3)))
                        .plus(SamplePrices.KIT, "standard", Quantity.ONE);
        return sale(SampleSales.cashSale(basket).lines());
    }

    private Sale back() {
        Optional<Sale> sold =
                sales.isEmpty() ? Optional.empty() : Optional.of(any(sales)).filter(this::isSold);
        return sold.map(sale ->
                        sale(
                                List.of(
                                        Refund.line(
                                                sale,
                                                sale.lines().getFirst(),
                                                Quantity.ZERO,
                                                Quantity.ONE,
                                                1))))
                .orElseGet(this::sale);
    }

    private boolean isSold(Sale sale) {
        return sale.lines().getFirst().kind() == SaleLine.Kind.SALE;
    }

    private Sale sale(List<SaleLine> lines) {
        Money total = Money.sum(lines.stream().map(SaleLine::total).toList(), SampleStores.BRL);
        return new Sale(
                any(),
                new ReceiptNumber(STORE, SampleStores.TILL_1.number(), 2, 1 + sales.size()),
                STORE,
                SampleStores.TILL_1.deviceId(),
                one("shift"),
                SamplePrices.DAY,
                at,
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                lines,
                tenders(total),
                total,
                random.nextInt(4) == 0 ? List.of("WELCOME") : List.of(),
                random.nextInt(6) == 0 ? Optional.of(SampleOrders.ORDER) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                random.nextInt(4) == 0 ? List.of(one("lease")) : List.of());
    }

    private List<Tender> tenders(Money total) {
        Money part = SampleLeases.money("1.00");
        Tender rest = Tender.Cash.exactly(total.minus(part));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new Tender.Card(one("intent"), part, "4711"), rest);
            case 1 ->
                    List.of(
                            new Tender.Account(
                                    SampleLeases.CUSTOMER, part, Optional.of(one("lease"))),
                            rest);
            default -> List.of(Tender.Cash.exactly(total));
        };
    }

    /// One of the few of its kind.
    private UUID one(String kind) {
        return new UUID(kind.hashCode(), random.nextInt(4));
    }

    private UUID any() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
