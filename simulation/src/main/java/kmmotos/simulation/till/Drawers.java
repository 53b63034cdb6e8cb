package kmmotos.simulation.till;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.till.TillState.Shift;

/// The drawers of a till and their shifts, as the people there tell of them.
///
/// @param tables what the till shows
record Drawers(
        Till till, TillEngine engine, SimulatedTables tables, Clock clock, RandomGenerator random) {

    private static final Optional<ShiftTerms> OWN =
            Optional.of(new ShiftTerms(false, ShiftTerms.DRAWERS, Optional.empty()));

    List<Shift> open() {
        return tables.state().shifts.values().stream().filter(Shift::open).toList();
    }

    Event opened() {
        return opened(Optional.empty());
    }

    /// Beside another one.
    Event openedOfTheirOwn() {
        return opened(OWN);
    }

    private Event opened(Optional<ShiftTerms> terms) {
        return new Event.ShiftOpened(
                new ShiftOpening(
                        id(),
                        till.storeId(),
                        till.deviceId(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        clock.instant(),
                        Counter.CLERK,
                        Money.ofMinor(10_000, Goods.CURRENCY),
                        terms));
    }

    /// Made under the recorder's lock for its number, as at a real till.
    Event moved(ShiftOpening opening) {
        engine.recorder().project();
        List<CashPurpose> all = List.of(CashPurpose.values());
        CashPurpose purpose = all.get(random.nextInt(all.size()));
        int minor = purpose.kind().movesMoney() ? 100 + random.nextInt(5_000) : 0;
        return new Event.CashMoved(
                movement(opening, purpose, Money.ofMinor(minor, Goods.CURRENCY)));
    }

    private CashMovement movement(ShiftOpening opening, CashPurpose purpose, Money amount) {
        long before =
                tables.state().cashMovements.values().stream()
                        .filter(moved -> moved.shiftId().equals(opening.shiftId()))
                        .count();
        return new CashMovement(
                id(),
                opening.shiftId(),
                till.storeId(),
                till.deviceId(),
                opening.businessDay(),
                clock.instant(),
                Counter.CLERK,
                Optional.empty(),
                (int) before + 1,
                purpose,
                amount,
                "");
    }

    /// Now and then the drawer holds a little more or less than it should.
    Event closing(Recorder.Next next, UUID shiftId) {
        engine.recorder().project();
        Shift shift = tables.state().shifts.get(shiftId).orElseThrow();
        Money cash = shift.opening().openingFloat().plus(shift.totals().cashInDrawer());
        long off = random.nextInt(4) == 0 ? random.nextInt(1_001) - 500L : 0;
        ZReport report =
                new ZReport(
                        tables.state().counters.get("reports", 0) + 1,
                        shift.opening().shiftId(),
                        next.incarnation(),
                        shift.fromSeq(),
                        next.seq() - 1,
                        shift.totals(),
                        cash,
                        cash.plus(Money.ofMinor(off, Goods.CURRENCY)));
        return new Event.ShiftClosed(
                new ShiftClosing(
                        shift.opening().shiftId(),
                        till.storeId(),
                        till.deviceId(),
                        clock.instant(),
                        Counter.CLERK,
                        report));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
