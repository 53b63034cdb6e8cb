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

    /// Those too that ended or keep nothing: what a till decides next must come after them, however
    /// wrong its clock is.
    private static final String DECIDED =
            " from online_stock where store_id = ? and shop_document is not null";

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
                        "select count(*)" + DECIDED,
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        Sql.list(
                        session,
                        "select shop_document" + DECIDED + " order by sku",
                        row -> Sql.json(row, "shop_document", SetAside.class),
                        store.storeId().value())
                .forEach(kept -> out.accept(new Policy.SetAsideChanged(kept)));
    }
}
