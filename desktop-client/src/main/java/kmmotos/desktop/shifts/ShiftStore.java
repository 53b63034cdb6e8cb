package kmmotos.desktop.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import org.hibernate.StatelessSession;

/// The till's shifts, with totals that grow by each sale as it happens: closing only seals them.
public final class ShiftStore {

    /// @param fromSeq the opening's place in the journal; 1 if that does not hold it any more
    public record OpenShift(ShiftOpening opening, ShiftTotals totals, long fromSeq) {}

    public record ClosedShift(ShiftOpening opening, ShiftClosing closing) {}

    public static List<Class<?>> rows() {
        return List.of(ShiftRow.class);
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
                .forEach((shiftId, ofShift) -> add(session, shiftId, ofShift));
    }

    private static void add(StatelessSession session, UUID shiftId, List<Sale> sales) {
        ShiftRow row = session.get(ShiftRow.class, shiftId);
        if (row != null) {
            ShiftTotals totals = row.toTotals();
            for (Sale sale : sales) {
                totals = totals.plus(sale);
            }
            row.totals = JsonText.write(totals);
            session.update(row);
        }
    }

    public void closed(StatelessSession session, ShiftClosing closing) {
        ShiftRow row = session.get(ShiftRow.class, closing.shiftId());
        if (row != null) {
            row.isOpen = false;
            row.closing = JsonText.write(closing);
            session.update(row);
        }
    }

    public Optional<OpenShift> current(StatelessSession session) {
        return session.createSelectionQuery(
                        "from ShiftRow where isOpen order by openedAt desc", ShiftRow.class)
                .getResultStream()
                .findFirst()
                .map(ShiftRow::toOpenShift);
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
