package kmmotos.server.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Cursor.Position;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The feed in PostgreSQL.
public final class FeedStore implements FeedTables {

    /// How long entries stay; a till that was away longer takes a snapshot.
    static final Duration KEPT = Duration.ofDays(90);

    private static final Caller SWEEP = new Caller.Server("sweep");
    private static final int SWEPT_AT_ONCE = 100;

    private final StatelessSession session;

    public FeedStore(StatelessSession session) {
        this.session = session;
    }

    /// A scope whose entries before a number are older than tills need.
    private record Aged(String scope, long oldest) {}

    /// Removes entries that are older than tills need; the last one of each scope stays, because
    /// positions are checked against it. Answers how many went.
    ///
    /// Only scopes that have some are written to, and few in one transaction: who publishes to a
    /// scope waits for it.
    public static int sweep(Database database) {
        List<Aged> aged = database.inTransaction(SWEEP, FeedStore::aged);
        int removed = 0;
        for (int i = 0; i < aged.size(); i += SWEPT_AT_ONCE) {
            List<Aged> some = aged.subList(i, Math.min(aged.size(), i + SWEPT_AT_ONCE));
            removed += database.inTransaction(SWEEP, session -> remove(session, some));
        }
        return removed;
    }

    private static List<Aged> aged(StatelessSession session) {
        return Sql.list(
                session,
                """
                select s.scope, kept.n as oldest
                from feed_scope s cross join lateral (
                    select e.n from feed_entry e where e.scope = s.scope and e.n >= s.oldest
                        and (e.at >= now() - ? * interval '1 second' or e.n = s.n)
                    order by e.n limit 1) kept
                where kept.n > s.oldest order by s.scope\
                """,
                row -> new Aged(row.getString("scope"), row.getLong("oldest")),
                KEPT.toSeconds());
    }

    /// Takes the scopes' counters in their order, as those who publish do.
    private static int remove(StatelessSession session, List<Aged> aged) {
        Column scopes = Column.of("text", aged, Aged::scope);
        Column oldest = Column.of("bigint", aged, Aged::oldest);
        Sql.list(
                session,
                "select scope from feed_scope where scope = any (?) order by scope for update",
                row -> row.getString("scope"),
                scopes);
        Sql.update(
                session,
                """
                update feed_scope s set oldest = greatest(s.oldest, aged.oldest)
                from unnest(?, ?) as aged (scope, oldest) where s.scope = aged.scope\
                """,
                scopes,
                oldest);
        return Sql.update(
                session,
                """
                delete from feed_entry e using unnest(?, ?) as aged (scope, oldest)
                where e.scope = aged.scope and e.n < aged.oldest\
                """,
                scopes,
                oldest);
    }

    @Override
    public Position last(Scope scope) {
        return Sql.first(
                        session,
                        """
                        select n, entry_id from feed_entry where scope = ?
                        order by n desc limit 1\
                        """,
                        row ->
                                new Position(
                                        row.getLong("n"),
                                        Optional.of(row.getObject("entry_id", UUID.class))),
                        scope.value())
                .orElse(Position.START);
    }

    @Override
    public Map<Scope, Kept> kept(List<Scope> asked, Cursor cursor) {
        Map<Scope, Kept> kept = new TreeMap<>();
        Sql.list(
                        session,
                        """
                        select asked.scope, coalesce(s.oldest, 1) as oldest, e.entry_id
                        from unnest(?, ?) as asked (scope, n)
                        left join feed_scope s on s.scope = asked.scope
                        left join feed_entry e on e.scope = asked.scope and e.n = asked.n\
                        """,
                        row ->
                                Map.entry(
                                        new Scope(row.getString("scope")),
                                        new Kept(
                                                row.getLong("oldest"),
                                                Optional.ofNullable(
                                                        row.getObject("entry_id", UUID.class)))),
                        names(asked),
                        numbers(asked, cursor))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /// Stops at the scope in which the page is full: who asks for a thousand scopes and is far
    /// behind in each would otherwise have all their entries sorted for every page.
    @Override
    public List<FeedEntry> entriesAfter(List<Scope> scopes, Cursor cursor, int limit) {
        return Sql.list(
                session,
                """
                select asked.scope, e.n, e.entry_id, e.policy
                from unnest(?, ?) with ordinality as asked (scope, n, place)
                cross join lateral (
                    select n, entry_id, policy from feed_entry
                    where scope = asked.scope and n > asked.n
                    order by n
                    limit ?) e
                order by asked.place, e.n
                limit ?\
                """,
                FeedStore::entry,
                names(scopes),
                numbers(scopes, cursor),
                limit,
                limit);
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        return new FeedEntry(
                new Scope(row.getString("scope")),
                row.getLong("n"),
                row.getObject("entry_id", UUID.class),
                Sql.json(row, "policy", Policy.class));
    }

    private static Column names(List<Scope> scopes) {
        return Column.texts(scopes.stream().map(Scope::value).toList());
    }

    private static Column numbers(List<Scope> scopes, Cursor cursor) {
        return Column.longs(scopes.stream().map(scope -> cursor.at(scope).n()).toList());
    }
}
