package kmmotos.simulation.stores;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.catalog.CatalogStore;
import kmmotos.server.feed.Feed;
import kmmotos.server.orders.OrderStore;
import kmmotos.server.orders.Reservations;
import kmmotos.server.pricing.CouponStore;
import kmmotos.server.pricing.PriceStore;
import kmmotos.server.pricing.PromotionStore;
import kmmotos.server.purchasing.PurchaseStore;
import kmmotos.server.shortages.ShortageNews;
import kmmotos.server.stock.Availability;
import kmmotos.server.stock.TransferRequestStore;
import kmmotos.server.storage.Sql;
import kmmotos.server.stores.StoreStore;
import kmmotos.server.sync.News;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.server.ChainTables;
import org.hibernate.StatelessSession;

/// The tables of web shop and head office in PostgreSQL, by the same stores as their routes.
final class DatabaseChainTables implements ChainTables {

    private final StatelessSession session;
    private final OrderStore orders = new OrderStore();
    private final PriceStore prices = new PriceStore();
    private final CouponStore coupons = new CouponStore();
    private final Reservations reservations = new Reservations();

    DatabaseChainTables(StatelessSession session) {
        this.session = session;
    }

    @Override
    public boolean hold(StoreId store, Sku sku, Quantity quantity, Instant now) {
        List<Reservations.Wanted> wanted = List.of(new Reservations.Wanted(sku, quantity));
        return reservations.reserve(session, store, wanted, now).isEmpty();
    }

    @Override
    public void holdUnchecked(StoreId store, Sku sku, Quantity quantity) {
        throw new UnsupportedOperationException("rules are broken in memory only");
    }

    @Override
    public Quantity free(StoreId store, Sku sku) {
        return Quantity.of(
                Sql.first(
                                session,
                                "select on_hand - reserved from stock_balance"
                                        + " where store_id = ? and sku = ?",
                                row -> row.getBigDecimal(1),
                                store.value(),
                                sku.value())
                        .orElse(BigDecimal.ZERO));
    }

    /// A guest's order without a cart.
    @Override
    public void place(Order order) {
        List<Reservations.Wanted> held =
                order.lines().stream()
                        .map(line ->
                                new Reservations.Wanted(
                                        line.priced().sku(), line.priced().quantity()))
                        .toList();
        orders.place(session, order, null, new UUID(0, 0), held);
    }

    @Override
    public void become(Order order, OrderState next) {
        OrderStore.Outcome _ = orders.become(session, order.orderId(), next);
    }

    @Override
    public Optional<PriceList> newestPrices() {
        return prices.newest(session, Shops.ZONE);
    }

    @Override
    public void publish(PriceList list, Instant now) {
        String _ = prices.publish(session, list, now);
    }

    @Override
    public List<Shortage> shortages(Instant now) {
        return new StoreStore()
                .list(session).stream()
                        .flatMap(store -> ShortageNews.open(session, store.storeId(), now).stream())
                        .toList();
    }

    @Override
    public void tellShortages(Instant now) {
        int _ = ShortageNews.tell(session, now);
    }

    @Override
    public void ask(TransferRequest request, UUID caseId, Instant now) {
        News news = new News();
        TransferRequestStore.add(session, request, Optional.of(caseId), now, news);
        Feed.publish(session, news.byScope());
    }

    @Override
    public void issue(Coupon coupon) {
        coupons.save(session, coupon);
    }

    @Override
    public void offer(Promotion promotion, Instant now) {
        new PromotionStore().save(session, promotion, null, now);
    }

    @Override
    public void order(PurchaseOrder order, Instant now) {
        new PurchaseStore().save(session, order, null, now);
    }

    @Override
    public void tellUses() {
        coupons.tellUses(session);
    }

    @Override
    public void setAside(StoreId store, Sku sku, Quantity quantity) {
        Availability.keepBack(session, store, sku, Quantity.ZERO, quantity);
    }

    @Override
    public void open(Store store) {
        new StoreStore().save(session, store);
    }

    @Override
    public void name(Brand brand) {
        List<Policy> news =
                new CatalogStore()
                        .save(session, List.of(brand)).stream()
                                .<Policy>map(Policy.BrandChanged::new)
                                .toList();
        Feed.publish(session, Scope.CATALOG, news);
    }
}
