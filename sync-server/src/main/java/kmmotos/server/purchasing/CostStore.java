package kmmotos.server.purchasing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// What the goods of each store cost on average.
final class CostStore {

    /// An item in a store.
    record Key(StoreId store, Sku sku) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byStore = store.compareTo(other.store);
            return byStore != 0 ? byStore : sku.compareTo(other.sku);
        }
    }

    /// More of an item came, for so much each.
    record Came(Key key, Quantity quantity, Money cost) {}

    private record Level(Quantity onHand, AverageCost average) {}

    private CostStore() {}

    /// Moves the averages. To be called before the stock is changed, for they are weighed by what
    /// is on hand before; in the order of their keys, so that tills never wait in a circle.
    static void came(StatelessSession session, List<Came> came, Instant now) {
        if (came.isEmpty()) {
            return;
        }
        SortedMap<Key, Money> first = new TreeMap<>();
        came.forEach(one -> first.putIfAbsent(one.key(), one.cost()));
        Map<Key, Quantity> onHand = onHand(session, List.copyOf(first.keySet()));
        Map<Key, AverageCost> known = known(session, first, now);
        Map<Key, Level> levels = new TreeMap<>();
        for (Came one : came) {
            Level before =
                    levels.getOrDefault(
                            one.key(),
                            new Level(
                                    onHand.getOrDefault(one.key(), Quantity.ZERO),
                                    known.getOrDefault(one.key(), AverageCost.of(one.cost()))));
            levels.put(
                    one.key(),
                    new Level(
                            before.onHand().plus(one.quantity()),
                            before.average().after(before.onHand(), one.quantity(), one.cost())));
        }
        save(session, levels, now);
    }

    /// What these cost on average, as far as it is known.
    static Map<Key, AverageCost> averages(StatelessSession session, List<Key> keys) {
        Map<Key, AverageCost> averages = new HashMap<>();
        Sql.list(
                        session,
                        "select c.store_id, c.sku, c.currency, c.average_minor from item_cost c"
                                + " join (select distinct * from unnest(?, ?) k (store_id, sku)) k"
                                + " using (store_id, sku)",
                        CostStore::average,
                        Column.of("text", keys, key -> key.store().value()),
                        Column.of("text", keys, key -> key.sku().value()))
                .forEach(one -> averages.put(one.getKey(), one.getValue()));
        return averages;
    }

    private static Map.Entry<Key, AverageCost> average(ResultSet row) throws SQLException {
        return Map.entry(
                key(row),
                new AverageCost(
                        row.getBigDecimal("average_minor"),
                        Currency.getInstance(row.getString("currency"))));
    }

    private static Map<Key, Quantity> onHand(StatelessSession session, List<Key> keys) {
        Map<Key, Quantity> onHand = new HashMap<>();
        Sql.list(
                        session,
                        "select k.store_id, k.sku, b.on_hand from unnest(?, ?) k (store_id, sku)"
                                + " join stock_balance b using (store_id, sku)",
                        row -> Map.entry(key(row), Quantity.of(row.getBigDecimal("on_hand"))),
                        Column.of("text", keys, key -> key.store().value()),
                        Column.of("text", keys, key -> key.sku().value()))
                .forEach(one -> onHand.put(one.getKey(), one.getValue()));
        return onHand;
    }

    /// What was known before; every row is there and locked after this.
    private static Map<Key, AverageCost> known(
            StatelessSession session, SortedMap<Key, Money> first, Instant now) {
        List<Map.Entry<Key, Money>> rows = List.copyOf(first.entrySet());
        Map<Key, AverageCost> known = new HashMap<>();
        Sql.list(
                        session,
                        """
                        insert into item_cost (store_id, sku, currency, average_minor, changed_at)
                        select c.*, ? from unnest(?, ?, ?, ?)
                            as c (store_id, sku, currency, average_minor)
                        order by store_id, sku
                        on conflict (store_id, sku) do update
                            set changed_at = item_cost.changed_at
                        returning store_id, sku, currency, average_minor\
                        """,
                        CostStore::average,
                        now,
                        Column.of("text", rows, row -> row.getKey().store().value()),
                        Column.of("text", rows, row -> row.getKey().sku().value()),
                        Column.of("text", rows, row -> row.getValue().currency().getCurrencyCode()),
                        Column.of(
                                "numeric", rows, row -> BigDecimal.valueOf(row.getValue().minor())))
                .forEach(one -> known.put(one.getKey(), one.getValue()));
        return known;
    }

    private static void save(StatelessSession session, Map<Key, Level> levels, Instant now) {
        List<Map.Entry<Key, Level>> rows = List.copyOf(levels.entrySet());
        Sql.update(
                session,
                """
                update item_cost c set average_minor = n.average, currency = n.currency,
                    changed_at = ?
                from unnest(?, ?, ?, ?) as n (store_id, sku, average, currency)
                where c.store_id = n.store_id and c.sku = n.sku\
                """,
                now,
                Column.of("text", rows, row -> row.getKey().store().value()),
                Column.of("text", rows, row -> row.getKey().sku().value()),
                Column.of("numeric", rows, row -> row.getValue().average().minor()),
                Column.of(
                        "text",
                        rows,
                        row -> row.getValue().average().currency().getCurrencyCode()));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new StoreId(row.getString("store_id")), new Sku(row.getString("sku")));
    }
}
