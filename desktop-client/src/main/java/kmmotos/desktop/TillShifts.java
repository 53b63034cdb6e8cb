package kmmotos.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.neighbours.NeighbourUnreachable;
import kmmotos.desktop.shifts.DrawerCount;
import kmmotos.desktop.shifts.LeftShift;
import kmmotos.desktop.shifts.ShiftBook;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.desktop.sync.Recorder.Next;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shifts of a till: journal for what happens, database for what is shown.
public final class TillShifts implements ShiftBook {

    private static final Logger LOG = LoggerFactory.getLogger(TillShifts.class);

    private final Till till;

    public TillShifts(Till till) {
        this.till = till;
    }

    @Override
    public Optional<OpenShift> current(StaffMember member) {
        till.recorder().project();
        return till.database()
                .read(session ->
                        shifts().current(session, member.staffId())
                                .map(open -> open(session, open)));
    }

    @Override
    public Optional<ShiftTerms> termsForNext() {
        till.recorder().project();
        return till.database().read(shifts()::termsForNext);
    }

    @Override
    public Optional<OpenShift> open(Money openingFloat, ShiftTerms terms, StaffMember by) {
        till.recorder().project();
        boolean isTaken =
                till.database().read(shifts()::open).stream()
                        .anyMatch(open ->
                                open.opening().drawer() == terms.drawer()
                                        || open.opening().isFor(by.staffId()));
        if (isTaken) {
            return Optional.empty();
        }
        LocalDate day = till.store().dayAt(till.config().clock().instant());
        record(newId(), day, openingFloat, terms, by);
        return current(by);
    }

    private void record(
            UUID shiftId, LocalDate day, Money openingFloat, ShiftTerms terms, StaffMember by) {
        till.recorder()
                .record(
                        new Event.ShiftOpened(
                                new ShiftOpening(
                                        shiftId,
                                        till.identity().store().storeId(),
                                        till.identity().till().deviceId(),
                                        day,
                                        till.config().clock().instant(),
                                        by.staffId(),
                                        openingFloat,
                                        Optional.of(terms))));
        till.recorder().project();
    }

    private UUID newId() {
        return UuidV7.of(till.config().clock().instant(), till.config().random());
    }

    @Override
    public Moved move(UUID shiftId, Move what, StaffMember by, Optional<StaffMember> approvedBy) {
        Event written = till.recorder().record(_ -> moved(shiftId, what, by, approvedBy)).event();
        till.recorder().project();
        return new Moved(
                ((Event.CashMoved) written).movement(),
                by.name(),
                approvedBy.map(StaffMember::name));
    }

    /// Within the recorder's lock, so that each movement of a shift gets its own number.
    private Event moved(UUID shiftId, Move what, StaffMember by, Optional<StaffMember> approvedBy) {
        till.recorder().project();
        Instant now = till.config().clock().instant();
        return till.database()
                .read(session -> {
                    ShiftOpening opening = shift(session, shiftId).opening();
                    return new Event.CashMoved(
                            new CashMovement(
                                    newId(),
                                    shiftId,
                                    opening.store(),
                                    opening.device(),
                                    opening.businessDay(),
                                    now,
                                    by.staffId(),
                                    approvedBy.map(StaffMember::staffId),
                                    shifts().movements(session, shiftId).size() + 1,
                                    what.purpose(),
                                    what.amount(),
                                    what.note()));
                });
    }

    @Override
    public List<Moved> movements(UUID shiftId) {
        return till.database()
                .read(session ->
                        shifts().movements(session, shiftId).stream()
                                .map(movement ->
                                        new Moved(
                                                movement,
                                                name(session, movement.staffId()),
                                                movement.approvedBy().map(id -> name(session, id))))
                                .toList());
    }

    @Override
    public Contents contents(UUID shiftId) {
        till.recorder().project();
        return till.database()
                .read(session ->
                        new Contents(
                                open(session, shift(session, shiftId)),
                                till.stores().sales().ofShift(session, shiftId),
                                shifts().movements(session, shiftId)));
    }

    @Override
    public ClosedShift close(UUID shiftId, DrawerCount counted, StaffMember by) {
        return close(shiftId, Optional.of(counted), by);
    }

    @Override
    public ClosedShift leave(UUID shiftId, StaffMember by) {
        ClosedShift left = close(shiftId, Optional.empty(), by);
        till.neighbours().parkedChanged();
        return left;
    }

    private ClosedShift close(UUID shiftId, Optional<DrawerCount> count, StaffMember by) {
        Event written = till.recorder().record(next -> closing(next, shiftId, count, by)).event();
        till.recorder().project();
        var closing = ((Event.ShiftClosed) written).closing();
        return till.database().read(session -> closed(session, closing));
    }

    @Override
    public List<Elsewhere> elsewhere(StaffMember member) {
        UUID self = till.identity().till().deviceId().value();
        return till.neighbours().parked().stream()
                .flatMap(parked ->
                        LeftShifts.read(parked.sale()).stream()
                                .map(shift -> new Elsewhere(shift, parked.at().deviceId())))
                .filter(left -> left.shift().handedTo().map(self::equals).orElse(true))
                .filter(left ->
                        left.shift().shared() || left.shift().staffId().equals(member.staffId()))
                .toList();
    }

    /// It is in this till's journal before the other till forgets it.
    @Override
    public TakeUp takeUp(Elsewhere left, StaffMember by) {
        Optional<ShiftTerms> free = termsForNext();
        if (free.isEmpty() || current(by).isPresent()) {
            return new TakeUp.Gone();
        }
        try {
            Optional<JsonNode> given =
                    till.neighbours()
                            .take(
                                    left.at(),
                                    left.shift().goesOnAs(),
                                    shift -> goOn(shift, free.get().drawer(), by));
            return given.flatMap(_ -> current(by))
                    .<TakeUp>map(TakeUp.Taken::new)
                    .orElseGet(TakeUp.Gone::new);
        } catch (NeighbourUnreachable e) {
            LOG.info("till {} does not answer: {}", left.at(), e.getMessage());
            return new TakeUp.NoAnswer();
        }
    }

    private void goOn(JsonNode given, int drawer, StaffMember by) {
        LeftShift left = LeftShifts.read(given).orElseThrow();
        boolean isKnown =
                till.database().read(session -> shifts().isKnown(session, left.goesOnAs()));
        if (!isKnown) {
            record(
                    left.goesOnAs(),
                    left.businessDay(),
                    left.cash(),
                    new ShiftTerms(left.shared(), drawer, Optional.of(left.carried())),
                    by);
        }
    }

    @Override
    public List<ClosedShift> closed(int atMost) {
        return till.database()
                .read(session ->
                        shifts().closed(session, atMost).stream()
                                .map(shift -> closed(session, shift.closing()))
                                .toList());
    }

    /// Within the recorder's lock, so that no sale can come between the totals and their seal.
    ///
    /// @param count empty if the shift goes on elsewhere
    private Event closing(Next next, UUID shiftId, Optional<DrawerCount> count, StaffMember by) {
        till.recorder().project();
        return till.database()
                .read(session -> {
                    ShiftStore.OpenShift open = shift(session, shiftId);
                    DrawerCount counted =
                            count.orElseGet(
                                    () -> DrawerCount.of(open(session, open).expectedCash()));
                    Optional<UUID> goesOnAs =
                            count.isPresent() ? Optional.empty() : Optional.of(newId());
                    var report =
                            new ZReport(
                                    shifts().nextReportNumber(session),
                                    shiftId,
                                    next.incarnation(),
                                    open.fromSeq(),
                                    next.seq() - 1,
                                    open.totals(),
                                    open(session, open).expectedCash(),
                                    counted.cash(),
                                    counted.pieces(),
                                    goesOnAs,
                                    counted.foreign());
                    return new Event.ShiftClosed(
                            new ShiftClosing(
                                    shiftId,
                                    open.opening().store(),
                                    open.opening().device(),
                                    till.config().clock().instant(),
                                    by.staffId(),
                                    report));
                });
    }

    private ShiftStore.OpenShift shift(StatelessSession session, UUID shiftId) {
        return shifts().open(session).stream()
                .filter(open -> open.opening().shiftId().equals(shiftId))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("shift " + shiftId + " is not open here"));
    }

    private OpenShift open(StatelessSession session, ShiftStore.OpenShift open) {
        String openedBy = name(session, open.opening().staffId());
        return new OpenShift(open.opening(), openedBy, open.totals());
    }

    private ClosedShift closed(StatelessSession session, ShiftClosing closing) {
        ShiftOpening opening =
                shifts().closed(session, 20).stream()
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

    private ShiftStore shifts() {
        return till.stores().shifts();
    }

    private String name(StatelessSession session, UUID staffId) {
        return till.stores()
                .staff()
                .find(session, staffId)
                .map(StaffMember::name)
                .orElse(staffId.toString());
    }
}
