package kmmotos.server.staff;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Everybody who may sign in at the store's tills.
public final class StaffPart implements SnapshotPart {

    private final StaffStore staff = new StaffStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "staff_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return staff.listAt(session, store.storeId()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        staff.listAt(session, store.storeId())
                .forEach(member -> out.accept(new Policy.StaffChanged(member)));
    }
}
