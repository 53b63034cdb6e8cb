package kmmotos.server.stock;

import java.util.function.Consumer;
import kmmotos.model.stock.Bins;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Where things lie in the till's store; also what has no place any more, for what a till decides
/// next must come after it, however wrong its clock is.
public final class BinsPart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "bins_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(
                        session,
                        "select count(*) from item_bin where store_id = ?",
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        Sql.list(
                        session,
                        "select document from item_bin where store_id = ? order by sku",
                        row -> Sql.json(row, "document", Bins.class),
                        store.storeId().value())
                .forEach(bins -> out.accept(new Policy.BinsChanged(bins)));
    }
}
