package kmmotos.server.stock;

import java.util.function.Consumer;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// What the till's store keeps for the online shop.
public final class SetAsidePart implements SnapshotPart {

    private static final String OPEN =
            " from online_stock where store_id = ? and shop_document is not null"
                    + " and shop_until > now() and shop_quantity > 0";

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "set_aside_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(
                        session,
                        "select count(*)" + OPEN,
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        Sql.list(
                        session,
                        "select shop_document" + OPEN + " order by sku",
                        row -> Sql.json(row, "shop_document", SetAside.class),
                        store.storeId().value())
                .forEach(kept -> out.accept(new Policy.SetAsideChanged(kept)));
    }
}
