package kmmotos.server.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashTotals;
import kmmotos.model.shifts.ForeignTotals;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The sales and cash movements that a Z report must be the sum of.
///
/// @param condition on `s`, the sales or the movements
record ReportedSales(String condition, List<Object> parameters) {

    ReportedSales {
        parameters = List.copyOf(parameters);
    }

    /// The report's range of the journal, if the shift's opening and the report stand at its ends.
    /// A till that had to begin a new journal tells there what it still keeps, old reports among
    /// it; then what the shift did in the report's past is added up.
    static ReportedSales of(StatelessSession session, Till till, ZReport report, UUID eventId) {
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
                                eventId,
                                report.fromSeq())
                        .orElse(false);
        return inPlace
                ? new ReportedSales(
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
                : past(till, report, eventId);
    }

    /// What a report's till had recorded before it: the entries before it in its journal; and as
    /// that begins with an entry of an older one, the entries before that there; and so on. The
    /// older journal may go on otherwise from there: with what a copy of the till sold.
    private static ReportedSales past(Till till, ZReport report, UUID eventId) {
        return new ReportedSales(
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
                        eventId,
                        till.deviceId().value(),
                        till.deviceId().value(),
                        till.deviceId().value()));
    }

    ShiftTotals totals(StatelessSession session, Currency currency) {
        SortedMap<String, Money> tenders = tenders(session, currency);
        Optional<CashTotals> cash = cash(session, currency);
        Optional<ForeignTotals> foreign = foreign(session, currency);
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
                                + condition,
                        row ->
                                new ShiftTotals(
                                        row.getInt("sales"),
                                        row.getInt("returns"),
                                        Money.ofMinor(row.getLong("sold"), currency),
                                        Money.ofMinor(row.getLong("returned"), currency),
                                        Money.ofMinor(row.getLong("tax"), currency),
                                        tenders,
                                        cash,
                                        foreign),
                        parameters.toArray())
                .orElseGet(() -> ShiftTotals.none(currency));
    }

    /// Empty if none was taken.
    private Optional<ForeignTotals> foreign(StatelessSession session, Currency currency) {
        return Sql.list(
                        session,
                        """
                        select t.given_currency, sum(t.given_minor) as given,
                            sum(t.change_minor) as change
                        from sale s join tender t on t.store_id = s.store_id
                            and t.sale_id = s.sale_id and t.given_currency is not null
                        where\040\
                        """
                                + condition
                                + " group by t.given_currency",
                        row -> foreign(row, currency),
                        parameters.toArray())
                .stream()
                .reduce(ForeignTotals::plus);
    }

    private static ForeignTotals foreign(ResultSet row, Currency currency) throws SQLException {
        String code = row.getString("given_currency");
        Money given = Money.ofMinor(row.getLong("given"), Currency.getInstance(code));
        return new ForeignTotals(
                new TreeMap<>(Map.of(code, given)), Money.ofMinor(row.getLong("change"), currency));
    }

    /// Empty if none was moved.
    private Optional<CashTotals> cash(StatelessSession session, Currency currency) {
        return Sql.first(
                        session,
                        """
                        select count(*) as movements,
                            coalesce(sum(s.amount_minor) filter (where s.kind = 'PAID_IN'), 0)
                                as paid_in,
                            coalesce(sum(s.amount_minor) filter (where s.kind = 'PAID_OUT'), 0)
                                as paid_out,
                            coalesce(sum(s.amount_minor) filter (where s.kind = 'SAFE_DROP'), 0)
                                as dropped,
                            count(*) filter (where s.kind = 'NO_SALE') as no_sales
                        from cash_movement s where\040\
                        """
                                + condition,
                        row ->
                                row.getLong("movements") == 0
                                        ? Optional.<CashTotals>empty()
                                        : Optional.of(
                                                new CashTotals(
                                                        Money.ofMinor(
                                                                row.getLong("paid_in"), currency),
                                                        Money.ofMinor(
                                                                row.getLong("paid_out"), currency),
                                                        Money.ofMinor(
                                                                row.getLong("dropped"), currency),
                                                        row.getInt("no_sales"))),
                        parameters.toArray())
                .flatMap(found -> found);
    }

    private SortedMap<String, Money> tenders(StatelessSession session, Currency currency) {
        SortedMap<String, Money> tenders = new TreeMap<>();
        Sql.list(
                        session,
                        "select t.kind, sum(t.amount_minor) as minor from tender t join sale s"
                                + " using (sale_id) where "
                                + condition
                                + " group by t.kind",
                        row ->
                                Map.entry(
                                        row.getString("kind"),
                                        Money.ofMinor(row.getLong("minor"), currency)),
                        parameters.toArray())
                .forEach(tender -> tenders.put(tender.getKey(), tender.getValue()));
        return tenders;
    }
}
