package kmmotos.desktop.shifts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.shifts.CashMovement;
import org.hibernate.StatelessSession;

/// The till's shifts, with totals that grow by each sale and cash movement as it happens: closing
/// only seals them.
public final class ShiftStore {

    /// @param fromSeq the opening's place in the journal; 1 if that does not hold it any more
    public record OpenShift(ShiftOpening opening, ShiftTotals totals, long fromSeq) {}

    public record ClosedShift(ShiftOpening opening, ShiftClosing closing) {}

    public static List<Class<?>> rows() {
        return List.of(ShiftRow.class, CashMovementRow.class, LeftShiftRow.class);
    }

    /// Adds a shift; one that is known gets its new place in a new incarnation.
    public void opened(StatelessSession session, ShiftOpening opening, long seq) {
        ShiftRow known = session.get(ShiftRow.class, opening.shiftId());
        if (known == null) {
            session.insert(new ShiftRow(opening, seq));
        } else {
            known.fromSeq = seq;
            session.update(known);
        }
    }

    /// The number of an opening that a new journal does not repeat would mean another fact there.
    public void beganJournal(StatelessSession session) {
        int _ =
                session.createMutationQuery("update ShiftRow set fromSeq = 1 where isOpen")
                        .executeUpdate();
    }

    /// Adds sales to the totals of their shifts; a shift that is not known has none.
    public void add(StatelessSession session, List<Sale> sales) {
        sales.stream()
                .collect(Collectors.groupingBy(Sale::shiftId))
                .forEach((shiftId, ofShift) ->
                        addUp(
                                session,
                                shiftId,
                                totals ->
                                        ofShift.stream()
                                                .reduce(totals, ShiftTotals::plus, (a, _) -> a)));
    }

    public void add(StatelessSession session, CashMovement movement) {
        session.upsert(new CashMovementRow(movement));
        addUp(session, movement.shiftId(), totals -> totals.plus(movement));
    }

    private static void addUp(
            StatelessSession session, UUID shiftId, UnaryOperator<ShiftTotals> plus) {
        ShiftRow row = session.get(ShiftRow.class, shiftId);
        if (row != null) {
            row.totals = JsonText.write(plus.apply(row.toTotals()));
            session.update(row);
        }
    }

    /// In the order of their numbers.
    public List<CashMovement> movements(StatelessSession session, UUID shiftId) {
        return session.createSelectionQuery(
                        "from CashMovementRow where shiftId = ?1 order by number, movementId",
                        CashMovementRow.class)
                .setParameter(1, shiftId)
                .getResultStream()
                .map(CashMovementRow::toMovement)
                .toList();
    }

    public void closed(StatelessSession session, ShiftClosing closing) {
        ShiftRow row = session.get(ShiftRow.class, closing.shiftId());
        if (row != null) {
            row.isOpen = false;
            row.closing = JsonText.write(closing);
            session.update(row);
            closing.report()
                    .goesOnAs()
                    .ifPresent(next -> session.upsert(new LeftShiftRow(next, row.shiftId)));
        }
    }

    /// Whether it is or was open here.
    public boolean isKnown(StatelessSession session, UUID shiftId) {
        return session.get(ShiftRow.class, shiftId) != null;
    }

    /// A shift that was left here and is not taken up yet.
    ///
    /// @param handedTo the till it was given to, which may not have it yet
    public record Left(ClosedShift shift, Optional<UUID> handedTo) {}

    public List<Left> left(StatelessSession session) {
        return session.createSelectionQuery("from LeftShiftRow", LeftShiftRow.class)
                .getResultStream()
                .flatMap(row -> left(session, row).stream())
                .toList();
    }

    private static Optional<Left> left(StatelessSession session, LeftShiftRow row) {
        return Optional.ofNullable(session.get(ShiftRow.class, row.shiftId))
                .flatMap(ShiftRow::toClosedShift)
                .map(shift -> new Left(shift, Optional.ofNullable(row.handedTo)));
    }

    /// Gives it to one till for good; the same one gets it again if it asks again.
    public Optional<Left> handOut(StatelessSession session, UUID goesOnAs, UUID device) {
        LeftShiftRow row = session.get(LeftShiftRow.class, goesOnAs);
        if (row == null || (row.handedTo != null && !row.handedTo.equals(device))) {
            return Optional.empty();
        }
        row.handedTo = device;
        session.update(row);
        return left(session, row);
    }

    /// That till has it.
    public void takenUp(StatelessSession session, UUID goesOnAs) {
        LeftShiftRow row = session.get(LeftShiftRow.class, goesOnAs);
        if (row != null) {
            session.delete(row);
        }
    }

    /// All that are open at this register, the one opened last first.
    public List<OpenShift> open(StatelessSession session) {
        return session.createSelectionQuery(
                        "from ShiftRow where isOpen order by openedAt desc", ShiftRow.class)
                .getResultStream()
                .map(ShiftRow::toOpenShift)
                .toList();
    }

    /// The shift this member of staff sells in: their own, else one that is shared.
    public Optional<OpenShift> current(StatelessSession session, UUID staffId) {
        return open(session).stream()
                .filter(shift -> shift.opening().isFor(staffId))
                .min(Comparator.comparing(shift -> shift.opening().isShared()));
    }

    /// How a shift can be opened beside those that are open: the usual way while there is none,
    /// else at the drawer that is free; empty if none is.
    public Optional<ShiftTerms> termsForNext(StatelessSession session) {
        List<OpenShift> open = open(session);
        return IntStream.rangeClosed(1, ShiftTerms.DRAWERS)
                .filter(drawer ->
                        open.stream().noneMatch(shift -> shift.opening().drawer() == drawer))
                .mapToObj(drawer -> new ShiftTerms(open.isEmpty(), drawer, Optional.empty()))
                .findFirst();
    }

    /// The shifts closed last, newest first.
    public List<ClosedShift> closed(StatelessSession session, int limit) {
        return session.createSelectionQuery(
                        "from ShiftRow where not isOpen order by openedAt desc", ShiftRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .flatMap(row -> row.toClosedShift().stream())
                .toList();
    }

    /// Of all Z reports that are kept, lowest first, each once.
    public List<Long> reportNumbers(StatelessSession session) {
        return closed(session, Integer.MAX_VALUE).stream()
                .map(shift -> (long) shift.closing().report().number())
                .sorted()
                .distinct()
                .toList();
    }

    /// The number for the next Z report: they run without gaps, even if the clock was set back
    /// since the last one.
    public int nextReportNumber(StatelessSession session) {
        List<Long> numbers = reportNumbers(session);
        return 1 + (numbers.isEmpty() ? 0 : Math.toIntExact(numbers.getLast()));
    }
}
