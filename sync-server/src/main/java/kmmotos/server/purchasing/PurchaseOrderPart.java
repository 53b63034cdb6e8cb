package kmmotos.server.purchasing;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// What the till's store awaits from suppliers.
public final class PurchaseOrderPart implements SnapshotPart {

    private final PurchaseStore orders = new PurchaseStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "purchase_order_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return orders.awaited(session, store.storeId()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        orders.awaited(session, store.storeId())
                .forEach(progress -> out.accept(new Policy.PurchaseOrderChanged(progress)));
    }
}
