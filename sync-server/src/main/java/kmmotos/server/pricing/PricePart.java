package kmmotos.server.pricing;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Prices in a till's snapshot: the names of its zone's lists, the tax rules, promotions, coupons.
public final class PricePart implements SnapshotPart {

    private interface Source {
        List<Policy> read(StatelessSession session, String zone);
    }

    private final String type;
    private final Source source;

    private PricePart(String type, Source source) {
        this.type = type;
        this.source = source;
    }

    public static List<SnapshotPart> all(Clock clock) {
        PriceStore prices = new PriceStore();
        TaxRulesStore taxes = new TaxRulesStore();
        PromotionStore promotions = new PromotionStore();
        CouponStore coupons = new CouponStore();
        return List.of(
                new PricePart(
                        "price_list_published",
                        (session, zone) -> prices.policies(session, zone, clock.instant())),
                new PricePart("tax_rules_changed", taxes::policies),
                new PricePart("promotion_changed", (session, _) -> promotions.policies(session)),
                new PricePart("coupon_changed", (session, _) -> coupons.policies(session)),
                new PricePart("coupon_spent", (session, _) -> coupons.spent(session)),
                new CouponKeyPart());
    }

    @Override
    public Scope scope(Store store) {
        return Scope.priceList(store.zone());
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return source.read(session, store.zone()).size();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        source.read(session, store.zone()).forEach(out);
    }
}
