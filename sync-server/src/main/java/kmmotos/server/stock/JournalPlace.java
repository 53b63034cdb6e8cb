package kmmotos.server.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.stock.CountStore.Counted;
import kmmotos.server.stock.MovementStore.Moved;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// How far in a till's journal its changes of stock have come.
///
/// @param mayBeLate whether some count's cut reaches as far as the first of them
record JournalPlace(UUID incarnation, long seq, boolean mayBeLate) {

    /// The place of the last of these events: the one question asked about counts for each upload.
    static Optional<JournalPlace> ofLast(
            StatelessSession session, Till till, List<Moved> moved, List<Counted> counts) {
        List<JournalEntry> entries =
                Stream.concat(
                                moved.stream().map(one -> one.event().entry()),
                                counts.stream().map(count -> count.event().entry()))
                        .sorted(java.util.Comparator.comparingLong(JournalEntry::seq))
                        .toList();
        return Sql.first(
                session,
                """
                select j.incarnation, j.seq, exists (select 1 from stock_count_mark k
                    where k.store_id = ? and k.device_id = ? and k.seq >= ?) as may_be_late
                from journal_entry j where j.event_id = ? and j.device_id = ?
                order by j.seq desc limit 1\
                """,
                row ->
                        new JournalPlace(
                                row.getObject("incarnation", UUID.class),
                                row.getLong("seq"),
                                row.getBoolean("may_be_late")),
                till.storeId().value(),
                till.deviceId().value(),
                entries.getFirst().seq(),
                entries.getLast().eventId(),
                till.deviceId().value());
    }
}
