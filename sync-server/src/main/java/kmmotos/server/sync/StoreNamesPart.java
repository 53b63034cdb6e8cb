package kmmotos.server.sync;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Every store of the chain by name: where goods may be sent.
public final class StoreNamesPart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.CATALOG;
    }

    @Override
    public String type() {
        return "store_named";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(session, "select count(*) from store", row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        Sql.list(
                        session,
                        "select store_id, name from store order by store_id",
                        row ->
                                new Policy.StoreNamed(
                                        new StoreId(row.getString("store_id")),
                                        row.getString("name")))
                .forEach(out);
    }
}
