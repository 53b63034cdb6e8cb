package kmmotos.server.sync;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.stores.TillStore;
import org.hibernate.StatelessSession;

/// The tills of the store with their keys, so that they know each other on the shop's network.
public final class TillsPart implements SnapshotPart {

    private final TillStore tills = new TillStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "till_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return tills.ofStore(session, store.storeId()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        tills.ofStore(session, store.storeId()).forEach(out);
    }
}
