package kmmotos.server.shortages;

import java.time.Clock;
import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The open oversell cases of the till's store.
public final class ShortagePart implements SnapshotPart {

    private final Clock clock;

    public ShortagePart(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "shortage_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return Sql.first(
                        session,
                        "select count(*) from oversell_case where store_id = ? and closed_at is"
                                + " null",
                        row -> row.getLong(1),
                        store.storeId().value())
                .orElseThrow();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        ShortageNews.open(session, store.storeId(), clock.instant())
                .forEach(shortage -> out.accept(new Policy.ShortageChanged(shortage)));
    }
}
