package kmmotos.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Publishes news in the transaction that makes it.
///
/// Each scope has one counter row, whose lock a publishing transaction holds until it commits. So
/// numbers have no gaps and appear in their order, which a sequence does not give: there a later
/// number may commit first, and a reader would pass over the earlier one. Because the row
/// serialises the writers of its scope, publish last in a transaction, and everything in one call:
/// the scopes are taken in their order, so that two transactions never wait for each other.
public final class Feed {

    /// The PostgreSQL channel on which nodes tell each other that a scope has news.
    static final String CHANNEL = "km_feed";

    private Feed() {}

    public static void publish(StatelessSession session, Scope scope, List<Policy> news) {
        if (news.isEmpty()) {
            return;
        }
        long last = take(session, scope, news.size());
        List<Long> numbers = LongStream.rangeClosed(last - news.size() + 1, last).boxed().toList();
        Sql.update(
                session,
                """
                insert into feed_entry (scope, n, entry_id, policy)
                select ?, n, entry_id, policy
                from unnest(?, ?, ?) as entry (n, entry_id, policy)\
                """,
                scope.value(),
                Column.longs(numbers),
                Column.uuids(news.stream().map(_ -> UUID.randomUUID()).toList()),
                Column.texts(news.stream().map(Feed::json).toList()));
        Sql.first(session, "select pg_notify(?, ?)", _ -> true, CHANNEL, scope.value());
    }

    /// Publishes to several scopes.
    public static void publish(StatelessSession session, SortedMap<Scope, List<Policy>> news) {
        news.forEach((scope, policies) -> publish(session, scope, policies));
    }

    /// Publishes the same news to several scopes.
    public static void publishAll(
            StatelessSession session, Collection<Scope> scopes, List<Policy> news) {
        SortedMap<Scope, List<Policy>> all = new TreeMap<>();
        scopes.forEach(scope -> all.put(scope, news));
        publish(session, all);
    }

    private static long take(StatelessSession session, Scope scope, int count) {
        return Sql.first(
                        session,
                        """
                        insert into feed_scope (scope, n) values (?, ?)
                        on conflict (scope) do update set n = feed_scope.n + excluded.n
                        returning n\
                        """,
                        row -> row.getLong("n"),
                        scope.value(),
                        (long) count)
                .orElseThrow();
    }

    private static String json(Policy policy) {
        try {
            return Json.MAPPER.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + policy.getClass(), e);
        }
    }
}
