package kmmotos.server.sync;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import org.hibernate.StatelessSession;

/// The till's own store.
public final class StorePart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "store_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return 1;
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        out.accept(new Policy.StoreChanged(store));
    }
}
