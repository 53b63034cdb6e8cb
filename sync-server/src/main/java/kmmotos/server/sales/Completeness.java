package kmmotos.server.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Whether everything that each register printed is here: its journal's numbers, its receipts' and
/// its Z reports' run without gaps, and each Z report is what the sales in its range add up to.
final class Completeness {

    private static final int MAX_RANGES = 50;

    private Completeness() {}

    /// @param pending entries of the till's journal that are not here yet
    /// @param waiting facts that are here and wait on the work list
    record Register(
            Till till,
            Optional<Instant> lastContact,
            long pending,
            long waiting,
            List<Series> receipts,
            ZProofs zReports,
            boolean complete) {}

    /// A series of receipt numbers, from the first day that was asked for.
    record Series(int series, long first, long last, long count, List<Range> missing) {}

    /// @param from the first number that is not here
    /// @param to the last one
    record Range(long from, long to) {}

    /// @param differs the numbers of the reports that their sales do not add up to
    /// @param open shifts whose report is not here yet
    record ZProofs(long proved, List<Long> differs, long open, List<Range> missing) {

        static final ZProofs NONE = new ZProofs(0, List.of(), 0, List.of());

        boolean isComplete() {
            return differs.isEmpty() && missing.isEmpty();
        }
    }

    static List<Register> of(StatelessSession session, Optional<StoreId> store, LocalDate since) {
        String id = store.map(StoreId::value).orElse("");
        Map<UUID, List<Series>> receipts = receipts(session, id, since);
        Map<UUID, ZProofs> reports = reports(session, id, since);
        return Sql.list(
                session,
                """
                select t.device_id, t.store_id, t.number, t.name, t.last_contact,
                    greatest(0, t.journal_end_seq - coalesce(s.have_seq, 0)) as pending,
                    coalesce(x.waiting, 0) as waiting
                from till t
                left join (select device_id, count(*) as waiting from event_exception
                    where solved_at is null group by device_id) x using (device_id)
                left join lateral (select have_seq from journal_stream
                    where device_id = t.device_id order by begun_at desc limit 1) s on true
                where ? in ('', t.store_id) order by t.store_id, t.number, t.enrolled_at\
                """,
                row -> register(row, receipts, reports),
                id);
    }

    private static Register register(
            ResultSet row, Map<UUID, List<Series>> receipts, Map<UUID, ZProofs> reports)
            throws SQLException {
        UUID device = row.getObject("device_id", UUID.class);
        List<Series> series = receipts.getOrDefault(device, List.of());
        ZProofs proofs = reports.getOrDefault(device, ZProofs.NONE);
        long pending = row.getLong("pending");
        long waiting = row.getLong("waiting");
        return new Register(
                new Till(
                        new DeviceId(device),
                        new StoreId(row.getString("store_id")),
                        row.getInt("number"),
                        row.getString("name")),
                Sql.optionalInstant(row, "last_contact"),
                pending,
                waiting,
                series,
                proofs,
                pending == 0
                        && waiting == 0
                        && proofs.isComplete()
                        && series.stream().allMatch(one -> one.missing().isEmpty()));
    }

    /// Before the first receipt of the time that was asked for comes the one with the number before
    /// it, whenever it was.
    private static Map<UUID, List<Series>> receipts(
            StatelessSession session, String store, LocalDate since) {
        Map<UUID, List<Series>> series = new HashMap<>();
        Sql.list(
                        session,
                        """
                        with receipts as (
                            select device_id, store_id, receipt_number,
                                rtrim(receipt_number, '0123456789') as prefix
                            from sale where business_day >= ? and ? in ('', store_id)),
                        numbers as (
                            select device_id, store_id, prefix,
                                substr(receipt_number, length(prefix) + 1)::bigint as n
                            from receipts),
                        following as (
                            select *, lag(n) over (partition by device_id, prefix order by n)
                                as before from numbers),
                        gaps as (
                            select *, case
                                when before is not null then before
                                when n = 1 or exists (select 1 from sale e
                                    where e.store_id = f.store_id and e.receipt_number = f.prefix
                                        || lpad((f.n - 1)::text, 6, '0')) then n - 1
                                else 0 end as known from following f)
                        select device_id, split_part(prefix, '-', 3)::integer as series,
                            min(n) as first, max(n) as last,
                            count(*) filter (where n is distinct from before) as count,
                            coalesce((array_agg(known + 1 order by n)
                                filter (where n > known + 1))[1:%1$d], '{}') as gap_from,
                            coalesce((array_agg(n - 1 order by n)
                                filter (where n > known + 1))[1:%1$d], '{}') as gap_to
                        from gaps group by device_id, prefix order by device_id, series\
                        """
                                .formatted(MAX_RANGES),
                        row ->
                                Map.entry(
                                        row.getObject("device_id", UUID.class),
                                        new Series(
                                                row.getInt("series"),
                                                row.getLong("first"),
                                                row.getLong("last"),
                                                row.getLong("count"),
                                                ranges(row))),
                        since,
                        store)
                .forEach(found ->
                        series.computeIfAbsent(found.getKey(), _ -> new ArrayList<>())
                                .add(found.getValue()));
        return series;
    }

    private static Map<UUID, ZProofs> reports(
            StatelessSession session, String store, LocalDate since) {
        Map<UUID, ZProofs> proofs = new HashMap<>();
        Sql.list(
                        session,
                        """
                        with reports as (
                            select *, lag(z_number) over (partition by device_id
                                order by z_number) as before
                            from shift where business_day >= ? and ? in ('', store_id))
                        select device_id, count(*) filter (where proof = 'proved') as proved,
                            coalesce(array_agg(z_number::bigint order by z_number)
                                filter (where proof = 'differs'), '{}') as differs,
                            count(*) filter (where closed_at is null) as open,
                            coalesce((array_agg(before::bigint + 1 order by z_number)
                                filter (where z_number > before + 1))[1:%1$d], '{}') as gap_from,
                            coalesce((array_agg(z_number::bigint - 1 order by z_number)
                                filter (where z_number > before + 1))[1:%1$d], '{}') as gap_to
                        from reports group by device_id\
                        """
                                .formatted(MAX_RANGES),
                        row ->
                                Map.entry(
                                        row.getObject("device_id", UUID.class),
                                        new ZProofs(
                                                row.getLong("proved"),
                                                numbers(row, "differs"),
                                                row.getLong("open"),
                                                ranges(row))),
                        since,
                        store)
                .forEach(found -> proofs.put(found.getKey(), found.getValue()));
        return proofs;
    }

    private static List<Range> ranges(ResultSet row) throws SQLException {
        List<Long> from = numbers(row, "gap_from");
        List<Long> to = numbers(row, "gap_to");
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            ranges.add(new Range(from.get(i), to.get(i)));
        }
        return List.copyOf(ranges);
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
