package kmmotos.server.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Keeps every event as it came, and the work list of those whose effects wait.
///
/// What is kept as an event's fact are its canonical bytes without its place in the journal: a till
/// that begins a new journal sends the same fact at another place.
public final class EventStore {

    /// The place of an event that is taken from the work list: none.
    public static final long NO_SEQ = 0;

    private static final Set<String> TO_BE_TRIED_AGAIN =
            Set.of("unknown_type", "malformed", "effect_failed");

    /// A fact on the work list.
    @SuppressWarnings("ArrayRecordComponent")
    public record Waiting(
            UUID exceptionId,
            UUID eventId,
            DeviceId device,
            StoreId store,
            String code,
            String cause,
            byte[] fact,
            Instant raisedAt) {

        /// Whether its effects are still to come. (The others are there for a person to look into.)
        boolean mayBeTriedAgain() {
            return TO_BE_TRIED_AGAIN.contains(code);
        }

        public JournalEntry entry() {
            return read(fact);
        }

        static Waiting from(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject("exception_id", UUID.class),
                    row.getObject("event_id", UUID.class),
                    new DeviceId(row.getObject("device_id", UUID.class)),
                    new StoreId(row.getString("store_id")),
                    row.getString("code"),
                    row.getString("cause"),
                    row.getBytes("fact"),
                    Sql.instant(row, "raised_at"));
        }
    }

    /// A stored fact as an entry that stands nowhere.
    public static JournalEntry read(byte[] fact) {
        try {
            ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(fact);
            tree.put("seq", NO_SEQ);
            return Json.MAPPER.treeToValue(tree, JournalEntry.class);
        } catch (IOException e) {
            throw new IllegalStateException("a stored fact is not JSON", e);
        }
    }

    /// The bytes of an entry that are the same wherever it stands.
    public static byte[] fact(JournalEntry entry) {
        return entry.factBytes();
    }

    /// Stores those that are not stored yet; answers their ids. In the order of their ids, so that
    /// two uploads with the same events never wait for each other.
    Set<UUID> add(StatelessSession session, List<Arrived> entries, Instant now) {
        return new HashSet<>(
                Sql.list(
                        session,
                        """
                        insert into event (event_id, device_id, store_id, at, type, version, fact,
                            fact_hash, received_at)
                        select event_id, device_id, store_id, at, type, version, fact,
                            sha256(fact), ?
                        from unnest(?, ?, ?, ?, ?, ?, ?)
                            as e (event_id, device_id, store_id, at, type, version, fact)
                        order by event_id
                        on conflict (event_id) do nothing
                        returning event_id\
                        """,
                        row -> row.getObject("event_id", UUID.class),
                        now,
                        Column.of("uuid", entries, Arrived::eventId),
                        Column.of("uuid", entries, one -> one.till().deviceId().value()),
                        Column.of("text", entries, one -> one.till().storeId().value()),
                        Column.instants(entries.stream().map(one -> one.entry().at()).toList()),
                        Column.of("text", entries, one -> one.entry().type()),
                        Column.of("integer", entries, one -> one.entry().version()),
                        Column.bytes(entries.stream().map(one -> one.link().fact()).toList())));
    }

    /// The hashes of stored facts, in hex. What belongs to another store is not seen.
    Map<UUID, String> hashes(StatelessSession session, List<Arrived> entries) {
        Map<UUID, String> hashes = new HashMap<>();
        Sql.list(
                        session,
                        """
                        select e.event_id, encode(e.fact_hash, 'hex') as hash
                        from unnest(?, ?) as a (event_id, store_id)
                        join event e using (event_id, store_id)\
                        """,
                        row ->
                                Map.entry(
                                        row.getObject("event_id", UUID.class),
                                        row.getString("hash")),
                        Column.of("uuid", entries, Arrived::eventId),
                        Column.of("text", entries, one -> one.till().storeId().value()))
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
        return hashes;
    }

    public static String hash(JournalEntry entry) {
        return HashChain.sha256Hex(fact(entry));
    }

    /// Puts an event on the work list, once for each code and content.
    ///
    /// @param cause what is wrong, in words for the person who repairs it
    public static void raise(
            StatelessSession session,
            Till till,
            JournalEntry entry,
            String code,
            String cause,
            Instant now) {
        Sql.update(
                session,
                """
                insert into event_exception
                    (exception_id, event_id, device_id, store_id, code, cause, fact, raised_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing\
                """,
                UUID.randomUUID(),
                entry.eventId(),
                till.deviceId().value(),
                till.storeId().value(),
                code,
                cause,
                fact(entry),
                now);
    }

    /// Which of these events are on the work list, by store.
    Map<StoreId, List<Quarantined>> quarantined(
            StatelessSession session, Collection<UUID> eventIds) {
        Map<StoreId, List<Quarantined>> quarantined = new HashMap<>();
        Sql.list(
                        session,
                        """
                        select store_id, event_id, code from event_exception
                        where event_id = any (?) and solved_at is null
                        order by raised_at, event_id, code\
                        """,
                        row -> Map.entry(new StoreId(row.getString("store_id")), quarantined(row)),
                        Column.uuids(List.copyOf(eventIds)))
                .forEach(one ->
                        quarantined
                                .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                .add(one.getValue()));
        return quarantined;
    }

    /// What a till told that is on the work list, the newest first.
    List<Quarantined> quarantined(StatelessSession session, DeviceId device, int limit) {
        return Sql.list(
                session,
                """
                select event_id, code from event_exception
                where device_id = ? and solved_at is null
                order by raised_at desc, event_id, code limit ?\
                """,
                EventStore::quarantined,
                device.value(),
                limit);
    }

    private static Quarantined quarantined(ResultSet row) throws SQLException {
        return new Quarantined(row.getObject("event_id", UUID.class), row.getString("code"));
    }

    List<Waiting> waiting(StatelessSession session, Optional<UUID> after, int limit) {
        return Sql.list(
                session,
                """
                select exception_id, event_id, device_id, store_id, code, cause, fact, raised_at
                from event_exception where solved_at is null and exception_id > ?
                order by exception_id limit ?\
                """,
                Waiting::from,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    /// One item of the work list, locked while it is worked on.
    public Optional<Waiting> take(StatelessSession session, UUID exceptionId) {
        return Sql.first(
                session,
                """
                select exception_id, event_id, device_id, store_id, code, cause, fact, raised_at
                from event_exception where exception_id = ? and solved_at is null for update\
                """,
                Waiting::from,
                exceptionId);
    }

    /// As [#take]; refuses with 404 if there is no such item, or none that the caller may see.
    public Waiting takeOpen(StatelessSession session, UUID exceptionId) {
        return take(session, exceptionId)
                .orElseThrow(() -> Problem.notFound("No such open item.").refusal());
    }

    /// What waits of some tills for one reason.
    public static List<Waiting> waiting(
            StatelessSession session, String code, Collection<Till> tills) {
        return Sql.list(
                session,
                """
                select exception_id, event_id, device_id, store_id, code, cause, fact, raised_at
                from event_exception
                where code = ? and device_id = any(?) and solved_at is null for update\
                """,
                Waiting::from,
                code,
                Sql.Column.uuids(
                        tills.stream().map(till -> till.deviceId().value()).distinct().toList()));
    }

    /// What came later solved it; nobody had to.
    public static void settle(StatelessSession session, UUID exceptionId) {
        Sql.update(
                session,
                "update event_exception set solved_at = now(), outcome = 'booked'"
                        + " where exception_id = ?",
                exceptionId);
    }

    /// How an item was solved.
    ///
    /// @param outcome `booked`, `corrected` or `set_aside`
    /// @param note why, in the words of whoever did it; may be empty
    public record Solution(String outcome, String note, UUID by, Instant at) {}

    public void solve(StatelessSession session, UUID exceptionId, Solution solution) {
        Sql.update(
                session,
                """
                update event_exception set solved_at = ?, solved_by = ?, outcome = ?, note = ?
                where exception_id = ?\
                """,
                solution.at(),
                solution.by(),
                solution.outcome(),
                solution.note(),
                exceptionId);
    }
}
