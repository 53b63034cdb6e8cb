package kmmotos.server.pricing;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The foreign cash that the till's store takes.
public final class ForeignRatesPart implements SnapshotPart {

    private final ForeignRatesStore rates = new ForeignRatesStore();

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "foreign_rates_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return rates.find(session, store.storeId()).isPresent() ? 1 : 0;
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        rates.find(session, store.storeId()).map(Policy.ForeignRatesChanged::new).ifPresent(out);
    }
}
