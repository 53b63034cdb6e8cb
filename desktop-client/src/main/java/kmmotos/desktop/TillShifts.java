package kmmotos.desktop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.shifts.ShiftBook;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.desktop.sync.Recorder.Next;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ZReport;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;

/// The shifts of a till: journal for what happens, database for what is shown.
public final class TillShifts implements ShiftBook {

    private final Till till;

    public TillShifts(Till till) {
        this.till = till;
    }

    @Override
    public Optional<OpenShift> current() {
        till.recorder().project();
        return till.database()
                .read(session ->
                        till.stores().shifts().current(session).map(open -> open(session, open)));
    }

    @Override
    public OpenShift open(Money openingFloat, StaffMember by) {
        if (current().isPresent()) {
            throw new IllegalStateException("a shift is open already");
        }
        Store store = till.store();
        Instant now = till.config().clock().instant();
        var opening =
                new ShiftOpening(
                        UuidV7.of(now, till.config().random()),
                        store.storeId(),
                        till.identity().till().deviceId(),
                        store.dayAt(now),
                        now,
                        by.staffId(),
                        openingFloat);
        till.recorder().record(new Event.ShiftOpened(opening));
        return current().orElseThrow();
    }

    @Override
    public ClosedShift close(Money countedCash, StaffMember by) {
        Event written = till.recorder().record(next -> closing(next, countedCash, by)).event();
        till.recorder().project();
        var closing = ((Event.ShiftClosed) written).closing();
        return till.database().read(session -> closed(session, closing));
    }

    @Override
    public List<ClosedShift> closed(int atMost) {
        return till.database()
                .read(session ->
                        till.stores().shifts().closed(session, atMost).stream()
                                .map(shift -> closed(session, shift.closing()))
                                .toList());
    }

    /// Within the recorder's lock, so that no sale can come between the totals and their seal.
    private Event closing(Next next, Money countedCash, StaffMember by) {
        till.recorder().project();
        return till.database()
                .read(session -> {
                    ShiftStore shifts = till.stores().shifts();
                    ShiftStore.OpenShift open = shifts.current(session).orElseThrow();
                    var report =
                            new ZReport(
                                    shifts.nextReportNumber(session),
                                    open.opening().shiftId(),
                                    next.incarnation(),
                                    open.fromSeq(),
                                    next.seq() - 1,
                                    open.totals(),
                                    open(session, open).expectedCash(),
                                    countedCash);
                    return new Event.ShiftClosed(
                            new ShiftClosing(
                                    open.opening().shiftId(),
                                    open.opening().store(),
                                    open.opening().device(),
                                    till.config().clock().instant(),
                                    by.staffId(),
                                    report));
                });
    }

    private OpenShift open(StatelessSession session, ShiftStore.OpenShift open) {
        String openedBy = name(session, open.opening().staffId());
        return new OpenShift(open.opening(), openedBy, open.totals());
    }

    private ClosedShift closed(StatelessSession session, ShiftClosing closing) {
        ShiftOpening opening =
                till.stores().shifts().closed(session, 20).stream()
                        .map(ShiftStore.ClosedShift::opening)
                        .filter(known -> known.shiftId().equals(closing.shiftId()))
                        .findFirst()
                        .orElseThrow();
        return new ClosedShift(
                opening,
                name(session, opening.staffId()),
                closing,
                name(session, closing.staffId()));
    }

    private String name(StatelessSession session, UUID staffId) {
        return till.stores()
                .staff()
                .find(session, staffId)
                .map(StaffMember::name)
                .orElse(staffId.toString());
    }
}
