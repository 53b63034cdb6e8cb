package kmmotos.simulation.server;

import java.util.List;
import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotContents;

/// What a till of a store begins with: its store, its stock, its open orders.
record SnapshotOfState(Scope scope, String type, List<Policy> policies)
        implements SnapshotContents {

    static List<SnapshotContents> of(ServerState state, Store store) {
        Scope scope = Scope.store(store.storeId());
        List<Policy> stock =
                state.balances.rows().entrySet().stream()
                        .filter(row -> row.getKey().store().equals(store.storeId()))
                        .<Policy>map(row ->
                                new Policy.StockLevel(
                                        store.storeId(),
                                        row.getKey().sku(),
                                        row.getValue().onHand()))
                        .toList();
        List<Policy> orders =
                state.orders.values().stream()
                        .filter(order -> order.store().equals(store.storeId()))
                        .filter(order -> order.state().isOpen())
                        .<Policy>map(Policy.OrderChanged::new)
                        .toList();
        return List.of(
                new SnapshotOfState(
                        scope, "store_changed", List.of(new Policy.StoreChanged(store))),
                new SnapshotOfState(scope, "stock_level", stock),
                new SnapshotOfState(scope, "order_changed", orders));
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
