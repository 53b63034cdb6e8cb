package kmmotos.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
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
        publish(session, new TreeMap<>(Map.of(scope, news)));
    }

    /// An entry to be; the last one of its scope is 0 behind the scope's new number.
    private record Entry(Scope scope, long behind, Policy policy) {}

    /// Publishes to several scopes, in one statement that takes their counters in their order.
    public static void publish(StatelessSession session, SortedMap<Scope, List<Policy>> news) {
        List<Entry> entries = new ArrayList<>();
        news.forEach((scope, policies) -> {
            for (int i = 0; i < policies.size(); i++) {
                entries.add(new Entry(scope, policies.size() - 1L - i, policies.get(i)));
            }
        });
        if (entries.isEmpty()) {
            return;
        }
        Sql.update(
                session,
                """
                with entry as (
                    select * from unnest(?, ?, ?, ?) as e (scope, behind, entry_id, policy)),
                taken as (
                    insert into feed_scope (scope, n)
                    select scope, count(*) from entry group by scope order by scope
                    on conflict (scope) do update set n = feed_scope.n + excluded.n
                    returning scope, n)
                insert into feed_entry (scope, n, entry_id, policy)
                select scope, n - behind, entry_id, policy from entry join taken using (scope)\
                """,
                Column.of("text", entries, entry -> entry.scope().value()),
                Column.of("bigint", entries, Entry::behind),
                Column.uuids(entries.stream().map(_ -> UUID.randomUUID()).toList()),
                Column.of("text", entries, entry -> json(entry.policy())));
        Sql.first(
                session,
                "select pg_notify(?, scope) from unnest(?) as s (scope)",
                _ -> true,
                CHANNEL,
                Column.texts(news.keySet().stream().map(Scope::value).toList()));
    }

    /// Publishes the same news to several scopes.
    public static void publishAll(
            StatelessSession session, Collection<Scope> scopes, List<Policy> news) {
        SortedMap<Scope, List<Policy>> all = new TreeMap<>();
        scopes.forEach(scope -> all.put(scope, news));
        publish(session, all);
    }

    private static String json(Policy policy) {
        try {
            return Json.MAPPER.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + policy.getClass(), e);
        }
    }
}
