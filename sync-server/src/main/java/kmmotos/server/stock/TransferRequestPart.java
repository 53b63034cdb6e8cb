package kmmotos.server.stock;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// What the till's store asks of others, and they of it.
public final class TransferRequestPart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "transfer_request_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return TransferRequestStore.open(session, store.storeId()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        TransferRequestStore.open(session, store.storeId())
                .forEach(request -> out.accept(new Policy.TransferRequestChanged(request, true)));
    }
}
