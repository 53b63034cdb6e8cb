package kmmotos.simulation.till;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.till.TillState.Shift;

/// The people at a till: they sell, take back, receive and correct, and serve web orders, through
/// the same recorder as the till's window.
public final class Counter {

    private static final UUID CLERK = new UUID(0, 1);

    private final Till till;
    private final TillEngine engine;
    private final MemoryTillTables tables;
    private final Clock clock;
    private final RandomGenerator random;
    private final Receipts receipts;

    Counter(
            Till till,
            TillEngine engine,
            MemoryTillTables tables,
            Clock clock,
            RandomGenerator random,
            Receipts receipts) {
        this.till = till;
        this.engine = engine;
        this.tables = tables;
        this.clock = clock;
        this.random = random;
        this.receipts = receipts;
    }

    /// The next customer, or some other work.
    void work() {
        if (engine.recorder().readiness() instanceof Readiness.Refusing) {
            return;
        }
        Optional<Shift> shift = shift();
        if (shift.isEmpty()) {
            openShift();
            return;
        }
        int what = random.nextInt(100);
        if (what < 55) {
            sell(shift.get(), false);
        } else if (what < 65) {
            sell(shift.get(), true);
        } else if (what < 70) {
            takeBack(shift.get());
        } else if (what < 78) {
            receive();
        } else if (what < 81) {
            adjust();
        } else if (what < 83) {
            voidLine(shift.get());
        } else if (what < 98) {
            serveOrder(shift.get());
        } else {
            closeShift();
        }
    }

    private Optional<Shift> shift() {
        return tables.state().shifts.values().stream().filter(Shift::open).findFirst();
    }

    private void openShift() {
        record(
                new Event.ShiftOpened(
                        new ShiftOpening(
                                id(),
                                till.storeId(),
                                till.deviceId(),
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                                clock.instant(),
                                CLERK,
                                Money.ofMinor(10_000, Goods.CURRENCY))));
    }

    void closeShift() {
        if (shift().isPresent()) {
            Recorder.Recorded _ = engine.recorder().record(this::closing);
            written();
        }
    }

    private Event closing(Recorder.Next next) {
        engine.recorder().project();
        Shift shift = shift().orElseThrow();
        Money cash = shift.opening().openingFloat().plus(shift.totals().by("cash"));
        ZReport report =
                new ZReport(
                        tables.state().counters.get("reports", 0) + 1,
                        shift.opening().shiftId(),
                        next.incarnation(),
                        ZReport.rangeStart(shift.fromSeq(), next.seq() - 1),
                        next.seq() - 1,
                        shift.totals(),
                        cash,
                        cash);
        return new Event.ShiftClosed(
                new ShiftClosing(
                        shift.opening().shiftId(),
                        till.storeId(),
                        till.deviceId(),
                        clock.instant(),
                        CLERK,
                        report));
    }

    private void sell(Shift shift, boolean byCard) {
        List<SaleLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            lines.add(Goods.line(i, Goods.any(random), 1 + random.nextInt(3), SaleLine.Kind.SALE));
        }
        sell(shift, lines, byCard, Optional.empty());
    }

    private void sell(Shift shift, List<SaleLine> lines, boolean byCard, Optional<UUID> orderId) {
        UUID saleId = id();
        Money total = Money.sum(lines.stream().map(SaleLine::total).toList(), Goods.CURRENCY);
        Tender tender = Tender.Cash.exactly(total);
        if (byCard) {
            UUID intent = id();
            record(new Event.PaymentIntended(new PaymentIntent(intent, saleId, total)));
            if (random.nextInt(10) == 0) {
                record(new Event.PaymentAbandoned(intent, "declined"));
                return;
            }
            tender = new Tender.Card(intent, total, "");
        }
        Tender paid = tender;
        finish(number ->
                new Sale(
                        saleId,
                        number,
                        till.storeId(),
                        till.deviceId(),
                        shift.opening().shiftId(),
                        shift.opening().businessDay(),
                        clock.instant(),
                        CLERK,
                        Optional.empty(),
                        lines,
                        List.of(paid),
                        total,
                        List.of(),
                        orderId,
                        Optional.empty(),
                        Optional.empty()));
    }

    private void finish(Function<ReceiptNumber, Sale> sale) {
        Recorder.Recorded recorded =
                engine.recorder()
                        .record(next -> new Event.SaleCompleted(sale.apply(next.receiptNumber())));
        receipts.written();
        receipts.print(
                new Receipts.Printed(
                        recorded.eventId(),
                        till.deviceId(),
                        engine.journal().incarnation(),
                        recorded.seq(),
                        ((Event.SaleCompleted) recorded.event()).sale()));
        engine.recorder().project();
    }

    private void takeBack(Shift shift) {
        sell(
                shift,
                List.of(Goods.line(1, Goods.any(random), -1, SaleLine.Kind.RETURN)),
                false,
                Optional.empty());
    }

    private void receive() {
        record(
                new Event.StockReceived(
                        new StockReceipt(
                                id(),
                                till.storeId(),
                                "",
                                List.of(
                                        new StockReceipt.Line(
                                                Goods.any(random),
                                                Quantity.of(1 + random.nextInt(12)))))));
    }

    private void adjust() {
        boolean found = random.nextBoolean();
        record(
                new Event.StockAdjusted(
                        new StockAdjustment(
                                id(),
                                till.storeId(),
                                Goods.any(random),
                                Quantity.of(found ? 1 : -1),
                                found
                                        ? StockAdjustment.Reason.FOUND
                                        : StockAdjustment.Reason.MISSING,
                                "")));
    }

    private void voidLine(Shift shift) {
        record(
                new Event.LineVoided(
                        new VoidedLine(
                                id(),
                                shift.opening().shiftId(),
                                clock.instant(),
                                CLERK,
                                Goods.any(random),
                                Quantity.ONE,
                                Money.ofMinor(1_000, Goods.CURRENCY))));
    }

    private void serveOrder(Shift shift) {
        Optional<Order> next =
                tables.state().orders.values().stream()
                        .filter(order -> order.state().isOpen())
                        .findFirst();
        if (next.isEmpty()) {
            return;
        }
        Order order = next.get();
        switch (order.state().word()) {
            case "placed" -> pickOrRefuse(order);
            case "picked" ->
                    record(
                            new Event.OrderReady(
                                    order.orderId(), till.storeId(), clock.instant(), "A1"));
            default -> handOver(shift, order);
        }
    }

    private void pickOrRefuse(Order order) {
        record(
                random.nextInt(8) == 0
                        ? new Event.OrderRefused(
                                order.orderId(), till.storeId(), clock.instant(), "broken")
                        : new Event.OrderPicked(
                                order.orderId(), till.storeId(), clock.instant(), CLERK));
    }

    private void handOver(Shift shift, Order order) {
        List<SaleLine> lines =
                order.lines().stream()
                        .map(line ->
                                SaleLine.of(
                                        line.priced(),
                                        SaleLine.Kind.SALE,
                                        line.description(),
                                        Optional.empty()))
                        .toList();
        sell(shift, lines, false, Optional.of(order.orderId()));
    }

    private void record(Event event) {
        Recorder.Recorded _ = engine.recorder().record(event);
        written();
    }

    private void written() {
        receipts.written();
        engine.recorder().project();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
