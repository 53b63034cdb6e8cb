package kmmotos.server.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;

/// Collects what is to be published, so that a transaction publishes once, at its end.
public final class News {

    private final SortedMap<Scope, List<Policy>> news = new TreeMap<>();

    public void add(Scope scope, Policy policy) {
        news.computeIfAbsent(scope, _ -> new ArrayList<>()).add(policy);
    }

    void addAll(News other) {
        other.news.forEach((scope, policies) -> policies.forEach(policy -> add(scope, policy)));
    }

    /// What each scope is told, in the order of the scopes.
    public SortedMap<Scope, List<Policy>> byScope() {
        return Collections.unmodifiableSortedMap(news);
    }
}
