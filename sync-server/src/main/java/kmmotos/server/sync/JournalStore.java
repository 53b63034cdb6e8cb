package kmmotos.server.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.HashChain;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Keeps how far the server has each till's journal, and which event stands where in it.
final class JournalStore {

    private static final HexFormat HEX = HexFormat.of();

    /// A proof of another timeline than the one written now, before a restore, makes nothing safe.
    /// Whether it is one is asked once, not for each row.
    private static final String STREAM =
            "incarnation, have_seq, have_hash,"
                    + " case when (select km_proven_here()) then safe_seq else 0 end"
                    + " as safe_seq from journal_stream";

    /// Lets one upload of a till wait for another; answers which tills are revoked by now. Locked
    /// in the order of their ids, so that two uploads of several tills never wait for each other.
    Set<DeviceId> lock(StatelessSession session, Collection<DeviceId> devices) {
        Set<DeviceId> refused = new HashSet<>(devices);
        Sql.list(
                        session,
                        """
                        select device_id, revoked_at is not null as revoked from till
                        where device_id = any (?) order by device_id for update\
                        """,
                        row ->
                                row.getBoolean("revoked")
                                        ? Optional.<DeviceId>empty()
                                        : Optional.of(
                                                new DeviceId(
                                                        row.getObject("device_id", UUID.class))),
                        Column.uuids(devices.stream().map(DeviceId::value).toList()))
                .forEach(found -> found.ifPresent(refused::remove));
        return refused;
    }

    List<JournalStream> streams(StatelessSession session, List<Upload> uploads) {
        Map<Integer, JournalStream> found = new HashMap<>();
        Sql.list(
                        session,
                        """
                        with upload as (
                            select * from unnest(?, ?, ?) as u (n, device_id, incarnation))
                        select n,\040\
                        """
                                + STREAM
                                + " join upload using (device_id, incarnation)",
                        row -> Map.entry(row.getInt("n"), stream(row)),
                        Column.integers(IntStream.range(0, uploads.size()).boxed().toList()),
                        Column.uuids(uploads.stream().map(one -> one.device().value()).toList()),
                        Column.uuids(uploads.stream().map(Upload::incarnation).toList()))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return IntStream.range(0, uploads.size())
                .mapToObj(i ->
                        Optional.ofNullable(found.get(i))
                                .orElseGet(() -> JournalStream.empty(uploads.get(i).incarnation())))
                .toList();
    }

    JournalStream stream(StatelessSession session, DeviceId device, UUID incarnation) {
        return Sql.first(
                        session,
                        "select " + STREAM + " where device_id = ? and incarnation = ?",
                        JournalStore::stream,
                        device.value(),
                        incarnation)
                .orElseGet(() -> JournalStream.empty(incarnation));
    }

    /// The journal that the till began last.
    Optional<JournalStream> latest(StatelessSession session, DeviceId device) {
        return Sql.first(
                session,
                "select " + STREAM + " where device_id = ? order by begun_at desc limit 1",
                JournalStore::stream,
                device.value());
    }

    private static JournalStream stream(ResultSet row) throws SQLException {
        return new JournalStream(
                row.getObject("incarnation", UUID.class),
                row.getLong("have_seq"),
                HEX.formatHex(row.getBytes("have_hash")),
                row.getLong("safe_seq"));
    }

    /// The chain's hash after an entry that is stored; empty if it is not.
    Optional<String> hashAt(StatelessSession session, DeviceId device, UUID incarnation, long seq) {
        if (seq == 0) {
            return Optional.of(HashChain.START);
        }
        return Sql.first(
                session,
                "select hash from journal_entry"
                        + " where device_id = ? and incarnation = ? and seq = ?",
                row -> HEX.formatHex(row.getBytes("hash")),
                device.value(),
                incarnation,
                seq);
    }

    void add(StatelessSession session, List<Arrived> entries) {
        Sql.update(
                session,
                """
                insert into journal_entry (device_id, incarnation, seq, store_id, event_id, hash)
                select device_id, incarnation, seq, store_id, event_id, decode(hash, 'hex')
                from unnest(?, ?, ?, ?, ?, ?)
                    as entry (device_id, incarnation, seq, store_id, event_id, hash)\
                """,
                Column.of("uuid", entries, one -> one.till().deviceId().value()),
                Column.of("uuid", entries, Arrived::incarnation),
                Column.of("bigint", entries, one -> one.entry().seq()),
                Column.of("text", entries, one -> one.till().storeId().value()),
                Column.of("uuid", entries, Arrived::eventId),
                Column.of("text", entries, Arrived::hash));
    }

    void move(StatelessSession session, List<Arrived> to, Instant now) {
        Sql.update(
                session,
                """
                insert into journal_stream
                    (device_id, incarnation, store_id, have_seq, have_hash, begun_at, moved_at)
                select device_id, incarnation, store_id, have_seq, decode(hash, 'hex'), ?, ?
                from unnest(?, ?, ?, ?, ?)
                    as s (device_id, incarnation, store_id, have_seq, hash)
                on conflict (device_id, incarnation) do update
                set have_seq = excluded.have_seq, have_hash = excluded.have_hash,
                    moved_at = excluded.moved_at\
                """,
                now,
                now,
                Column.of("uuid", to, one -> one.till().deviceId().value()),
                Column.of("uuid", to, Arrived::incarnation),
                Column.of("text", to, one -> one.till().storeId().value()),
                Column.of("bigint", to, one -> one.entry().seq()),
                Column.of("text", to, Arrived::hash));
    }
}
