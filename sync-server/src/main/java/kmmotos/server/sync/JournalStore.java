package kmmotos.server.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.HashChain;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Keeps how far the server has each till's journal, and which event stands where in it.
final class JournalStore {

    private static final HexFormat HEX = HexFormat.of();

    /// A proof of another timeline than the one written now, before a restore, makes nothing safe.
    private static final String STREAM =
            "incarnation, have_seq, have_hash, case when km_proven_here() then safe_seq else 0 end"
                    + " as safe_seq from journal_stream";

    /// Lets one upload of a till wait for another; answers whether the till is revoked by now.
    boolean lock(StatelessSession session, DeviceId device) {
        return Sql.first(
                        session,
                        "select revoked_at is not null as revoked from till where device_id = ?"
                                + " for update",
                        row -> row.getBoolean("revoked"),
                        device.value())
                .orElse(true);
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

    void add(StatelessSession session, Till till, UUID incarnation, List<BatchChain.Link> links) {
        Sql.update(
                session,
                """
                insert into journal_entry (device_id, incarnation, seq, store_id, event_id, hash)
                select ?, ?, seq, ?, event_id, decode(hash, 'hex')
                from unnest(?, ?, ?) as entry (seq, event_id, hash)\
                """,
                till.deviceId().value(),
                incarnation,
                till.storeId().value(),
                Column.longs(links.stream().map(link -> link.entry().seq()).toList()),
                Column.uuids(links.stream().map(link -> link.entry().eventId()).toList()),
                Column.texts(links.stream().map(BatchChain.Link::hash).toList()));
    }

    void move(
            StatelessSession session,
            Till till,
            UUID incarnation,
            BatchChain.Link to,
            Instant now) {
        Sql.update(
                session,
                """
                insert into journal_stream
                    (device_id, incarnation, store_id, have_seq, have_hash, begun_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (device_id, incarnation) do update
                set have_seq = excluded.have_seq, have_hash = excluded.have_hash\
                """,
                till.deviceId().value(),
                incarnation,
                till.storeId().value(),
                to.entry().seq(),
                HEX.parseHex(to.hash()),
                now);
    }
}
