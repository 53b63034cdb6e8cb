package kmmotos.server.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What staff changed through the API, as the database keeps it in a chain of hashes.
final class DeedLog {

    private DeedLog() {}

    /// @param by the name; empty of somebody who is not on the list of staff
    /// @param body what was sent, without secrets; of a file its length and SHA-256
    record Item(
            long n,
            Instant at,
            UUID staffId,
            String by,
            String role,
            String method,
            String path,
            String body,
            String traceId) {}

    /// @param deeds how many there are
    /// @param broken the first that is not as it was written, or does not fit the one before it
    record Proof(long deeds, Optional<Long> broken) {}

    /// The newest first.
    static Page<Item> read(StatelessSession session, Page.Wanted wanted) {
        List<Object> parameters = new ArrayList<>();
        String before = "";
        if (!wanted.first()) {
            before = " where d.n < ?::bigint";
            parameters.addAll(wanted.after());
        }
        parameters.add(wanted.rowsToRead());
        return Page.of(
                Sql.list(
                        session,
                        "select d.*, coalesce(s.name, '') as name from staff_deed d"
                                + " left join staff s using (staff_id)"
                                + before
                                + " order by d.n desc limit ?",
                        row ->
                                new Item(
                                        row.getLong("n"),
                                        Sql.instant(row, "at"),
                                        row.getObject("staff_id", UUID.class),
                                        row.getString("name"),
                                        row.getString("role"),
                                        row.getString("method"),
                                        row.getString("path"),
                                        row.getString("body"),
                                        row.getString("trace_id")),
                        parameters.toArray()),
                wanted,
                item -> List.of(Long.toString(item.n())));
    }

    /// Hashes all of them anew.
    static Proof prove(StatelessSession session) {
        return Sql.first(
                        session,
                        """
                        select count(*) as deeds, min(n) filter (where not fits) as broken
                        from (select n,
                            previous = lag(hash, 1, ''::bytea) over by_n
                                and n = row_number() over by_n
                                and hash = km_deed_hash(previous, n, at, staff_id, role, method,
                                    path, body, trace_id) as fits
                            from staff_deed window by_n as (order by n)) d\
                        """,
                        row ->
                                new Proof(
                                        row.getLong("deeds"),
                                        Optional.ofNullable(row.getObject("broken", Long.class))),
                        new Object[0])
                .orElseThrow();
    }
}
