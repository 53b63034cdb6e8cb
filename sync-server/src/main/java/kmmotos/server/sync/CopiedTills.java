package kmmotos.server.sync;

import java.time.Instant;
import java.util.UUID;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that two tills run from one disk's copy. A till that begins a new journal never goes on
/// with an older one; if the older one goes on all the same, somebody else is writing it.
public final class CopiedTills {

    static final String CODE = "copied_till";

    private static final Logger LOG = LoggerFactory.getLogger(CopiedTills.class);

    private CopiedTills() {}

    /// Puts each till that has a copy on the work list, once until somebody has looked into it;
    /// answers how many were found.
    public static int look(Database database, Instant now) {
        return database.inTransaction(
                new Caller.Server("copied tills"), session -> look(session, now));
    }

    private static int look(StatelessSession session, Instant now) {
        int found =
                Sql.list(
                                session,
                                """
                                insert into event_exception (exception_id, event_id, device_id,
                                    store_id, code, cause, fact, raised_at)
                                select distinct on (o.device_id) gen_random_uuid(), e.event_id,
                                    o.device_id, o.store_id, ?,
                                    'Journal ' || o.incarnation || ' went on at ' || o.moved_at
                                    || ' although this till had begun journal ' || n.incarnation
                                    || ' at ' || n.begun_at || '. Two tills run from one copy of'
                                    || ' a disk: find the second one, switch it off, and enrol it'
                                    || ' anew. Nothing is lost: the sales of both are here.',
                                    e.fact, ?
                                from journal_stream o
                                join journal_stream n using (device_id)
                                join journal_entry j on j.device_id = o.device_id
                                    and j.incarnation = o.incarnation and j.seq = o.have_seq
                                join event e on e.event_id = j.event_id
                                where n.incarnation <> o.incarnation and n.begun_at > o.begun_at
                                    and o.moved_at > n.begun_at
                                    and not exists (select 1 from event_exception x
                                        where x.device_id = o.device_id and x.code = ?
                                            and coalesce(x.solved_at, o.moved_at) >= o.moved_at)
                                order by o.device_id, o.moved_at desc
                                on conflict do nothing returning device_id\
                                """,
                                row -> row.getObject(1, UUID.class),
                                CODE,
                                now,
                                CODE)
                        .size();
        if (found > 0) {
            LOG.error("{} tills run from a copy of a disk", found);
        }
        return found;
    }
}
