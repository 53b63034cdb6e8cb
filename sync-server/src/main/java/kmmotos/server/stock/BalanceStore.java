package kmmotos.server.stock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Keeps what each store has on hand, and what is on its way to it.
final class BalanceStore {

    record Key(StoreId store, Sku sku) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int stores = store.value().compareTo(other.store.value());
            return stores == 0 ? sku.compareTo(other.sku) : stores;
        }
    }

    record Change(Quantity onHand, Quantity inTransit) {

        Change plus(Change other) {
            return new Change(onHand.plus(other.onHand), inTransit.plus(other.inTransit));
        }
    }

    private BalanceStore() {}

    static void onHand(SortedMap<Key, Change> changes, StoreId store, Sku sku, Quantity change) {
        changes.merge(new Key(store, sku), new Change(change, Quantity.ZERO), Change::plus);
    }

    static void inTransit(SortedMap<Key, Change> changes, StoreId store, Sku sku, Quantity change) {
        changes.merge(new Key(store, sku), new Change(Quantity.ZERO, change), Change::plus);
    }

    /// Adds to the balances, in one statement that locks them in the order of store and SKU.
    ///
    /// @param own the stores whose facts these are
    static void add(StatelessSession session, Set<StoreId> own, SortedMap<Key, Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        boolean ownOnly = changes.keySet().stream().allMatch(key -> own.contains(key.store()));
        if (ownOnly) {
            addOwn(session, changes);
        } else {
            addEverywhere(session, changes);
        }
    }

    private static void addOwn(StatelessSession session, SortedMap<Key, Change> changes) {
        Sql.update(
                session,
                """
                insert into stock_balance (store_id, sku, on_hand, in_transit)
                select store_id, sku, on_hand, in_transit
                from unnest(?, ?, ?, ?) as c (store_id, sku, on_hand, in_transit)
                order by store_id, sku
                on conflict (store_id, sku) do update
                set on_hand = stock_balance.on_hand + excluded.on_hand,
                    in_transit = stock_balance.in_transit + excluded.in_transit\
                """,
                stores(changes),
                skus(changes),
                onHand(changes),
                inTransit(changes));
    }

    private static void addEverywhere(StatelessSession session, SortedMap<Key, Change> changes) {
        Sql.first(
                session,
                "select km_stock_change(?, ?, ?, ?)",
                _ -> true,
                stores(changes),
                skus(changes),
                onHand(changes),
                inTransit(changes));
    }

    private static Column stores(Map<Key, Change> changes) {
        return Column.of("text", List.copyOf(changes.keySet()), key -> key.store().value());
    }

    private static Column skus(Map<Key, Change> changes) {
        return Column.of("text", List.copyOf(changes.keySet()), key -> key.sku().value());
    }

    private static Column onHand(Map<Key, Change> changes) {
        return Column.of(
                "numeric", List.copyOf(changes.values()), change -> change.onHand().decimal());
    }

    private static Column inTransit(Map<Key, Change> changes) {
        return Column.of(
                "numeric", List.copyOf(changes.values()), change -> change.inTransit().decimal());
    }
}
