package kmmotos.server.stock;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The transfers from and to the till's store that are not wholly received.
public final class TransferPart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "transfer_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return TransferStore.countOpen(session, store.storeId());
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        TransferStore.open(session, store.storeId())
                .forEach(transfer -> out.accept(new Policy.TransferChanged(transfer)));
    }
}
