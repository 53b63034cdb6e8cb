package kmmotos.server.pricing;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// The keys that sign coupons, in a till's snapshot.
final class CouponKeyPart implements SnapshotPart {

    private final CouponKeyStore keys = new CouponKeyStore();

    @Override
    public Scope scope(Store store) {
        return Scope.CATALOG;
    }

    @Override
    public String type() {
        return "coupon_key_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return keys.all(session).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        keys.all(session).forEach(known -> out.accept(known.policy()));
    }
}
