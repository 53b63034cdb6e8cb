package kmmotos.simulation.server;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotContents;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.server.ServerState.PublishedList;

/// What a till of a store begins with: its store, stock, transfers and open orders, prices,
/// coupons, brands and customers.
record SnapshotOfState(Scope scope, String type, List<Policy> policies)
        implements SnapshotContents {

    private static final Comparator<Map.Entry<String, PublishedList>> NEWEST_FIRST =
            Map.Entry.<String, PublishedList>comparingByValue(
                            Comparator.comparing(
                                            (PublishedList list) -> list.list().effectiveFrom())
                                    .thenComparing(PublishedList::publishedAt))
                    .reversed();

    static List<SnapshotContents> of(ServerState state, Balances balances, Store of, Instant now) {
        StoreId store = of.storeId();
        return List.of(
                part(
                        Scope.CATALOG,
                        "store_named",
                        state.stores.values().stream()
                                .map(shop -> new Policy.StoreNamed(shop.storeId(), shop.name()))),
                part(
                        Scope.CATALOG,
                        "receipt_key_changed",
                        state.tills.values().stream()
                                .map(till ->
                                        new Policy.ReceiptKeyChanged(
                                                till, Shops.publicKey(till), false))),
                part(
                        Scope.CATALOG,
                        "brand_changed",
                        state.brands.values().stream().map(Policy.BrandChanged::new)),
                part(
                        Scope.CUSTOMERS,
                        "customer_changed",
                        state.customers.values().stream().map(Policy.CustomerChanged::new)),
                part(
                        Scope.priceList(of.zone()),
                        "price_list_published",
                        priceLists(state, of, now)),
                part(
                        Scope.priceList(of.zone()),
                        "promotion_changed",
                        state.promotions.values().stream()
                                .filter(Promotion::active)
                                .map(Policy.PromotionChanged::new)),
                part(
                        Scope.priceList(of.zone()),
                        "coupon_changed",
                        state.coupons.values().stream()
                                .map(known ->
                                        new Policy.CouponChanged(known.coupon(), known.uses()))),
                part(Scope.store(store), "store_changed", Stream.of(new Policy.StoreChanged(of))),
                part(Scope.store(store), "stock_level", levels(state, store)),
                part(
                        Scope.store(store),
                        "stock_seen",
                        Stream.of(new Policy.StockSeen(store, marks(state, store)))),
                part(
                        Scope.store(store),
                        "set_aside_changed",
                        state.setAsides.values().stream()
                                .filter(kept -> kept.store().equals(store))
                                .map(Policy.SetAsideChanged::new)),
                part(
                        Scope.store(store),
                        "bins_changed",
                        state.bins.values().stream()
                                .filter(bins -> bins.store().equals(store))
                                .map(Policy.BinsChanged::new)),
                part(
                        Scope.store(store),
                        "transfer_changed",
                        state.transfers.values().stream()
                                .filter(transfer -> isOpenAt(transfer, store))
                                .map(Policy.TransferChanged::new)),
                part(
                        Scope.store(store),
                        "till_changed",
                        state.tills.values().stream()
                                .filter(till -> till.storeId().equals(store))
                                .map(till ->
                                        new Policy.TillChanged(
                                                till, Shops.publicKey(till), false))),
                part(
                        Scope.store(store),
                        "transfer_request_changed",
                        new Requests(state)
                                .open(store).stream()
                                        .map(request ->
                                                new Policy.TransferRequestChanged(request, true))),
                part(
                        Scope.store(store),
                        "purchase_order_changed",
                        new Purchases(state)
                                .awaited(store).stream().map(Policy.PurchaseOrderChanged::new)),
                part(
                        Scope.store(store),
                        "shortage_changed",
                        new Shortages(state, balances)
                                .open(store, now).stream().map(Policy.ShortageChanged::new)),
                part(
                        Scope.store(store),
                        "order_changed",
                        state.orders.values().stream()
                                .filter(order -> order.store().equals(store))
                                .filter(order -> order.state().isOpen())
                                .map(Policy.OrderChanged::new)));
    }

    private static SnapshotContents part(
            Scope scope, String type, Stream<? extends Policy> policies) {
        return new SnapshotOfState(scope, type, policies.<Policy>map(one -> one).toList());
    }

    private static Stream<Policy> priceLists(ServerState state, Store of, Instant now) {
        String inForce = HeadOffice.inForce(state, now).orElse("");
        Set<Instant> moments = new HashSet<>();
        return state.priceLists.rows().entrySet().stream()
                .filter(list ->
                        list.getKey().equals(inForce)
                                || list.getValue().list().effectiveFrom().isAfter(now))
                .sorted(NEWEST_FIRST)
                .filter(list -> moments.add(list.getValue().list().effectiveFrom()))
                .map(list ->
                        new Policy.PriceListPublished(
                                of.zone(), list.getKey(), list.getValue().list().effectiveFrom()));
    }

    private static Stream<Policy> levels(ServerState state, StoreId store) {
        return state.balances.rows().entrySet().stream()
                .filter(row -> row.getKey().store().equals(store))
                .map(row ->
                        new Policy.StockLevel(store, row.getKey().sku(), row.getValue().onHand()));
    }

    private static List<JournalMark> marks(ServerState state, StoreId store) {
        return state.streams.rows().entrySet().stream()
                .filter(stream ->
                        state.tills
                                .get(stream.getKey().device().value())
                                .filter(till -> till.storeId().equals(store))
                                .isPresent())
                .map(stream ->
                        new JournalMark(
                                stream.getKey().device(),
                                stream.getKey().incarnation(),
                                stream.getValue().position().haveSeq()))
                .toList();
    }

    private static boolean isOpenAt(TransferProgress transfer, StoreId store) {
        return transfer.state() != TransferProgress.State.RECEIVED
                && (transfer.from().equals(store) || transfer.to().equals(store));
    }

    @Override
    public long count() {
        return policies.size();
    }

    @Override
    public void write(Consumer<Policy> out) {
        policies.forEach(out);
    }
}
