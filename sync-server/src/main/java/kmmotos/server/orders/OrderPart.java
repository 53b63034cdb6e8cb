package kmmotos.server.orders;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The open web orders of the till's store in its snapshot.
public final class OrderPart implements SnapshotPart {

    private final OrderStore orders = new OrderStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "order_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(
                        session,
                        "select count(*) from customer_order where store_id = ? and state in"
                                + " ('placed', 'picked', 'ready')",
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        orders.forEachOpen(session, store.storeId(), out);
    }
}
