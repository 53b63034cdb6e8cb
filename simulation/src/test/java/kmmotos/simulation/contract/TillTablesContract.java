package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.SyncTables.Fact;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.RandomHistory;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.SimulatedTables;
import kmmotos.simulation.till.TillState;
import kmmotos.simulation.time.Agenda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a till's engine may rely on, whichever tables it stands on.
abstract class TillTablesContract {

    private static final StoreId STORE = new StoreId("S1");
    private static final Sku SKU = Goods.SKUS.getFirst();
    private static final Instant NOW = Agenda.BEGIN;

    private final RandomGenerator random = new Random(5);
    private final CrashPoints points = new CrashPoints();
    private SimulatedTables tables;

    abstract Stores stores();

    @BeforeEach
    void open() {
        tables = stores().till(points);
        tables.boot();
    }

    @AfterEach
    void close() {
        stores().endRun();
    }

    @Test
    void emptyTablesNeedASnapshot() {
        assertThat(isSnapshotNeededNow()).isTrue();
        assertThat(appliedNow()).isEmpty();
        assertThat(confirmedNow()).isEmpty();
        assertThat(stockHoldsNow()).isEmpty();
        assertThat(cursorNow()).isEmpty();
    }

    @Test
    void aPageAndItsCursorComeTogetherOrNotAtAll() {
        Cursor cursor = cursor(7);

        points.crashAfter(1);
        assertThatThrownBy(() -> takePage(cursor)).isInstanceOf(Crash.class);
        restart();
        assertThat(cursorNow()).isEmpty();
        assertThat(tables.state().stock.get(SKU)).isEmpty();

        points.crashAfter(2);
        assertThatThrownBy(() -> takePage(cursor)).isInstanceOf(Crash.class);
        restart();
        assertThat(cursorNow()).contains(cursor);
        assertThat(tables.state().stock.get(SKU)).contains(Quantity.of(3));
    }

    private void takePage(Cursor cursor) {
        tables.write(to -> {
            to.update(
                    List.of(
                            new Policy.StockChanged(
                                    STORE, SKU, Quantity.of(3), new DeviceId(id()), 1)),
                    NOW);
            to.cursor(cursor);
        });
    }

    @Test
    void howFarTheJournalIsAppliedMovesWithWhatItDid() {
        JournalPoint point = new JournalPoint(id(), 4);

        assertThatThrownBy(() ->
                        tables.write(to -> {
                            to.applied(point);
                            to.addStock(SKU, Quantity.ONE);
                            throw new IllegalStateException("the fact can't be applied");
                        }))
                .isInstanceOf(RuntimeException.class);
        assertThat(appliedNow()).isEmpty();
        assertThat(tables.state().stock.get(SKU)).isEmpty();

        tables.write(to -> {
            to.applied(point);
            to.addStock(SKU, Quantity.ONE);
        });
        assertThat(appliedNow()).contains(point);
    }

    @Test
    void anEventIsNewOnce() {
        UUID event = id();

        assertThat(isNew(event)).isTrue();
        assertThat(isNew(event)).isFalse();
    }

    @Test
    void aFactWaitsForAPersonOnce() {
        Quarantined fact = new Quarantined(id(), "malformed");

        tables.write(to -> {
            to.quarantine(List.of(fact));
            to.quarantine(List.of(fact));
        });

        assertThat(quarantinedNow()).containsExactly(fact);
    }

    @Test
    void aSnapshotReplacesTheFiguresAndKeepsWhatHappenedHere() {
        ShiftOpening opening = opening();
        tables.write(to -> {
            to.opened(opening, 1);
            to.addStock(SKU, Quantity.of(9));
            to.needSnapshot();
        });

        tables.write(to -> {
            to.replaceAll(List.of(new Policy.StockLevel(STORE, SKU, Quantity.of(2))), Set.of());
            to.cursor(cursor(1));
            to.snapshotTaken();
        });

        assertThat(tables.state().stock.rows()).isEqualTo(Map.of(SKU, Quantity.of(2)));
        assertThat(tables.state().shifts.has(opening.shiftId())).isTrue();
        assertThat(isSnapshotNeededNow()).isFalse();
    }

    @Test
    void anOpenOrderThatASnapshotDoesNotNameIsForgotten() {
        Order open = SampleOrders.placed();
        told(open);

        takeSnapshot();
        assertThat(tables.state().orders.rows()).isEmpty();

        Order done = open.in(new OrderState.Cancelled(NOW, "no longer wanted"));
        told(done);
        takeSnapshot();
        assertThat(tables.state().orders.values()).containsExactly(done);
    }

    @Test
    void anOrderGoesBackByASnapshotAlone() {
        Order placed = SampleOrders.placed();
        OrderState ready = new OrderState.Ready(NOW, "A3");
        told(placed);
        tables.write(
                to -> to.take(new Event.OrderReady(placed.orderId(), placed.store(), NOW, "A3")));

        told(placed);
        assertThat(tables.state().orders.values()).containsExactly(placed.in(ready));

        takeSnapshot(new Policy.OrderChanged(placed));
        assertThat(tables.state().orders.values()).containsExactly(placed);
    }

    @Test
    void anOrderThatIsOpenAfterAllIsOpenAgainByASnapshot() {
        Order placed = SampleOrders.placed();
        told(placed.in(new OrderState.Cancelled(NOW, "no longer wanted")));

        takeSnapshot(new Policy.OrderChanged(placed));

        assertThat(tables.state().orders.values()).containsExactly(placed);
    }

    @Test
    void aPromotionHoldsUntilItIsEndedOrASnapshotDoesNotNameIt() {
        Promotion one = SamplePromotions.THREE_FOR_TWO;
        Promotion other = SamplePromotions.TUESDAY_EVENING;
        List.of(one, other).forEach(this::told);
        assertThat(tables.state().promotions.values()).containsExactlyInAnyOrder(one, other);
        told(one.ended());
        assertThat(tables.state().promotions.values()).containsExactly(other);

        takeSnapshot(new Policy.PromotionChanged(one));
        assertThat(tables.state().promotions.values()).containsExactly(one);
    }

    private void told(Promotion promotion) {
        tables.write(to -> to.update(List.of(new Policy.PromotionChanged(promotion)), NOW));
    }

    private void told(Order order) {
        tables.write(to -> to.update(List.of(new Policy.OrderChanged(order)), NOW));
    }

    private void takeSnapshot(Policy... policies) {
        tables.write(to -> to.replaceAll(List.of(policies), Set.of()));
    }

    @Test
    void aShiftThatIsToldAgainGetsItsNewPlace() {
        ShiftOpening opening = opening();

        tables.write(to -> to.opened(opening, 1));
        tables.write(to -> to.opened(opening, 12));

        assertThat(tables.state().shifts.values())
                .extracting(shift -> shift.fromSeq())
                .containsExactly(12L);
    }

    @Test
    void reportsAreNumberedOnThoughTheClockWasSetBack() {
        for (int number = 1; number <= 3; number++) {
            close(opening(NOW.minusSeconds(number)), number);
        }

        assertThat(tables.state().counters.get("reports")).contains(3);
    }

    @Test
    void cashThatMovedCountsForItsShiftAndIsKept() {
        ShiftOpening opening = opening();
        CashMovement movement =
                new CashMovement(
                        id(),
                        opening.shiftId(),
                        STORE,
                        opening.device(),
                        LocalDate.EPOCH,
                        NOW,
                        id(),
                        Optional.of(id()),
                        1,
                        CashPurpose.SUPPLIER,
                        Money.ofMinor(2_500, Goods.CURRENCY),
                        "oil");
        Event moved = new Event.CashMoved(movement);

        tables.write(to -> {
            to.opened(opening, 1);
            to.apply(List.of(fact(moved, true)));
        });

        assertThat(tables.state().shifts.get(opening.shiftId()).orElseThrow().totals())
                .isEqualTo(ShiftTotals.none(Goods.CURRENCY).plus(movement));
        assertThat(tables.state().cashMovements.values()).containsExactly(movement);
    }

    private void close(ShiftOpening opening, int number) {
        var none = ShiftTotals.none(Goods.CURRENCY);
        var report =
                new ZReport(
                        number,
                        opening.shiftId(),
                        id(),
                        1,
                        1,
                        none,
                        opening.openingFloat(),
                        opening.openingFloat());
        Event closed =
                new Event.ShiftClosed(
                        new ShiftClosing(
                                opening.shiftId(),
                                STORE,
                                opening.device(),
                                opening.at(),
                                id(),
                                report));
        tables.write(to -> {
            to.opened(opening, 1);
            to.apply(List.of(fact(closed, true)));
        });
    }

    @Test
    void figuresThatHoldAFactAlreadyDoNotMove() {
        Event found =
                new Event.StockAdjusted(
                        new StockAdjustment(
                                id(), STORE, SKU, Quantity.ONE, StockAdjustment.Reason.FOUND, ""));

        tables.write(to -> to.apply(List.of(fact(found, true), fact(found, false))));

        assertThat(tables.state().stock.get(SKU)).contains(Quantity.ONE);
    }

    @Test
    void manyFactsAtOnceDoWhatTheyDoOneByOne() {
        List<Fact> history =
                new RandomHistory(random)
                        .next(300).stream()
                                .map(entry -> new Fact(entry, event(entry), true))
                                .toList();
        tables.write(to -> begin(to, history));
        history.forEach(fact -> tables.write(to -> to.apply(List.of(fact))));
        List<Map<?, ?>> oneByOne = ownFacts();

        tables.end();
        tables.beginEmpty();
        tables.boot();
        tables.write(to -> begin(to, history));
        tables.write(to -> to.apply(history));

        assertThat(ownFacts()).isEqualTo(oneByOne);
        assertThat(tables.state().sales.rows()).isNotEmpty();
    }

    private static void begin(SyncTables to, List<Fact> history) {
        to.update(List.of(new Policy.OrderChanged(SampleOrders.placed())), NOW);
        for (Fact fact : history) {
            if (fact.event() instanceof Event.ShiftOpened(ShiftOpening opening)) {
                to.opened(opening, fact.entry().seq());
            }
        }
    }

    /// What a till's own facts do.
    private List<Map<?, ?>> ownFacts() {
        TillState state = tables.state();
        return List.of(
                Map.copyOf(state.sales.rows()),
                Map.copyOf(state.shifts.rows()),
                Map.copyOf(state.cashMovements.rows()),
                Map.copyOf(state.openPayments.rows()),
                Map.copyOf(state.counters.rows()),
                Map.copyOf(state.orders.rows()),
                Map.copyOf(state.couponUses.rows()),
                Map.copyOf(state.stock.rows()),
                Map.copyOf(state.transfers.rows()),
                Map.copyOf(state.arrivals.rows()));
    }

    private static Event event(JournalEntry entry) {
        return ((JournalEntry.Reading.Known) entry.read()).event();
    }

    @Test
    void whatWasCommittedSurvivesTheEndOfTheProgram() {
        tables.write(to -> to.addStock(SKU, Quantity.ONE));

        restart();

        assertThat(tables.state().stock.get(SKU)).contains(Quantity.ONE);
    }

    @Test
    void aPowerCutMayTakeTheNewestCommitsAndNothingElse() {
        tables.write(to -> to.cursor(cursor(1)));
        for (int i = 0; i < SimulatedTables.MAX_LOST; i++) {
            tables.write(to -> to.addStock(SKU, Quantity.ONE));
        }

        tables.end();
        tables.losePower(random);
        tables.boot();

        assertThat(cursorNow()).contains(cursor(1));
        assertThat(tables.state().stock.get(SKU, Quantity.ZERO))
                .isLessThan(Quantity.of(SimulatedTables.MAX_LOST));
    }

    @Test
    void aDatabaseThatCanNotBeOpenedIsEmptyAtTheNextStart() {
        tables.write(to -> to.addStock(SKU, Quantity.ONE));

        tables.end();
        tables.beginEmpty();
        tables.boot();

        assertThat(tables.state().stock.rows()).isEmpty();
        assertThat(isSnapshotNeededNow()).isTrue();
    }

    @Test
    void anOldCopyIsAsItWas() {
        tables.write(to -> to.addStock(SKU, Quantity.ONE));
        SimulatedTables.Copy copy = tables.copy();
        tables.write(to -> to.addStock(SKU, Quantity.of(5)));

        tables.end();
        tables.restore(copy);
        tables.boot();

        assertThat(tables.state().stock.get(SKU)).contains(Quantity.ONE);
    }

    private void restart() {
        tables.end();
        points.comeUp();
        tables.boot();
    }

    private Fact fact(Event event, boolean movesFigure) {
        return new Fact(JournalEntry.of(id(), 1, NOW, event), event, movesFigure);
    }

    private boolean isSnapshotNeededNow() {
        return tables.read(SyncTables::isSnapshotNeeded);
    }

    private Optional<JournalPoint> appliedNow() {
        return tables.read(SyncTables::applied);
    }

    private Optional<JournalPoint> confirmedNow() {
        return tables.read(SyncTables::confirmed);
    }

    private Optional<JournalPoint> stockHoldsNow() {
        return tables.read(SyncTables::stockHolds);
    }

    private Optional<Cursor> cursorNow() {
        return tables.read(SyncTables::cursor);
    }

    private List<Quarantined> quarantinedNow() {
        return tables.read(SyncTables::quarantined);
    }

    private boolean isNew(UUID event) {
        return !tables.inTransaction(to -> to.newOf(List.of(event))).isEmpty();
    }

    private static Cursor cursor(long n) {
        return new Cursor(
                new TreeMap<>(
                        Map.of(
                                Scope.store(STORE),
                                new Cursor.Position(n, Optional.of(new UUID(0, n))))));
    }

    private ShiftOpening opening() {
        return opening(NOW);
    }

    private ShiftOpening opening(Instant at) {
        return new ShiftOpening(
                id(),
                STORE,
                new DeviceId(id()),
                LocalDate.EPOCH,
                at,
                id(),
                Money.ofMinor(10_000, Goods.CURRENCY));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
