package kmmotos.desktop.sync;

import java.util.function.Consumer;
import java.util.function.Function;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// Reads from the stores what the server told, as it would tell it in a snapshot.
final class PolicyReader {
    private final StatelessSession session;
    private final Stores stores;

    PolicyReader(StatelessSession session, Stores stores) {
        this.session = session;
        this.stores = stores;
    }

    void read(StoreId store, Consumer<Policy> out) {
        stores.catalog().brands(session).forEach(to(out, Policy.BrandChanged::new));
        stores.catalog().categories(session).forEach(to(out, Policy.CategoryChanged::new));
        stores.catalog().forEachProduct(session, to(out, Policy.ProductChanged::new));
        stores.customers().forEach(session, to(out, Policy.CustomerChanged::new));
        stores.pricing().taxRules(session).forEach(to(out, Policy.TaxRulesChanged::new));
        stores.pricing()
                .coupons(session)
                .forEach(known ->
                        out.accept(new Policy.CouponChanged(known.coupon(), known.uses())));
        stores.pricing().promotions(session).forEach(to(out, Policy.PromotionChanged::new));
        stores.pricing().couponKeys(session).forEach(out);
        stores.staff().all(session).forEach(to(out, Policy.StaffChanged::new));
        stores.shops().find(session, store).ifPresent(to(out, Policy.StoreChanged::new));
        stores.shops()
                .names(session)
                .forEach((id, name) -> out.accept(new Policy.StoreNamed(id, name)));
        stores.shops().tills(session).forEach(out);
        stores.orders().open(session).forEach(to(out, Policy.OrderChanged::new));
        stores.stock()
                .forEach(
                        session,
                        (sku, onHand) -> out.accept(new Policy.StockLevel(store, sku, onHand)));
    }

    private static <T> Consumer<T> to(Consumer<Policy> out, Function<T, Policy> told) {
        return value -> out.accept(told.apply(value));
    }
}
