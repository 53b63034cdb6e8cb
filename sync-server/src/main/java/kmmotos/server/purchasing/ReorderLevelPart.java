package kmmotos.server.purchasing;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Between which figures head office wants items in the till's store.
public final class ReorderLevelPart implements SnapshotPart {

    private final ReorderStore levels = new ReorderStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "reorder_level_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return levels.levels(session, store.storeId()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        levels.levels(session, store.storeId())
                .forEach(level -> out.accept(new Policy.ReorderLevelChanged(level)));
    }
}
