package kmmotos.server.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Keeps what is proven, and asks PostgreSQL where it stands.
///
/// A mark is made by reading first how far each journal is committed, then where the log ends: so
/// every commit that was seen stands before the mark. When the log up to the mark is in the backup,
/// so are those entries.
final class BackupStore {

    /// What is known of the backup.
    ///
    /// @param mark what waits to be in the backup
    /// @param provenAt what was committed then is in the backup
    record State(Optional<Mark> mark, Optional<Instant> provenAt, String provenBy, String problem) {

        boolean saysAnything() {
            return mark.isPresent() || provenAt.isPresent() || !problem.isEmpty();
        }
    }

    /// What PostgreSQL says of its archive.
    ///
    /// @param last the newest piece of the log that it has archived; may be empty
    /// @param failing the piece that it can't archive; empty if all is well
    record Archive(boolean on, String last, String failing, long fileBytes) {}

    /// What PostgreSQL says of its synchronous standbys.
    ///
    /// @param visible whether this role may see them
    /// @param covered whether each of them has the mark on its disk
    record Standbys(boolean visible, int connected, boolean covered) {}

    private static final String HERE =
            "select system_identifier::text as cluster,"
                    + " left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline"
                    + " from pg_control_system()";

    /// Whoever holds the one row is the one node that works on the backup's state now.
    ///
    /// If the database was restored, or another server took over, this is another timeline or
    /// cluster. What the old one's archive proved says nothing about what is archived from here on,
    /// so all begins anew.
    State lock(StatelessSession session) {
        Sql.update(
                session,
                """
                insert into backup_proof (cluster, timeline)
                select cluster, timeline from (%s) here on conflict do nothing\
                """
                        .formatted(HERE));
        if (isElsewhere(session)) {
            forget(session);
        }
        return read(session).orElseThrow();
    }

    private boolean isElsewhere(StatelessSession session) {
        return Sql.first(
                        session,
                        """
                        select (b.cluster, b.timeline) <> (here.cluster, here.timeline) as moved
                        from backup_proof b, (%s) here for update of b\
                        """
                                .formatted(HERE),
                        row -> row.getBoolean("moved"))
                .orElseThrow();
    }

    /// From here on nothing is proven.
    void forget(StatelessSession session) {
        Sql.update(
                session,
                """
                update backup_proof set (cluster, timeline) = (%s), mark_lsn = null,
                    mark_file = null, mark_at = null, proven_at = null, proven_by = '', problem = ''
                """
                        .formatted(HERE));
        Sql.update(
                session,
                "update journal_stream set safe_seq = 0, marked_seq = 0"
                        + " where safe_seq > 0 or marked_seq > 0");
    }

    Optional<State> read(StatelessSession session) {
        return Sql.first(session, "select * from backup_proof", BackupStore::state);
    }

    private static State state(ResultSet row) throws SQLException {
        Optional<Instant> markedAt = Sql.optionalInstant(row, "mark_at");
        String lsn = row.getString("mark_lsn");
        String file = row.getString("mark_file");
        return new State(
                markedAt.map(at -> new Mark(lsn, file, at)),
                Sql.optionalInstant(row, "proven_at"),
                row.getString("proven_by"),
                row.getString("problem"));
    }

    /// Makes a mark, if there is anything that is not proven yet. A journal that is being written
    /// to at this moment is left for the next one: nobody waits for a mark.
    void mark(StatelessSession session, Instant now) {
        if (unproven(session) == 0) {
            return;
        }
        Sql.update(
                session,
                """
                update journal_stream s set marked_seq = s.have_seq
                from (select device_id, incarnation from journal_stream
                    where marked_seq <> have_seq for update skip locked) free
                where s.device_id = free.device_id and s.incarnation = free.incarnation\
                """);
        Sql.update(
                session,
                """
                update backup_proof set mark_at = ?, mark_lsn = pg_current_wal_insert_lsn(),
                    mark_file = pg_walfile_name(pg_current_wal_insert_lsn())\
                """,
                now);
    }

    /// How many entries of all journals are in no proven backup.
    long unproven(StatelessSession session) {
        return Sql.first(
                        session,
                        "select coalesce(sum(have_seq - case when km_proven_here() then safe_seq"
                                + " else 0 end), 0) as entries from journal_stream",
                        row -> row.getLong("entries"))
                .orElseThrow();
    }

    /// Everything that was marked is safe from now on.
    void prove(StatelessSession session, Mark mark, String by) {
        Sql.update(
                session,
                """
                update journal_stream s set safe_seq = s.marked_seq
                from (select device_id, incarnation from journal_stream
                    where safe_seq < marked_seq for update skip locked) free
                where s.device_id = free.device_id and s.incarnation = free.incarnation\
                """);
        Sql.update(
                session,
                """
                update backup_proof set proven_at = ?, proven_by = ?, problem = '',
                    mark_lsn = null, mark_file = null, mark_at = null\
                """,
                mark.at(),
                by);
    }

    /// Answers whether that is news.
    boolean note(StatelessSession session, String problem) {
        return Sql.update(
                        session,
                        "update backup_proof set problem = ? where problem <> ?",
                        problem,
                        problem)
                > 0;
    }

    Archive archive(StatelessSession session) {
        return Sql.first(
                        session,
                        """
                        select current_setting('archive_mode') <> 'off' as archiving,
                            coalesce(last_archived_wal, '') as last,
                            case when last_failed_time >= coalesce(last_archived_time, '-infinity')
                                then last_failed_wal else '' end as failing,
                            (select setting::bigint from pg_settings
                                where name = 'wal_segment_size') as file_bytes
                        from pg_stat_archiver\
                        """,
                        row ->
                                new Archive(
                                        row.getBoolean("archiving"),
                                        row.getString("last"),
                                        Optional.ofNullable(row.getString("failing")).orElse(""),
                                        row.getLong("file_bytes")))
                .orElseThrow();
    }

    /// All synchronous standbys that are connected must have it, so that any of them may take over.
    Standbys standbys(StatelessSession session, Mark mark) {
        return Sql.first(
                        session,
                        """
                        select pg_has_role('pg_read_all_stats', 'USAGE') as visible,
                            count(*) as connected,
                            coalesce(min(flush_lsn) >= ?::pg_lsn, false) as covered
                        from pg_stat_replication
                        where sync_state in ('sync', 'quorum') and state = 'streaming'\
                        """,
                        row ->
                                new Standbys(
                                        row.getBoolean("visible"),
                                        row.getInt("connected"),
                                        row.getBoolean("covered")),
                        mark.lsn())
                .orElseThrow();
    }
}
