package kmmotos.simulation.stores;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.desktop.sync.Stores;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.till.TillState;
import org.hibernate.StatelessSession;

/// Reads what a till's database holds, in the terms of the simulation.
final class StoredTill {

    private static final int ALL = 1_000_000;

    /// A till keeps neither where nor who.
    private static final StoreId SOMEWHERE = new StoreId("S1");

    private static final UUID SOMEBODY = new UUID(0, 0);

    private final StatelessSession session;
    private final Stores stores;
    private final TillState state = new TillState();

    private StoredTill(StatelessSession session, Stores stores) {
        this.session = session;
        this.stores = stores;
    }

    static TillState read(TillDatabase database, Stores stores) {
        return database.read(session -> {
            StoredTill till = new StoredTill(session, stores);
            till.sales();
            till.goods();
            till.policies();
            till.shops();
            till.leases();
            return till.state;
        });
    }

    private void sales() {
        bodies("sale", Sale.class, sale -> state.sales.put(sale.saleId(), sale));
        bodies("web_order", Order.class, order -> state.orders.put(order.orderId(), order));
        rows(
                "select opening, totals, from_seq, is_open from shift",
                row -> {
                    ShiftOpening opening = JsonText.read(text(row, 0), ShiftOpening.class);
                    state.shifts.put(
                            opening.shiftId(),
                            new TillState.Shift(
                                    opening,
                                    JsonText.read(text(row, 1), ShiftTotals.class),
                                    number(row, 2),
                                    (Boolean) row[3]));
                });
        bodies(
                "cash_movement",
                CashMovement.class,
                movement -> state.cashMovements.put(movement.movementId(), movement));
        rows(
                "select cast(customer_id as varchar), body, ahead, told from customer"
                        + " where name like 'Rider%'",
                row -> {
                    Customer customer = JsonText.read(text(row, 1), Customer.class);
                    Optional<Customer> told =
                            !(Boolean) row[2]
                                    ? Optional.of(customer)
                                    : Optional.ofNullable(row[3])
                                            .map(body ->
                                                    JsonText.read((String) body, Customer.class));
                    state.customers.put(
                            customer.customerId(), new TillState.KnownCustomer(customer, told));
                });
        stores.payments()
                .open(session)
                .forEach(open -> state.openPayments.put(open.intent().intentId(), true));
        int next = stores.shifts().nextReportNumber(session);
        if (next > 1) {
            state.counters.put("reports", next - 1);
        }
    }

    private void goods() {
        rows(
                "select sku, on_hand from stock",
                row -> state.stock.put(new Sku(text(row, 0)), new Quantity(number(row, 1))));
        stores.stock()
                .seen(session)
                .forEach(mark -> state.seen.put(mark.device() + " " + mark.incarnation(), mark));
        rows(
                "select cast(event_id as varchar), sku, change from heard_movement",
                row ->
                        state.heardMovements.update(
                                UUID.fromString(text(row, 0)),
                                new TreeMap<>(),
                                moved ->
                                        with(
                                                moved,
                                                new Sku(text(row, 1)),
                                                new Quantity(number(row, 2)))));
        bodies(
                "purchase_order",
                PurchaseProgress.class,
                progress -> state.purchases.put(progress.order().orderId(), progress));
        rows(
                "select cast(order_id as varchar), sku, quantity, damaged from purchase_arrival",
                row ->
                        state.purchaseArrivals.put(
                                text(row, 0) + " " + text(row, 1),
                                new PurchaseProgress.Came(
                                        new Sku(text(row, 1)),
                                        new Quantity(number(row, 2)),
                                        new Quantity(number(row, 3)))));
        bodies(
                "transfer",
                TransferProgress.class,
                transfer -> state.transfers.put(transfer.transferId(), transfer));
        rows(
                "select cast(transfer_id as varchar), sku, quantity from transfer_arrival",
                row ->
                        state.arrivals.put(
                                text(row, 0) + " " + text(row, 1), new Quantity(number(row, 2))));
    }

    private static SortedMap<Sku, Quantity> with(
            SortedMap<Sku, Quantity> moved, Sku sku, Quantity change) {
        SortedMap<Sku, Quantity> more = new TreeMap<>(moved);
        more.merge(sku, change, Quantity::plus);
        return more;
    }

    private void policies() {
        rows(
                "select price_list_id, effective_from, fetched from price_list",
                row ->
                        state.priceLists.put(
                                text(row, 0),
                                new TillState.Announced(
                                        ((OffsetDateTime) row[1]).toInstant(), (Boolean) row[2])));
        rows(
                "select code, uses, body from coupon",
                row ->
                        state.coupons.put(
                                text(row, 0),
                                new TillState.KnownCoupon(
                                        JsonText.read(text(row, 2), Coupon.class),
                                        (int) number(row, 1))));
        stores.pricing()
                .promotions(session)
                .forEach(offered -> state.promotions.put(offered.promotionId(), offered));
        rows(
                "select code, count(*) from coupon_use group by code",
                row -> state.couponUses.put(text(row, 0), (int) number(row, 1)));
        rows(
                "select code, name from brand",
                row -> state.brands.put(text(row, 0), new Brand(text(row, 0), text(row, 1))));
        rows(
                "select store_id, name from store_name",
                row -> state.shops.put(new StoreId(text(row, 0)), text(row, 1)));
    }

    private void shops() {
        stores.shops()
                .tills(session)
                .forEach(told -> state.tills.put(told.till().deviceId().value(), told));
        stores.shortages()
                .shortages(session)
                .forEach(shortage -> state.shortages.put(shortage.caseId(), shortage));
        stores.shortages()
                .requests(session)
                .forEach(request -> state.requests.put(request.requestId(), request));
    }

    private void leases() {
        rows(
                "select cast(lease_id as varchar), kind, subject, granted, used, ends_at, seen_at,"
                        + " told_until, released from lease",
                row -> {
                    UUID id = UUID.fromString(text(row, 0));
                    LeaseKind kind = LeaseKind.valueOf(text(row, 1));
                    state.leases.put(
                            id,
                            new TillState.KnownLease(
                                    new HeldLease(
                                            id,
                                            new LeaseSubject(
                                                    kind,
                                                    text(row, 2),
                                                    kind == LeaseKind.COUPON
                                                            ? Optional.empty()
                                                            : Optional.of(Goods.CURRENCY)),
                                            number(row, 3),
                                            number(row, 4),
                                            instant(row, 5),
                                            instant(row, 6),
                                            instant(row, 7)),
                                    (Boolean) row[8]));
                });
        rows(
                "select sku, quantity, until, decided_at, cast(decision as varchar) from set_aside",
                row ->
                        state.setAsides.put(
                                new Sku(text(row, 0)),
                                new SetAside(
                                        UUID.fromString(text(row, 4)),
                                        SOMEWHERE,
                                        new Sku(text(row, 0)),
                                        new Quantity(number(row, 1)),
                                        instant(row, 2),
                                        instant(row, 3),
                                        SOMEBODY)));
    }

    private static Instant instant(Object[] row, int column) {
        return row[column] instanceof Instant instant
                ? instant
                : ((OffsetDateTime) row[column]).toInstant();
    }

    private <T> void bodies(String table, Class<T> type, Consumer<T> consumer) {
        Sql.list(session, String.class, ALL, "select body from " + table)
                .forEach(body -> consumer.accept(JsonText.read(body, type)));
    }

    private void rows(String sql, Consumer<Object[]> consumer) {
        List<Object[]> rows = Sql.list(session, Object[].class, ALL, sql);
        rows.forEach(consumer);
    }

    private static String text(Object[] row, int column) {
        return (String) row[column];
    }

    private static long number(Object[] row, int column) {
        return ((Number) row[column]).longValue();
    }
}
