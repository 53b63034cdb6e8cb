package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.money.Money;
import kmmotos.model.sales.CarriedShift;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.staff.StaffMember;

/// The shift of a till in memory; one at a time.
final class SampleShiftBook implements ShiftBook {

    private final List<ClosedShift> closed = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Elsewhere> waiting = new ArrayList<>();
    private Optional<OpenShift> current = Optional.empty();

    void sell(Sale sale) {
        sales.add(sale);
        become(shift().totals().plus(sale));
    }

    private void become(ShiftTotals totals) {
        current = Optional.of(new OpenShift(shift().opening(), shift().openedBy(), totals));
    }

    private OpenShift shift() {
        return current.orElseThrow();
    }

    @Override
    public Optional<OpenShift> current(StaffMember member) {
        return current.filter(open -> open.opening().isFor(member.staffId()));
    }

    @Override
    public Optional<ShiftTerms> termsForNext() {
        return current.isEmpty()
                ? Optional.of(ShiftTerms.USUAL)
                : Optional.of(new ShiftTerms(false, 2, Optional.empty()));
    }

    @Override
    public Optional<OpenShift> open(Money openingFloat, ShiftTerms terms, StaffMember by) {
        var opening =
                new ShiftOpening(
                        UUID.randomUUID(),
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        SampleSlips.opening().businessDay(),
                        SampleSlips.NOON,
                        by.staffId(),
                        openingFloat,
                        Optional.of(terms));
        current =
                Optional.of(
                        new OpenShift(
                                opening, by.name(), ShiftTotals.none(openingFloat.currency())));
        return current;
    }

    @Override
    public Moved move(UUID shiftId, Move what, StaffMember by, Optional<StaffMember> approvedBy) {
        var movement =
                new CashMovement(
                        UUID.randomUUID(),
                        shiftId,
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        shift().opening().businessDay(),
                        SampleSlips.NOON,
                        by.staffId(),
                        approvedBy.map(StaffMember::staffId),
                        moved.size() + 1,
                        what.purpose(),
                        what.amount(),
                        what.note());
        moved.add(new Moved(movement, by.name(), approvedBy.map(StaffMember::name)));
        become(shift().totals().plus(movement));
        return moved.getLast();
    }

    @Override
    public List<Moved> movements(UUID shiftId) {
        return List.copyOf(moved);
    }

    @Override
    public Contents contents(UUID shiftId) {
        return new Contents(
                shift(), List.copyOf(sales), moved.stream().map(Moved::movement).toList());
    }

    @Override
    public ClosedShift close(UUID shiftId, DrawerCount counted, StaffMember by) {
        OpenShift open = shift();
        var report =
                new ZReport(
                        closed.size() + 1,
                        shiftId,
                        UUID.randomUUID(),
                        1,
                        9,
                        open.totals(),
                        open.expectedCash(),
                        counted.cash(),
                        counted.pieces(),
                        Optional.empty(),
                        counted.foreign());
        var closing =
                new ShiftClosing(
                        shiftId,
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        SampleSlips.NOON,
                        by.staffId(),
                        report);
        var shift = new ClosedShift(open.opening(), open.openedBy(), closing, by.name());
        closed.addFirst(shift);
        current = Optional.empty();
        moved.clear();
        sales.clear();
        return shift;
    }

    @Override
    public ClosedShift leave(UUID shiftId, StaffMember by) {
        OpenShift open = shift();
        ClosedShift left = close(shiftId, DrawerCount.of(open.expectedCash()), by);
        var report = left.closing().report();
        var carried = new CarriedShift(shiftId, 1, report.number(), report.totals());
        waiting.add(
                new Elsewhere(
                        new LeftShift(
                                UUID.randomUUID(),
                                open.opening().staffId(),
                                open.openedBy(),
                                open.opening().isShared(),
                                open.opening().businessDay(),
                                report.countedCash(),
                                carried,
                                Optional.empty()),
                        SampleSlips.DEVICE));
        return left;
    }

    @Override
    public List<Elsewhere> elsewhere(StaffMember member) {
        return List.copyOf(waiting);
    }

    @Override
    public TakeUp takeUp(Elsewhere left, StaffMember by) {
        if (!waiting.remove(left)) {
            return new TakeUp.Gone();
        }
        var terms = new ShiftTerms(true, 1, Optional.of(left.shift().carried()));
        return new TakeUp.Taken(open(left.shift().cash(), terms, by).orElseThrow());
    }

    @Override
    public List<ClosedShift> closed(int atMost) {
        return closed.stream().limit(atMost).toList();
    }
}
