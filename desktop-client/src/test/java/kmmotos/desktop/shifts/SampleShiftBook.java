package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.staff.StaffMember;

/// The shifts of a till in memory.
final class SampleShiftBook implements ShiftBook {

    private final List<ClosedShift> closed = new ArrayList<>();
    private Optional<OpenShift> current = Optional.empty();

    void sell(Sale sale) {
        current =
                current.map(open ->
                        new OpenShift(open.opening(), open.openedBy(), open.totals().plus(sale)));
    }

    @Override
    public Optional<OpenShift> current() {
        return current;
    }

    @Override
    public OpenShift open(Money openingFloat, StaffMember by) {
        var opening =
                new ShiftOpening(
                        UUID.randomUUID(),
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        SampleSlips.opening().businessDay(),
                        SampleSlips.NOON,
                        by.staffId(),
                        openingFloat);
        var open = new OpenShift(opening, by.name(), ShiftTotals.none(openingFloat.currency()));
        current = Optional.of(open);
        return open;
    }

    @Override
    public ClosedShift close(Money countedCash, StaffMember by) {
        OpenShift open = current.orElseThrow();
        var report =
                new ZReport(
                        closed.size() + 1,
                        open.opening().shiftId(),
                        UUID.randomUUID(),
                        1,
                        9,
                        open.totals(),
                        open.expectedCash(),
                        countedCash);
        var closing =
                new ShiftClosing(
                        open.opening().shiftId(),
                        SampleSlips.STORE,
                        SampleSlips.DEVICE,
                        SampleSlips.NOON,
                        by.staffId(),
                        report);
        var shift = new ClosedShift(open.opening(), open.openedBy(), closing, by.name());
        closed.addFirst(shift);
        current = Optional.empty();
        return shift;
    }

    @Override
    public List<ClosedShift> closed(int atMost) {
        return closed.stream().limit(atMost).toList();
    }
}
