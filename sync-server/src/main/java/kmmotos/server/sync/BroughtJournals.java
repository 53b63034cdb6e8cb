package kmmotos.server.sync;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.stores.EnrolledTill;
import org.hibernate.StatelessSession;

/// Facts of tills that can't bring them any more, and who brought them.
final class BroughtJournals {

    /// How far the server has one journal of a till.
    record Journal(UUID incarnation, long haveSeq) {}

    private final Database database;

    BroughtJournals(Database database) {
        this.database = database;
    }

    /// Written before the facts are taken in: a trace too many rather than one too few.
    void note(Caller by, EnrolledTill author, UploadBatch batch, boolean signed, Instant now) {
        database.execute(by, session -> note(session, by, author, batch, signed, now));
    }

    private static void note(
            StatelessSession session,
            Caller by,
            EnrolledTill author,
            UploadBatch batch,
            boolean signed,
            Instant now) {
        Sql.update(
                session,
                """
                insert into brought_journal (device_id, incarnation, brought_by, store_id, signed,
                    from_seq, to_seq, first_at, last_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (device_id, incarnation, brought_by, signed) do update
                set from_seq = least(brought_journal.from_seq, excluded.from_seq),
                    to_seq = greatest(brought_journal.to_seq, excluded.to_seq),
                    last_at = excluded.last_at\
                """,
                author.till().deviceId().value(),
                batch.incarnation(),
                by.account(),
                author.till().storeId().value(),
                signed,
                batch.fromSeq(),
                batch.fromSeq() + batch.events().size() - 1,
                now,
                now);
    }

    /// How far the server has each journal of a till.
    List<Journal> of(Caller by, DeviceId device) {
        return database.inTransaction(
                by,
                session ->
                        Sql.list(
                                session,
                                """
                                select incarnation, have_seq from journal_stream
                                where device_id = ? order by begun_at\
                                """,
                                row ->
                                        new Journal(
                                                row.getObject("incarnation", UUID.class),
                                                row.getLong("have_seq")),
                                device.value()));
    }

    static boolean isSigned(EnrolledTill author, UploadBatch batch) {
        try {
            byte[] signature = Base64.getDecoder().decode(batch.signature());
            return DeviceSignature.verify(author.key(), batch.signedBytes(), signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
