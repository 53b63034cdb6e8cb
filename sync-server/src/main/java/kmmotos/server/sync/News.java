package kmmotos.server.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import org.hibernate.StatelessSession;

/// Collects what is to be published, so that a transaction publishes once, at its end.
public final class News {

    private final SortedMap<Scope, List<Policy>> news = new TreeMap<>();

    public void add(Scope scope, Policy policy) {
        news.computeIfAbsent(scope, _ -> new ArrayList<>()).add(policy);
    }

    void addAll(News other) {
        other.news.forEach((scope, policies) -> policies.forEach(policy -> add(scope, policy)));
    }

    void publish(StatelessSession session) {
        Feed.publish(session, news);
    }
}
