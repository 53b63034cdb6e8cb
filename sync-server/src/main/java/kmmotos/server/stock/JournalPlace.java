package kmmotos.server.stock;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.stock.StockEffect.OfTill;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// How far in a till's journal its changes of stock have come.
///
/// @param mayBeLate whether some count's cut reaches as far as the first of them
record JournalPlace(UUID incarnation, long seq, boolean mayBeLate) {

    /// The place of the last of each till's events: the one question asked about counts for each
    /// upload.
    static Map<DeviceId, JournalPlace> ofLast(StatelessSession session, List<OfTill> tills) {
        List<Ends> ends = tills.stream().map(Ends::of).toList();
        Map<DeviceId, JournalPlace> places = new HashMap<>();
        Sql.list(
                        session,
                        """
                        select e.device_id, j.incarnation, j.seq, exists (
                            select 1 from stock_count_mark k where k.store_id = e.store_id
                                and k.device_id = e.device_id and k.seq >= e.first_seq)
                                as may_be_late
                        from unnest(?, ?, ?, ?)
                            as e (device_id, store_id, first_seq, last_event)
                        cross join lateral (select j.incarnation, j.seq from journal_entry j
                            where j.event_id = e.last_event and j.device_id = e.device_id
                            order by j.seq desc limit 1) j\
                        """,
                        row ->
                                Map.entry(
                                        new DeviceId(row.getObject("device_id", UUID.class)),
                                        new JournalPlace(
                                                row.getObject("incarnation", UUID.class),
                                                row.getLong("seq"),
                                                row.getBoolean("may_be_late"))),
                        Column.of("uuid", ends, end -> end.till().deviceId().value()),
                        Column.of("text", ends, end -> end.till().storeId().value()),
                        Column.of("bigint", ends, end -> end.first().seq()),
                        Column.of("uuid", ends, end -> end.last().eventId()))
                .forEach(place -> places.put(place.getKey(), place.getValue()));
        return places;
    }

    /// The first and the last of a till's entries that change stock.
    private record Ends(Till till, JournalEntry first, JournalEntry last) {

        static Ends of(OfTill one) {
            List<JournalEntry> entries =
                    Stream.concat(
                                    one.moved().stream().map(moved -> moved.event().entry()),
                                    one.counts().stream().map(count -> count.event().entry()))
                            .sorted(Comparator.comparingLong(JournalEntry::seq))
                            .toList();
            return new Ends(one.till(), entries.getFirst(), entries.getLast());
        }
    }
}
