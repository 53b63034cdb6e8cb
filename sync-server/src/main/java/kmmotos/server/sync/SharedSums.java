package kmmotos.server.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.StateSum;

/// The sums over what every till of the chain holds alike, kept while nothing is published to its
/// scope: thousands of tills compare in a night, and the catalogue is most of the work.
final class SharedSums {

    private static final Set<Scope> SHARED = Set.of(Scope.CATALOG, Scope.CUSTOMERS);

    private record Known(Cursor.Position at, StateSum sum) {}

    private final Map<Scope, Known> known = new ConcurrentHashMap<>();

    /// Adds the shared part of what a till of this store holds.
    ///
    /// @param tables in the transaction that reads all of it
    void addTo(StateSum sum, SyncTables tables, StoreId store, List<SnapshotContents> contents) {
        for (Scope scope : SHARED) {
            sum.addAll(
                    of(
                            scope,
                            tables.last(scope),
                            store,
                            contents.stream().filter(part -> part.scope().equals(scope)).toList()));
        }
    }

    static boolean isShared(SnapshotContents part) {
        return SHARED.contains(part.scope());
    }

    private StateSum of(
            Scope scope, Cursor.Position now, StoreId store, List<SnapshotContents> contents) {
        Known before = known.get(scope);
        if (before != null && before.at().equals(now)) {
            return before.sum();
        }
        StateSum sum = new StateSum(store);
        contents.forEach(part -> part.write(sum::add));
        // What was never published may have been put there by other means.
        if (now.n() > 0) {
            known.put(scope, new Known(now, sum));
        }
        return sum;
    }
}
