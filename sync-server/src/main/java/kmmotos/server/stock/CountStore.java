package kmmotos.server.stock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.stock.MovementStore.Moved;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.NewEvent;
import org.hibernate.StatelessSession;

/// Keeps counts, and books what they adjust.
///
/// For each count of a SKU, what is missing at its cut is the counted quantity less the movements
/// in the cut. A count adjusts by what is missing at its own cut less what was missing at the cut
/// of the count before it, so that all adjustments together are what is missing at the last cut,
/// and on hand is what was last counted plus what is not in that cut. A late event in a cut changes
/// what is missing there, and the difference is booked as one more movement of that count.
final class CountStore {

    /// What a count's movements are marked with, so that they are no part of any cut themselves.
    static final String REASON = "stock_counted";

    /// Works out what is missing at the cut of some counts, from the balance and what is not in the
    /// cut, for that is little: what came after the marks. Of the other counts it is what was
    /// booked up to them. A movement's number leaves room for one on each line, so that the lines
    /// of a count, each guarded by its own balance, never ask for the same number.
    private static final String BOOK =
            """
            with line as (
                select event_id, line, sku, weight, counted from stock_count_line
                where store_id = ? and sku = any (?)),
            sums as materialized (
                select m.event_id, m.sku, count(*) as times,
                    sum(case when m.to_location = 'STORE' then m.quantity
                        else -m.quantity end) as adjusted
                from stock_movement m where m.event_id in (select event_id from line)
                group by m.event_id, m.sku),
            booked as (
                select l.*, coalesce(m.adjusted, 0) as adjusted,
                    coalesce(m.times, 0) as times
                from line l left join sums m using (event_id, sku)),
            journal as (
                select device_id, incarnation from journal_stream where store_id = ?
                union select ?, ?),
            after_mark as (
                select c.event_id, e.event_id as moved
                from unnest(?) as c (event_id) cross join journal j
                left join stock_count_mark k on k.event_id = c.event_id
                    and k.device_id = j.device_id and k.incarnation = j.incarnation
                join journal_entry e on e.device_id = j.device_id
                    and e.incarnation = j.incarnation and e.seq > coalesce(k.seq, 0)
                union
                select c.event_id, b.event_id
                from unnest(?) as c (event_id)
                left join stock_count_mark k on k.event_id = c.event_id
                    and k.device_id = ?
                join stock_booking b on b.store_id = ? and b.n > coalesce(k.seq, 0)),
            beyond as (
                select a.event_id, m.sku,
                    sum(case when m.to_location = 'STORE' then m.quantity
                        when m.from_location = 'STORE' then -m.quantity
                        else 0 end) as change
                from after_mark a join stock_movement m on m.event_id = a.moved
                where m.store_id = ? and m.sku = any (?) and m.reason <> ?
                    and not exists (select 1 from event_place p
                        join stock_count_mark k on k.event_id = a.event_id
                            and k.device_id = p.device_id
                            and k.incarnation = p.incarnation and k.seq >= p.seq
                        where p.event_id = m.event_id and p.store_id = m.store_id)
                group by a.event_id, m.sku),
            missing as (
                select b.*, case when b.event_id = any (?)
                    then b.counted - (s.on_hand - sum(b.adjusted) over (
                        partition by b.sku) - coalesce(y.change, 0))
                    else sum(b.adjusted) over (partition by b.sku
                        order by b.weight, b.event_id) end as missing
                from booked b
                join stock_balance s on s.store_id = ? and s.sku = b.sku
                left join beyond y on y.event_id = b.event_id and y.sku = b.sku),
            change as (
                select event_id, line, sku, times, missing - adjusted
                    - lag(missing, 1, 0) over (partition by sku
                        order by weight, event_id) as change
                from missing)
            insert into stock_movement (event_id, line, store_id, sku, quantity,
                from_location, to_location, reason, device_id, at)
            select c.event_id, c.line + c.times * (select count(*)
                    from stock_count_line l where l.event_id = c.event_id),
                k.store_id, c.sku, abs(c.change),
                case when c.change > 0 then 'ADJUST' else 'STORE' end,
                case when c.change > 0 then 'STORE' else 'ADJUST' end, ?, k.device_id,
                k.at
            from change c join stock_count k using (event_id)
            where c.change <> 0
            returning sku, case when to_location = 'STORE' then quantity
                else -quantity end as change\
            """;

    record Counted(NewEvent event, StockCount count) {}

    private record Line(Counted of, int number, StockCount.Line line) {}

    private record Mark(UUID eventId, JournalMark mark) {}

    private record Affected(UUID count, Sku sku) {}

    private CountStore() {}

    static List<Counted> counts(List<NewEvent> events) {
        List<Counted> counts = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.StockCounted(StockCount count)) {
                MovementStore.refuseAnotherStore(event.till(), count.store());
                counts.add(new Counted(event, count));
            }
        }
        return counts;
    }

    /// Stores new counts and books what they, and earlier counts with late events in their cuts,
    /// adjust. Whoever calls has locked the balances.
    ///
    /// @param place where the till stands in its journal
    /// @return the changes by SKU
    static SortedMap<Sku, Quantity> adjust(
            StatelessSession session,
            Till till,
            List<Moved> moved,
            List<Counted> counts,
            JournalPlace place) {
        Set<UUID> workOut = new HashSet<>();
        Set<Sku> skus = new HashSet<>();
        if (!counts.isEmpty()) {
            add(session, till, counts);
            counts.forEach(count -> {
                workOut.add(count.event().entry().eventId());
                count.count().lines().forEach(line -> skus.add(line.sku()));
            });
        }
        if (place.mayBeLate()) {
            affected(session, till, moved.stream().map(one -> one.event().entry()).toList())
                    .forEach(one -> {
                        workOut.add(one.count());
                        skus.add(one.sku());
                    });
        }
        return skus.isEmpty()
                ? new TreeMap<>()
                : book(session, till, place.incarnation(), workOut, skus);
    }

    /// Works out again those counts in whose cuts these events, known before, stand by now. Whoever
    /// calls has locked the balances.
    static SortedMap<Sku, Quantity> adjustAgain(
            StatelessSession session, Till till, List<Arrived> known) {
        List<Affected> affected =
                affected(session, till, known.stream().map(Arrived::entry).toList());
        return affected.isEmpty()
                ? new TreeMap<>()
                : book(
                        session,
                        till,
                        known.getLast().incarnation(),
                        affected.stream().map(Affected::count).collect(Collectors.toSet()),
                        affected.stream().map(Affected::sku).collect(Collectors.toSet()));
    }

    private static void add(StatelessSession session, Till till, List<Counted> counts) {
        Sql.update(
                session,
                """
                insert into stock_count (event_id, count_id, store_id, device_id, at)
                select event_id, count_id, ?, ?, at from unnest(?, ?, ?) as c (event_id, count_id, at)\
                """,
                till.storeId().value(),
                till.deviceId().value(),
                Column.of("uuid", counts, count -> count.event().entry().eventId()),
                Column.of("uuid", counts, count -> count.count().countId()),
                Column.instants(counts.stream().map(count -> count.event().entry().at()).toList()));
        addLines(session, till, counts.stream().flatMap(CountStore::lines).toList());
        addMarks(session, till, counts);
    }

    private static java.util.stream.Stream<Line> lines(Counted count) {
        List<StockCount.Line> lines = count.count().lines();
        return IntStream.range(0, lines.size()).mapToObj(i -> new Line(count, i + 1, lines.get(i)));
    }

    private static void addLines(StatelessSession session, Till till, List<Line> lines) {
        Sql.update(
                session,
                """
                insert into stock_count_line (store_id, event_id, line, sku, counted, expected,
                    weight)
                select ?, l.* from unnest(?, ?, ?, ?, ?, ?) as l\
                """,
                till.storeId().value(),
                Column.of("uuid", lines, line -> line.of().event().entry().eventId()),
                Column.of("integer", lines, Line::number),
                Column.of("text", lines, line -> line.line().sku().value()),
                Column.of("numeric", lines, line -> line.line().counted().decimal()),
                Column.of("numeric", lines, line -> line.line().expected().decimal()),
                Column.of("bigint", lines, line -> line.of().count().weight()));
    }

    /// The marks of the cut; and whatever stands before the count in its own journal is in the cut
    /// too, also when the till began that journal after it made the count.
    private static void addMarks(StatelessSession session, Till till, List<Counted> counts) {
        List<Mark> marks =
                counts.stream()
                        .flatMap(count ->
                                count.count().cut().stream()
                                        .map(mark ->
                                                new Mark(count.event().entry().eventId(), mark)))
                        .toList();
        Sql.update(
                session,
                """
                insert into stock_count_mark (store_id, event_id, device_id, incarnation, seq)
                select ?, event_id, device_id, incarnation, max(seq) from (
                    select * from unnest(?, ?, ?, ?) as m (event_id, device_id, incarnation, seq)
                    union all
                    select event_id, device_id, incarnation, seq - 1 from journal_entry
                    where event_id = any (?)) m
                group by event_id, device_id, incarnation\
                """,
                till.storeId().value(),
                Column.of("uuid", marks, Mark::eventId),
                Column.of("uuid", marks, mark -> mark.mark().device().value()),
                Column.of("uuid", marks, mark -> mark.mark().incarnation()),
                Column.of("bigint", marks, mark -> mark.mark().seq()),
                Column.of("uuid", counts, count -> count.event().entry().eventId()));
    }

    /// The counts in whose cut these movements are.
    private static List<Affected> affected(
            StatelessSession session, Till till, List<JournalEntry> moved) {
        return Sql.list(
                session,
                """
                select distinct l.event_id, l.sku
                from stock_movement m
                join event_place p on p.event_id = m.event_id and p.store_id = m.store_id
                join stock_count_mark k on k.store_id = m.store_id and k.device_id = p.device_id
                    and k.incarnation = p.incarnation and k.seq >= p.seq
                join stock_count_line l on l.event_id = k.event_id and l.sku = m.sku
                where m.event_id = any (?) and m.store_id = ?\
                """,
                row ->
                        new Affected(
                                row.getObject("event_id", UUID.class),
                                new Sku(row.getString("sku"))),
                Column.uuids(moved.stream().map(JournalEntry::eventId).distinct().toList()),
                till.storeId().value());
    }

    /// Books what [#BOOK] works out; answers by how much each item changed.
    private static SortedMap<Sku, Quantity> book(
            StatelessSession session,
            Till till,
            UUID incarnation,
            Set<UUID> workOut,
            Set<Sku> skus) {
        Column counts = Column.uuids(List.copyOf(workOut));
        Column wanted = Column.texts(skus.stream().map(Sku::value).toList());
        String store = till.storeId().value();
        SortedMap<Sku, Quantity> changes = new TreeMap<>();
        Sql.list(
                        session,
                        BOOK,
                        row ->
                                Map.entry(
                                        new Sku(row.getString("sku")),
                                        Quantity.of(row.getBigDecimal("change"))),
                        store,
                        wanted,
                        store,
                        till.deviceId().value(),
                        incarnation,
                        counts,
                        counts,
                        HeadOfficeJournal.DEVICE.value(),
                        store,
                        store,
                        wanted,
                        REASON,
                        counts,
                        store,
                        REASON)
                .forEach(change ->
                        changes.merge(change.getKey(), change.getValue(), Quantity::plus));
        changes.values().removeIf(Quantity::isZero);
        return changes;
    }
}
