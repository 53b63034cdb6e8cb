package kmmotos.server.returns;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.stores.TillStore;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The keys by which the tills of all stores sign their receipts.
public final class ReceiptKeysPart implements SnapshotPart {

    private final TillStore tills = new TillStore();

    @Override
    public Scope scope(Store store) {
        return Scope.CATALOG;
    }

    @Override
    public String type() {
        return "receipt_key_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return tills.receiptKeys(session).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        tills.receiptKeys(session).forEach(out);
    }
}
