package kmmotos.desktop.sync;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.UploadAnswer;
import org.hibernate.StatelessSession;

/// How far the database has come: in the journal, in the server's feed, and in what the server
/// confirmed. Kept in the same database as what it speaks of, so that both move together.
final class SyncStore {
    private static final String APPLIED = "applied";
    private static final String STOCK_HOLDS = "stock_holds";
    private static final String CURSOR = "cursor";
    private static final String CONFIRMED = "confirmed";
    private static final String COMPARED = "compared";
    private static final String SNAPSHOT_NEEDED = "snapshot_needed";

    /// The last fact of the journal that the tables hold.
    Optional<JournalPoint> applied(StatelessSession session) {
        return fact(session, APPLIED).map(JournalPoint::parse);
    }

    void applied(StatelessSession session, JournalPoint point) {
        put(session, APPLIED, point.text());
    }

    /// The last own fact that the stock figures of the snapshot held.
    Optional<JournalPoint> stockHolds(StatelessSession session) {
        return fact(session, STOCK_HOLDS).map(JournalPoint::parse);
    }

    void stockHolds(StatelessSession session, JournalPoint point) {
        put(session, STOCK_HOLDS, point.text());
    }

    /// Empty until the first snapshot was taken.
    Optional<Cursor> cursor(StatelessSession session) {
        return fact(session, CURSOR).map(text -> JsonText.read(text, Cursor.class));
    }

    void cursor(StatelessSession session, Cursor cursor) {
        put(session, CURSOR, JsonText.write(cursor));
    }

    /// The last fact that the server confirmed, as a hint: its own answer wins.
    Optional<JournalPoint> confirmed(StatelessSession session) {
        return fact(session, CONFIRMED).map(JournalPoint::parse);
    }

    void confirmed(StatelessSession session, JournalPoint point) {
        put(session, CONFIRMED, point.text());
    }

    /// When the tables were last compared with the server's.
    Optional<Instant> compared(StatelessSession session) {
        return fact(session, COMPARED).map(Instant::parse);
    }

    void compared(StatelessSession session, Instant at) {
        put(session, COMPARED, at.toString());
    }

    boolean isSnapshotNeeded(StatelessSession session) {
        return fact(session, CURSOR).isEmpty() || fact(session, SNAPSHOT_NEEDED).isPresent();
    }

    void needSnapshot(StatelessSession session) {
        put(session, SNAPSHOT_NEEDED, "yes");
    }

    void snapshotTaken(StatelessSession session) {
        Sql.run(session, "delete from sync_fact where name = ?1", SNAPSHOT_NEEDED);
    }

    /// Those of these events that are new to the tables; remembers them.
    Set<UUID> newOf(StatelessSession session, List<UUID> eventIds) {
        Set<UUID> fresh = new LinkedHashSet<>(eventIds);
        Sql.list(
                        session,
                        UUID.class,
                        eventIds.size(),
                        "select a.event_id from unnest(?1) as asked (id)"
                                + " join applied_event a on a.event_id = asked.id",
                        (Object) eventIds.toArray(UUID[]::new))
                .forEach(fresh::remove);
        Sql.batch(
                session,
                "insert into applied_event (event_id) values (?)",
                fresh.stream().map(eventId -> new Object[] {eventId}).toList());
        return fresh;
    }

    void quarantined(StatelessSession session, List<UploadAnswer.Quarantined> events) {
        events.forEach(event ->
                Sql.run(
                        session,
                        "merge into quarantined_event (event_id, code) key (event_id)"
                                + " values (?1, ?2)",
                        event.eventId(),
                        event.code()));
    }

    /// Somebody looked after it.
    void solved(StatelessSession session, UUID eventId) {
        Sql.run(session, "delete from quarantined_event where event_id = ?1", eventId);
    }

    List<UploadAnswer.Quarantined> quarantined(StatelessSession session) {
        return Sql.list(
                        session,
                        Object[].class,
                        1_000,
                        "select cast(event_id as varchar), code from quarantined_event"
                                + " order by event_id")
                .stream()
                .map(row -> quarantined((String) row[0], (String) row[1]))
                .toList();
    }

    private static UploadAnswer.Quarantined quarantined(String eventId, String code) {
        return new UploadAnswer.Quarantined(UUID.fromString(eventId), code);
    }

    private static Optional<String> fact(StatelessSession session, String name) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select text from sync_fact where name = ?1",
                        name)
                .stream()
                .findFirst();
    }

    private static void put(StatelessSession session, String name, String text) {
        Sql.run(
                session,
                "merge into sync_fact (name, text) key (name) values (?1, ?2)",
                name,
                text);
    }
}
