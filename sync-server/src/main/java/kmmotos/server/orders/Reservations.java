package kmmotos.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.stock.Availability;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Goods held for orders: `reserved` in the balance of a store is the sum of its reservations.
public final class Reservations {

    private static final String RELEASE =
            """
            with gone as (delete from reservation where order_id = ?%s
                    returning store_id, sku, quantity),
                locked as (select b.store_id, b.sku, g.quantity from stock_balance b
                    join gone g using (store_id, sku) order by b.store_id, b.sku for update of b)
            update stock_balance b set reserved = b.reserved - l.quantity from locked l
            where b.store_id = l.store_id and b.sku = l.sku\
            """;

    /// @param quantity more than 0
    public record Wanted(Sku sku, Quantity quantity) {}

    /// Notes for which order goods are held, after [#reserve].
    void keep(StatelessSession session, UUID orderId, StoreId store, List<Wanted> held) {
        Sql.update(
                session,
                "insert into reservation (order_id, store_id, sku, quantity)"
                        + " select ?, ?, * from unnest(?, ?) on conflict (order_id, sku) do update"
                        + " set quantity = reservation.quantity + excluded.quantity",
                orderId,
                store.value(),
                Column.of("text", held, line -> line.sku().value()),
                Column.of("numeric", held, line -> line.quantity().decimal()));
    }

    /// Holds goods that a shop has put aside for a customer, whatever is promised of them: they are
    /// in the shop's hands. What is promised twice is a shortage.
    public void hold(
            StatelessSession session,
            UUID orderId,
            StoreId store,
            SortedMap<Sku, Quantity> quantities) {
        List<Wanted> held =
                quantities.entrySet().stream()
                        .map(one -> new Wanted(one.getKey(), one.getValue()))
                        .toList();
        keep(session, orderId, store, held);
        firm(session, orderId);
        Sql.update(
                session,
                """
                insert into stock_balance (store_id, sku, on_hand, reserved)
                select ?, w.sku, 0, w.quantity from unnest(?, ?) as w (sku, quantity) order by w.sku
                on conflict (store_id, sku) do update
                set reserved = stock_balance.reserved + excluded.reserved\
                """,
                store.value(),
                Column.of("text", held, line -> line.sku().value()),
                Column.of("numeric", held, line -> line.quantity().decimal()));
    }

    /// Takes the balances of an order that is to be held otherwise, all in their order, so that two
    /// such changes never wait for each other.
    void lock(StatelessSession session, UUID orderId, StoreId store, List<Wanted> wanted) {
        Sql.list(
                session,
                "select b.sku from stock_balance b where (b.store_id, b.sku) in (select store_id,"
                        + " sku from reservation where order_id = ?) or (b.store_id = ? and b.sku ="
                        + " any (?)) order by b.store_id, b.sku for update",
                row -> row.getString(1),
                orderId,
                store.value(),
                Column.of("text", wanted, line -> line.sku().value()));
    }

    /// Holds goods, each SKU only if the store can promise it. Answers the SKUs that it can't; then
    /// the transaction has to be rolled back, because the others are held.
    ///
    /// The rows are locked in the order of their SKUs, so that two orders never wait for each
    /// other; the update looks again at what it locked.
    public Set<Sku> reserve(
            StatelessSession session, StoreId store, List<Wanted> wanted, Instant now) {
        Set<String> held =
                Set.copyOf(
                        Sql.list(
                                session,
                                "with wanted as (select * from unnest(?, ?) w (sku, quantity)),"
                                        + " locked as (select b.sku from stock_balance b where"
                                        + " b.store_id = ? and b.sku in (select sku from wanted)"
                                        + " order by b.sku for update), held as (update"
                                        + " stock_balance b set reserved = b.reserved + w.quantity"
                                        + " from locked join wanted w using (sku) left join"
                                        + " online_stock o on o.store_id = ? and o.sku = w.sku left"
                                        + " join store_contact sc on sc.store_id = ? where b.store_id"
                                        + " = ? and b.sku = w.sku and "
                                        + Availability.COLUMN
                                        + " >= w.quantity returning b.sku) select sku from held",
                                row -> row.getString(1),
                                Column.of("text", wanted, line -> line.sku().value()),
                                Column.of("numeric", wanted, line -> line.quantity().decimal()),
                                store.value(),
                                store.value(),
                                store.value(),
                                store.value(),
                                now));
        return wanted.stream()
                .map(Wanted::sku)
                .filter(sku -> !held.contains(sku.value()))
                .collect(Collectors.toSet());
    }

    /// The store has put the goods aside.
    void firm(StatelessSession session, UUID orderId) {
        Sql.update(session, "update reservation set firm = true where order_id = ?", orderId);
    }

    /// Lets go of what is held for an order: it was handed over, cancelled, or nobody came.
    public void release(StatelessSession session, UUID orderId) {
        Sql.update(session, RELEASE.formatted(""), orderId);
    }

    /// Lets go of one item of an order.
    void release(StatelessSession session, UUID orderId, Sku sku) {
        Sql.update(session, RELEASE.formatted(" and sku = ?"), orderId, sku.value());
    }
}
