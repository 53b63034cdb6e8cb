package kmmotos.server.deposits;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The orders of the counters of the till's store that are not over.
public final class CounterOrderPart implements SnapshotPart {

    private final CounterOrderStore orders = new CounterOrderStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "counter_order_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return orders.countOpen(session, store.storeId());
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        orders.forEachOpen(
                session,
                store.storeId(),
                progress -> out.accept(new Policy.CounterOrderChanged(progress)));
    }
}
