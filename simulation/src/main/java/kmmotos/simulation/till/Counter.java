package kmmotos.simulation.till;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.till.TillState.Shift;

/// The people at a till: they sell, take back, receive and correct, and serve web orders, through
/// the same recorder as the till's window.
public final class Counter {

    private static final List<Work> NOW_AND_THEN =
            List.of(
                    Work.TAKE_BACK,
                    Work.RECEIVE,
                    Work.ASK_FOR_GOODS,
                    Work.ADJUST,
                    Work.VOID_LINE,
                    Work.COUNT,
                    Work.SEND,
                    Work.TAKE_IN);

    private static final List<Work> RARELY =
            List.of(
                    Work.MOVE_CASH,
                    Work.OPEN_OWN_SHIFT,
                    Work.WRITE_DOWN_CUSTOMER,
                    Work.LOSE_SALE,
                    Work.QUOTE,
                    Work.GIVE_BACK_TO_SUPPLIER,
                    Work.PROPOSE,
                    Work.PUT_AWAY,
                    Work.SELL_FOR_BIKE);

    private static final List<Work> ON_LEASES =
            List.of(
                    Work.SELL_GIFT_CARD,
                    Work.PAY_BY_GIFT_CARD,
                    Work.PAY_BY_GIFT_CARD,
                    Work.PAY_BY_GIFT_CARD,
                    Work.SELL_ON_ACCOUNT,
                    Work.SELL_ON_ACCOUNT,
                    Work.PAY_OFF_ACCOUNT,
                    Work.LOAD_GIFT_CARD,
                    Work.LEAVE,
                    Work.SELL_WITH_COUPON,
                    Work.SET_ASIDE);

    static final UUID CLERK = new UUID(0, 1);

    private final Till till;
    private final TillEngine engine;
    private final SimulatedTables tables;
    private final Clock clock;
    private final RandomGenerator random;
    private final Receipts receipts;
    private final Parcels parcels;
    private final StockRoom stock;
    private final Drawers drawers;
    private final FrontDesk desk;
    private final Customers people;
    private boolean isBusy;

    /// @param leases what it may use of cards, credit and coupons
    Counter(
            Till till,
            TillEngine engine,
            SimulatedTables tables,
            LeaseBook leases,
            Clock clock,
            RandomGenerator random,
            Receipts receipts) {
        this.till = till;
        this.engine = engine;
        this.tables = tables;
        this.clock = clock;
        this.random = random;
        this.receipts = receipts;
        this.parcels = new Parcels(till, tables, clock, random);
        this.stock = new StockRoom(till, engine, tables, clock, random);
        this.drawers = new Drawers(till, engine, tables, clock, random);
        this.desk = new FrontDesk(till, tables, clock, random);
        this.people = new Customers(leases, receipts, random);
    }

    private enum Paid {
        CASH,
        BY_CARD,
        BY_GIFT_CARD,
        ON_ACCOUNT
    }

    /// The next customer, or some other work.
    void work() {
        work(next());
    }

    private Work next() {
        int what = random.nextInt(100);
        if (what < RARELY.size()) {
            return RARELY.get(what);
        }
        if (what < 36) {
            return Work.SELL;
        }
        if (what < 56) {
            return ON_LEASES.get(random.nextInt(ON_LEASES.size()));
        }
        if (what < 65) {
            return random.nextInt(10) == 0 ? Work.GIVE_UP_CARD : Work.SELL_BY_CARD;
        }
        if (what < 89) {
            return NOW_AND_THEN.get((what - 65) / 3);
        }
        return what < 98 ? nextForAnOrder() : Work.CLOSE_SHIFT;
    }

    private Work nextForAnOrder() {
        return switch (openOrder().map(order -> order.state().word()).orElse("none")) {
            case "placed" -> random.nextInt(8) == 0 ? Work.REFUSE_ORDER : Work.PICK_ORDER;
            case "picked" -> Work.SHELVE_ORDER;
            default -> Work.HAND_OVER_ORDER;
        };
    }

    /// Does this, if it can be done; a shift is opened first.
    void work(Work what) {
        if (isBusy || engine.recorder().readiness() instanceof Readiness.Refusing) {
            return;
        }
        isBusy = true;
        try {
            workInAShift(what);
        } finally {
            isBusy = false;
        }
    }

    private void workInAShift(Work what) {
        List<Shift> open = drawers.open();
        if (what == Work.OPEN_OWN_SHIFT) {
            if (open.size() < ShiftTerms.DRAWERS) {
                record(drawers.openedOfTheirOwn());
            }
        } else if (open.isEmpty()) {
            record(drawers.opened());
        } else {
            work(what, open.size() == 1 ? open.getFirst() : open.get(random.nextInt(2)));
        }
    }

    private void work(Work what, Shift shift) {
        switch (what) {
            case OPEN_SHIFT, OPEN_OWN_SHIFT -> {}
            case MOVE_CASH -> moveCash(shift.opening());
            case WRITE_DOWN_CUSTOMER -> record(desk.changed());
            case SIGN_IN -> record(desk.signedIn());
            case LOSE_SALE -> record(desk.lost());
            case QUOTE -> record(desk.quoted(engine.journal().endSeq() + 1));
            case SELL -> sell(shift, Paid.CASH);
            case ORDER_AT_COUNTER -> record(desk.ordered(engine.journal().endSeq() + 1));
            case ASK_FOR_MAIL -> record(desk.mail());
            case MOVE_COUNTER_ORDER -> record(desk.moved());
            case TAKE_DEPOSIT -> load(shift, desk.deposit(anyAmount()));
            case SELL_FOR_BIKE ->
                    finish(sold(shift, anyLines(), Tender.Cash::exactly).andThen(Goods::forBike));
            case SELL_FOR_FOREIGN_CASH -> finish(sold(shift, anyLines(), Goods::foreignCash));
            case SELL_KIT ->
                    finish(sold(shift, Goods.asKit(anyLines(), id()), Tender.Cash::exactly));
            case SELL_ON_ACCOUNT -> sell(shift, Paid.ON_ACCOUNT);
            case SELL_BY_CARD -> sell(shift, Paid.BY_CARD);
            case PAY_BY_GIFT_CARD -> sell(shift, Paid.BY_GIFT_CARD);
            case SELL_GIFT_CARD -> sellGiftCard(shift);
            case LOAD_GIFT_CARD -> people.load(anyAmount()).ifPresent(card -> load(shift, card));
            case PAY_OFF_ACCOUNT -> load(shift, people.payOff(anyAmount()));
            case LEAVE -> people.leave(random.nextBoolean());
            case GIVE_BACK -> people.leave(true);
            case SELL_WITH_COUPON -> sell(shift, anyLines(), Paid.CASH, Optional.empty(), coupon());
            case SET_ASIDE -> record(stock.setAside());
            case BEGIN_CARD -> {
                UUID _ = beginCard();
            }
            case GIVE_UP_CARD -> record(new Event.PaymentAbandoned(beginCard(), "declined"));
            case TAKE_BACK -> takeBack(shift);
            case RECEIVE -> receive();
            case RECEIVE_NUMBERED -> record(stock.receivedNumbered());
            case PROPOSE -> record(stock.proposed());
            case PUT_AWAY -> record(stock.putAway());
            case RECEIVE_ORDER -> record(stock.receivedOfOrder());
            case ADJUST -> record(stock.adjusted());
            case GIVE_BACK_TO_SUPPLIER -> record(stock.givenBack());
            case VOID_LINE -> voidLine(shift);
            case COUNT -> {
                Recorder.Recorded _ = engine.recorder().record(stock::counted);
                written();
            }
            case SEND -> parcels.sent().ifPresent(this::record);
            case TAKE_IN -> parcels.takenIn().ifPresent(this::record);
            case ASK_FOR_GOODS -> parcels.askedFor().ifPresent(this::record);
            case PICK_ORDER, REFUSE_ORDER, SHELVE_ORDER, HAND_OVER_ORDER ->
                    openOrder().ifPresent(order -> serve(what, order, shift));
            case CLOSE_SHIFT -> {
                UUID shiftId = shift.opening().shiftId();
                Recorder.Recorded _ =
                        engine.recorder().record(next -> drawers.closing(next, shiftId));
                written();
            }
        }
    }

    /// Now and then what head office ordered, if there is any.
    private void receive() {
        boolean ordered = stock.isAnythingAwaited() && random.nextInt(2) == 0;
        record(ordered ? stock.receivedOfOrder() : stock.received());
    }

    /// Something that the server can't take in as it is.
    void poison() {
        if (!(engine.recorder().readiness() instanceof Readiness.Refusing)) {
            receipts.poisoned(new Poison(till, engine, clock, random).write());
            written();
        }
    }

    private void moveCash(ShiftOpening opening) {
        Recorder.Recorded recorded = engine.recorder().record(_ -> drawers.moved(opening));
        receipts.print(recorded.eventId(), ((Event.CashMoved) recorded.event()).movement());
        written();
    }

    private void sell(Shift shift, Paid how) {
        boolean hasCoupon = random.nextInt(10) == 0;
        sell(shift, anyLines(), how, Optional.empty(), hasCoupon ? coupon() : Optional.empty());
    }

    private List<SaleLine> anyLines() {
        List<SaleLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            lines.add(Goods.line(i, Goods.any(random), 1 + random.nextInt(3), SaleLine.Kind.SALE));
        }
        return lines;
    }

    private void sell(
            Shift shift,
            List<SaleLine> lines,
            Paid how,
            Optional<UUID> orderId,
            Optional<Customers.Taken> coupon) {
        UUID saleId = id();
        Money total = Money.sum(lines.stream().map(SaleLine::total).toList(), Goods.CURRENCY);
        finish(shift, saleId, lines, tenders(saleId, total, how), orderId, coupon);
    }

    /// The rest is paid in cash.
    private List<Tender> tenders(UUID saleId, Money total, Paid how) {
        List<Tender> tenders = new ArrayList<>(people.borne(paid(saleId, total, how)));
        Money rest =
                total.minus(
                        Money.sum(tenders.stream().map(Tender::amount).toList(), total.currency()));
        if (!rest.isZero()) {
            tenders.add(Tender.Cash.exactly(rest));
        }
        return tenders;
    }

    private List<Tender> paid(UUID saleId, Money total, Paid how) {
        return switch (how) {
            case CASH -> List.of();
            case BY_CARD -> {
                UUID intent = id();
                record(new Event.PaymentIntended(new PaymentIntent(intent, saleId, total)));
                yield List.of(new Tender.Card(intent, total, ""));
            }
            case BY_GIFT_CARD -> people.payByCard(total).stream().toList();
            case ON_ACCOUNT -> people.payOnAccount(total).stream().toList();
        };
    }

    private Money anyAmount() {
        return Money.ofMinor(1_000 + random.nextInt(9_000), Goods.CURRENCY);
    }

    private void sellGiftCard(Shift shift) {
        UUID serial = id();
        load(shift, people.handOut(serial, anyAmount()));
        receipts.handOut(Customers.cardOf(serial));
    }

    /// Money goes on a gift card or off an account, for cash.
    private void load(Shift shift, Tender onto) {
        finish(
                shift,
                id(),
                List.of(),
                List.of(Tender.Cash.exactly(onto.amount().negated()), onto),
                Optional.empty(),
                Optional.empty());
    }

    private void finish(
            Shift shift,
            UUID saleId,
            List<SaleLine> lines,
            List<Tender> tenders,
            Optional<UUID> orderId,
            Optional<Customers.Taken> coupon) {
        finish(sale(shift, saleId, lines, tenders, orderId, coupon));
    }

    private Function<ReceiptNumber, Sale> sale(
            Shift shift,
            UUID saleId,
            List<SaleLine> lines,
            List<Tender> tenders,
            Optional<UUID> orderId,
            Optional<Customers.Taken> coupon) {
        return number ->
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
                        tenders,
                        Money.sum(lines.stream().map(SaleLine::total).toList(), Goods.CURRENCY),
                        coupon.stream().map(Customers.Taken::code).toList(),
                        orderId,
                        tables.state().inForce(clock.instant()),
                        Optional.empty(),
                        coupon.flatMap(Customers.Taken::lease).stream().toList());
    }

    /// Paid in one part.
    private Function<ReceiptNumber, Sale> sold(
            Shift shift, List<SaleLine> lines, Function<Money, Tender> paid) {
        Money total = Money.sum(lines.stream().map(SaleLine::total).toList(), Goods.CURRENCY);
        List<Tender> tenders = List.of(paid.apply(total));
        return sale(shift, id(), lines, tenders, Optional.empty(), Optional.empty());
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

    private UUID beginCard() {
        UUID intent = id();
        Money total = Money.ofMinor(1_000, Goods.CURRENCY);
        record(new Event.PaymentIntended(new PaymentIntent(intent, id(), total)));
        return intent;
    }

    /// What the till's program tells of itself.
    void tell(Function<Journal, Event> what) {
        record(what.apply(engine.journal()));
    }

    private void takeBack(Shift shift) {
        SaleLine back = Goods.line(1, Goods.any(random), -1, SaleLine.Kind.RETURN);
        sell(
                shift,
                List.of(back.withReturned(why(back))),
                Paid.CASH,
                Optional.empty(),
                Optional.empty());
    }

    /// Some goods are broken and never on the shelf again.
    private static Returned why(SaleLine back) {
        Returned.Reason reason =
                back.sku().hashCode() % 2 == 0
                        ? Returned.Reason.UNWANTED
                        : Returned.Reason.DEFECTIVE;
        return Returned.of(reason, reason.usually());
    }

    /// A coupon that is left to use, as far as this till knows, if it can be had.
    private Optional<Customers.Taken> coupon() {
        return tables.state().coupons.values().stream()
                .filter(known ->
                        known.coupon()
                                .maxUses()
                                .filter(most -> most > known.uses())
                                .filter(most -> most > ownUses(known))
                                .isPresent())
                .map(TillState.KnownCoupon::coupon)
                .findFirst()
                .flatMap(people::take);
    }

    private int ownUses(TillState.KnownCoupon known) {
        return tables.state().couponUses.get(known.coupon().code(), 0);
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

    private Optional<Order> openOrder() {
        return tables.state().orders.values().stream()
                .filter(order -> order.state().isOpen())
                .findFirst();
    }

    private void serve(Work what, Order order, Shift shift) {
        UUID id = order.orderId();
        StoreId store = till.storeId();
        switch (what) {
            case PICK_ORDER -> record(new Event.OrderPicked(id, store, clock.instant(), CLERK));
            case REFUSE_ORDER ->
                    record(new Event.OrderRefused(id, store, clock.instant(), "broken"));
            case SHELVE_ORDER -> record(new Event.OrderReady(id, store, clock.instant(), "A1"));
            default -> handOver(shift, order);
        }
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
        sell(shift, lines, Paid.CASH, Optional.of(order.orderId()), Optional.empty());
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
