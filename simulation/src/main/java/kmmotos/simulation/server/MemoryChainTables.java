package kmmotos.simulation.server;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.News;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.CouponUses;
import kmmotos.simulation.server.ServerState.PublishedList;
import kmmotos.simulation.server.ServerState.StockKey;

/// The tables of web shop and head office in memory.
final class MemoryChainTables implements ChainTables {

    private final ServerState state;
    private final MemoryTables tables;
    private final Balances balances;

    MemoryChainTables(ServerState state, MemoryTables tables) {
        this.state = state;
        this.tables = tables;
        this.balances = tables.balances();
    }

    @Override
    public boolean hold(StoreId store, Sku sku, Quantity quantity, Instant now) {
        boolean can = balances.promise(new StockKey(store, sku), now).compareTo(quantity) >= 0;
        if (can) {
            holdUnchecked(store, sku, quantity);
        }
        return can;
    }

    @Override
    public void holdUnchecked(StoreId store, Sku sku, Quantity quantity) {
        balances.reserve(new StockKey(store, sku), quantity);
    }

    @Override
    public Quantity free(StoreId store, Sku sku) {
        return state.balances.get(new StockKey(store, sku), Balance.NONE).free();
    }

    @Override
    public void place(Order order) {
        state.orders.put(order.orderId(), order);
        state.reservations.put(
                order.orderId(), order.lines().stream().map(line -> held(order, line)).toList());
        tell(order);
    }

    private static StockMovement held(Order order, Order.Line line) {
        return new StockMovement(
                order.store(),
                line.priced().sku(),
                line.priced().quantity(),
                Location.STORE,
                Location.CUSTOMER);
    }

    @Override
    public void become(Order order, OrderState next) {
        tell(tables.effects().become(order, next));
    }

    private void tell(Order order) {
        tables.publish(Scope.store(order.store()), List.of(new Policy.OrderChanged(order)));
    }

    @Override
    public Optional<PriceList> newestPrices() {
        return state.priceLists.values().stream()
                .max(
                        Comparator.<PublishedList, Instant>comparing(
                                        list -> list.list().effectiveFrom())
                                .thenComparing(PublishedList::publishedAt))
                .map(PublishedList::list);
    }

    @Override
    public void publish(PriceList list, Instant now) {
        String id = HashChain.sha256Hex(CanonicalJson.bytes(list));
        if (!state.priceLists.has(id) || isReplaced(id)) {
            state.priceLists.put(id, new PublishedList(list, now));
            tables.publish(
                    Scope.priceList(list.zone()),
                    List.of(new Policy.PriceListPublished(list.zone(), id, list.effectiveFrom())));
        }
    }

    /// Whether a later list begins at the same moment.
    private boolean isReplaced(String id) {
        PublishedList list = state.priceLists.get(id).orElseThrow();
        return state.priceLists.values().stream()
                .filter(other -> other.list().effectiveFrom().equals(list.list().effectiveFrom()))
                .anyMatch(other -> other.publishedAt().isAfter(list.publishedAt()));
    }

    @Override
    public List<Shortage> shortages(Instant now) {
        return state.stores.rows().keySet().stream()
                .flatMap(store -> new Shortages(state, balances).open(store, now).stream())
                .toList();
    }

    @Override
    public void tellShortages(Instant now) {
        publish(news -> new Shortages(state, balances).tell(now, news));
    }

    @Override
    public void ask(TransferRequest request, UUID caseId, Instant now) {
        publish(news -> new Requests(state).add(request, Optional.of(caseId), news));
    }

    private void publish(Consumer<News> what) {
        News news = new News();
        what.accept(news);
        tables.publish(news);
    }

    @Override
    public void issue(Coupon coupon) {
        CouponUses before = state.coupons.get(coupon.code(), new CouponUses(coupon, 0, 0));
        state.coupons.put(coupon.code(), new CouponUses(coupon, before.uses(), before.told()));
        tell(List.of(new CouponUses(coupon, before.uses(), before.told())));
    }

    @Override
    public void offer(Promotion promotion, Instant now) {
        state.promotions.put(promotion.promotionId(), promotion);
        tables.publish(
                Scope.priceList(Shops.ZONE), List.of(new Policy.PromotionChanged(promotion)));
    }

    @Override
    public void order(PurchaseOrder order, Instant now) {
        state.purchaseOrders.put(order.orderId(), order);
        new Purchases(state)
                .progress(order.orderId())
                .map(Policy.PurchaseOrderChanged::new)
                .ifPresent(told -> tables.publish(Scope.store(order.store()), List.of(told)));
    }

    @Override
    public void tellUses() {
        List<CouponUses> news =
                state.coupons.values().stream()
                        .filter(known -> known.told() != known.uses())
                        .map(known -> new CouponUses(known.coupon(), known.uses(), known.uses()))
                        .toList();
        news.forEach(known -> state.coupons.put(known.coupon().code(), known));
        tell(news);
    }

    private void tell(List<CouponUses> coupons) {
        if (!coupons.isEmpty()) {
            tables.publish(
                    Scope.priceList(Shops.ZONE),
                    coupons.stream()
                            .<Policy>map(
                                    known -> new Policy.CouponChanged(known.coupon(), known.uses()))
                            .toList());
        }
    }

    @Override
    public void setAside(StoreId store, Sku sku, Quantity quantity) {
        state.keptByOffice.put(new StockKey(store, sku), quantity);
    }

    @Override
    public void open(Store store) {
        state.stores.put(store.storeId(), store);
        tables.publish(
                Scope.CATALOG, List.of(new Policy.StoreNamed(store.storeId(), store.name())));
        tables.publish(Scope.store(store.storeId()), List.of(new Policy.StoreChanged(store)));
    }

    @Override
    public void name(Brand brand) {
        if (!state.brands.has(brand.code())) {
            state.brands.put(brand.code(), brand);
            tables.publish(Scope.CATALOG, List.of(new Policy.BrandChanged(brand)));
        }
    }
}
