package kmmotos.server.sales;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Shifts, and the proof of their Z reports: the sales that the server has in the report's range of
/// the journal must add up to what the till sealed. A difference means that a sale was lost,
/// doubled or altered on the way, and goes to the work list.
///
/// Comes after [SaleEffect], because the last sale and the closing may travel together.
public final class ShiftEffect implements Effect {

    static final String DIFFERS = "z_report_differs";

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.ShiftOpened(ShiftOpening opening)) {
                open(session, event.till(), opening);
            } else if (event.event() instanceof Event.ShiftClosed(ShiftClosing closing)) {
                close(session, event.till(), closing, event);
            }
        }
    }

    private static void open(StatelessSession session, Till till, ShiftOpening opening) {
        int opened =
                Sql.update(
                        session,
                        """
                        insert into shift (shift_id, store_id, device_id, business_day, opened_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (shift_id) do update set opened_at = excluded.opened_at
                        where shift.store_id = excluded.store_id\
                        """,
                        opening.shiftId(),
                        till.storeId().value(),
                        till.deviceId().value(),
                        opening.businessDay(),
                        opening.at());
        if (opened == 0) {
            throw new IllegalArgumentException(
                    "shift %s is not store %s's".formatted(opening.shiftId(), till.storeId()));
        }
    }

    private static void close(
            StatelessSession session, Till till, ShiftClosing closing, NewEvent event) {
        ZReport report = closing.report();
        ShiftTotals proved = totals(session, range(session, till, report, event), report);
        boolean same = proved.equals(report.totals());
        Sql.update(
                session,
                "update shift set closed_at = ?, z_number = ?, proof = ? where shift_id = ?"
                        + " and store_id = ?",
                closing.at(),
                report.number(),
                same ? "proved" : "differs",
                closing.shiftId(),
                till.storeId().value());
        if (!same) {
            EventStore.raise(
                    session,
                    till,
                    event.entry(),
                    DIFFERS,
                    "The Z report says %s, but the sales that arrived for it add up to %s."
                            .formatted(report.totals().takings(), proved.takings()),
                    closing.at());
        }
    }

    /// The sales to add up.
    ///
    /// @param condition on `s`, the sales
    private record Range(String condition, List<Object> parameters) {}

    /// The report's range of the journal, if the shift's opening and the report stand at its ends.
    /// A till that had to begin a new journal tells there what it still keeps, old reports among
    /// it; then the shift's sales in the report's past are added up.
    private static Range range(
            StatelessSession session, Till till, ZReport report, NewEvent event) {
        boolean inPlace =
                Sql.first(
                                session,
                                """
                                select true from journal_entry z
                                    join journal_entry o using (device_id, incarnation)
                                    join event e on e.event_id = o.event_id
                                where z.device_id = ? and z.incarnation = ? and z.seq = ?
                                    and z.event_id = ? and o.seq = ?
                                    and e.type = 'shift_opened'\
                                """,
                                row -> row.getBoolean(1),
                                till.deviceId().value(),
                                report.incarnation(),
                                report.toSeq() + 1,
                                event.entry().eventId(),
                                report.fromSeq())
                        .orElse(false);
        return inPlace
                ? new Range(
                        """
                        s.shift_id = ? and exists (select 1 from journal_entry j
                            where j.event_id = s.event_id and j.device_id = ?
                            and j.incarnation = ? and j.seq between ? and ?)\
                        """,
                        List.of(
                                report.shiftId(),
                                till.deviceId().value(),
                                report.incarnation(),
                                report.fromSeq(),
                                report.toSeq()))
                : past(till, report, event);
    }

    /// What a report's till had recorded before it: the entries before it in its journal; and as
    /// that begins with an entry of an older one, the entries before that there; and so on. The
    /// older journal may go on otherwise from there: with what a copy of the till sold.
    private static Range past(Till till, ZReport report, NewEvent event) {
        return new Range(
                """
                s.shift_id = ? and exists (
                    with recursive past (incarnation, before) as (
                        select incarnation, seq from journal_entry
                        where event_id = ? and device_id = ?
                        union
                        select k.incarnation, k.seq from past p
                        join journal_entry f on f.device_id = ?
                            and f.incarnation = p.incarnation and f.seq = 1
                        join journal_entry k on k.event_id = f.event_id
                            and k.device_id = f.device_id and k.incarnation <> f.incarnation)
                    select 1 from past join journal_entry j using (incarnation)
                    where j.event_id = s.event_id and j.device_id = ? and j.seq < before)\
                """,
                List.of(
                        report.shiftId(),
                        event.entry().eventId(),
                        till.deviceId().value(),
                        till.deviceId().value(),
                        till.deviceId().value()));
    }

    private static ShiftTotals totals(StatelessSession session, Range range, ZReport report) {
        Currency currency = report.totals().sold().currency();
        SortedMap<String, Money> tenders = tenders(session, range, currency);
        return Sql.first(
                        session,
                        """
                        select count(*) filter (where s.total_minor >= 0) as sales,
                            count(*) filter (where s.total_minor < 0) as returns,
                            coalesce(sum(s.total_minor) filter (where s.total_minor >= 0), 0)
                                as sold,
                            coalesce(sum(s.total_minor) filter (where s.total_minor < 0), 0)
                                as returned,
                            coalesce(sum(s.tax_minor), 0) as tax
                        from sale s where\040\
                        """
                                + range.condition(),
                        row ->
                                new ShiftTotals(
                                        row.getInt("sales"),
                                        row.getInt("returns"),
                                        Money.ofMinor(row.getLong("sold"), currency),
                                        Money.ofMinor(row.getLong("returned"), currency),
                                        Money.ofMinor(row.getLong("tax"), currency),
                                        tenders),
                        range.parameters().toArray())
                .orElseGet(() -> ShiftTotals.none(currency));
    }

    private static SortedMap<String, Money> tenders(
            StatelessSession session, Range range, Currency currency) {
        SortedMap<String, Money> tenders = new TreeMap<>();
        Sql.list(
                        session,
                        "select t.kind, sum(t.amount_minor) as minor from tender t join sale s"
                                + " using (sale_id) where "
                                + range.condition()
                                + " group by t.kind",
                        row ->
                                Map.entry(
                                        row.getString("kind"),
                                        Money.ofMinor(row.getLong("minor"), currency)),
                        range.parameters().toArray())
                .forEach(tender -> tenders.put(tender.getKey(), tender.getValue()));
        return tenders;
    }
}
