package kmmotos.desktop.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// Writes what the server decided into the stores, products and customers in batches.
final class PolicyWriter {
    private final Stores stores;
    private final SyncStore marks = new SyncStore();

    PolicyWriter(Stores stores) {
        this.stores = stores;
    }

    /// Products and customers of a snapshot.
    void renew(StatelessSession session, List<Policy> policies) {
        stores.catalog().renew(session, products(policies));
        stores.customers().renew(session, customers(policies));
    }

    /// All else of a snapshot.
    ///
    /// @param named the products and customers of the snapshot
    void replaceAll(StatelessSession session, List<Policy> policies, Set<UUID> named) {
        forget(session, named);
        Map<Sku, Quantity> levels = new HashMap<>();
        for (Policy policy : policies) {
            if (policy instanceof Policy.StockLevel(_, Sku sku, Quantity onHand)) {
                levels.put(sku, onHand);
            }
        }
        stores.stock().replaceAll(session, levels);
        for (Policy policy : policies) {
            if (policy instanceof Policy.OrderChanged(var order)) {
                stores.orders().replace(session, order);
            } else {
                write(session, policy);
            }
        }
    }

    private void forget(StatelessSession session, Set<UUID> named) {
        stores.catalog().forgetOthers(session, named);
        stores.customers().forgetOthers(session, named);
        stores.pricing().clear(session);
        stores.staff().clear(session);
        stores.transfers().clear(session);
        stores.purchases().clear(session);
        stores.reorder().clear(session);
        stores.shortages().clear(session);
        stores.orders().clearOpen(session);
        stores.counterOrders().clearTold(session);
    }

    /// Policies of a feed page.
    void update(StatelessSession session, List<Policy> policies, Instant now) {
        stores.catalog().put(session, products(policies));
        stores.customers().put(session, customers(policies));
        for (Policy policy : policies) {
            if (policy instanceof Policy.StockChanged changed) {
                stores.stock().book(session, changed, now);
            }
            write(session, policy);
        }
    }

    private static List<Product> products(List<Policy> policies) {
        return picked(policies, Policy.ProductChanged.class, Policy.ProductChanged::product);
    }

    private static List<Customer> customers(List<Policy> policies) {
        return picked(policies, Policy.CustomerChanged.class, Policy.CustomerChanged::customer);
    }

    private static <P extends Policy, T> List<T> picked(
            List<Policy> policies, Class<P> type, Function<P, T> what) {
        return policies.stream().filter(type::isInstance).map(type::cast).map(what).toList();
    }

    private void write(StatelessSession session, Policy policy) {
        switch (policy) {
            case Policy.CategoryChanged(var category) -> stores.catalog().put(session, category);
            case Policy.BrandChanged(var brand) -> stores.catalog().put(session, brand);
            case Policy.PriceListPublished published ->
                    stores.pricing().announce(session, published);
            case Policy.TaxRulesChanged(var rules) -> stores.pricing().put(session, rules);
            case Policy.ForeignRatesChanged(var rates) -> stores.pricing().put(session, rates);
            case Policy.CouponChanged(var coupon, int uses) ->
                    stores.pricing().put(session, coupon, uses);
            case Policy.PromotionChanged(var promotion) -> stores.pricing().put(session, promotion);
            case Policy.CouponKeyChanged key -> stores.pricing().put(session, key);
            case Policy.CouponSpent(String code, var saleId, _) ->
                    stores.pricing().used(session, code, saleId);
            case Policy.StaffChanged(var member) -> stores.staff().put(session, member);
            case Policy.StoreChanged(var store) -> stores.shops().put(session, store);
            case Policy.OrderChanged(var order) -> stores.orders().put(session, order);
            case Policy.CounterOrderChanged(var progress) ->
                    stores.counterOrders().put(session, progress);
            case Policy.StockSeen(_, var marks) ->
                    marks.forEach(mark -> stores.stock().saw(session, mark));
            case Policy.TransferChanged(var transfer) -> stores.transfers().put(session, transfer);
            case Policy.StoreNamed(var store, String name) ->
                    stores.shops().name(session, store, name);
            case Policy.ReceiptKeyChanged told -> stores.shops().put(session, told);
            case Policy.TillChanged told -> stores.shops().put(session, told);
            case Policy.TransferRequestChanged(var request, boolean open) ->
                    stores.shortages().put(session, request, open);
            case Policy.PurchaseOrderChanged(var progress) ->
                    stores.purchases().put(session, progress);
            case Policy.ReorderLevelChanged(var level) -> stores.reorder().put(session, level);
            case Policy.ShortageChanged(var shortage) -> stores.shortages().put(session, shortage);
            case Policy.SetAsideChanged(var decided) -> stores.stock().put(session, decided);
            case Policy.BinsChanged(var bins) -> stores.bins().put(session, bins);
            case Policy.ExceptionSolved(var eventId) -> marks.solved(session, eventId);
            case Policy.DeviceRevoked _,
                    Policy.ProductChanged _,
                    Policy.CustomerChanged _,
                    Policy.StockLevel _,
                    Policy.StockChanged _ -> {}
        }
    }
}
