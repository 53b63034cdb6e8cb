package kmmotos.simulation.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.StockKey;

/// Purchase orders, what came of them and what goods cost, in memory: as `PurchaseEffect` does.
public final class Purchases {

    private static final String RECEIVED = "goods_received_not_invoiced";

    private final ServerState state;

    public Purchases(ServerState state) {
        this.state = state;
    }

    /// To be called before the stock changes: the average is weighed by what is on hand before.
    void apply(List<NewEvent> events, MemoryTables tables, News news) {
        Map<UUID, PurchaseProgress> changed = new TreeMap<>(this::inOrder);
        Map<StockKey, Quantity> came = new TreeMap<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.PurchaseReceived(PurchaseReceipt receipt)) {
                if (!receipt.store().equals(event.till().storeId())) {
                    throw new IllegalArgumentException("received for another store");
                }
                state.purchaseReceipts.put(event.entry().eventId(), receipt);
                Optional<PurchaseProgress> progress = progress(receipt.orderId());
                progress.ifPresent(one -> changed.put(receipt.orderId(), one));
                raise(event, receipt, progress, tables);
                receipt.lines().forEach(line -> cost(receipt.store(), line, came));
                receipt.value().ifPresent(value -> post(receipt.store(), value, RECEIVED));
            }
        }
        events.forEach(this::value);
        changed.values()
                .forEach(one ->
                        news.add(
                                Scope.store(one.order().store()),
                                new Policy.PurchaseOrderChanged(one)));
    }

    private int inOrder(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    private static void raise(
            NewEvent event,
            PurchaseReceipt receipt,
            Optional<PurchaseProgress> progress,
            MemoryTables tables) {
        boolean known =
                progress.filter(one -> one.order().store().equals(receipt.store())).isPresent();
        if (!known) {
            tables.raise(
                    event.till(),
                    event.entry(),
                    "unknown_purchase_order",
                    "no such order",
                    receipt.at());
        } else if (receipt.approvedBy().isEmpty()
                && !progress.orElseThrow().tooMany(receipt).isEmpty()) {
            tables.raise(event.till(), event.entry(), "over_received", "more came", receipt.at());
        }
    }

    private void cost(StoreId store, PurchaseReceipt.Line line, Map<StockKey, Quantity> came) {
        if (line.cost().isEmpty() || !line.quantity().isPositive()) {
            return;
        }
        StockKey key = new StockKey(store, line.sku());
        Money cost = line.cost().get();
        Quantity onHand =
                state.balances
                        .get(key, Balance.NONE)
                        .onHand()
                        .plus(came.getOrDefault(key, Quantity.ZERO));
        state.costs.update(
                key, AverageCost.of(cost), average -> average.after(onHand, line.quantity(), cost));
        came.merge(key, line.quantity(), Quantity::plus);
    }

    /// What goes back or is corrected, at what it costs on average.
    private void value(NewEvent event) {
        switch (event.event()) {
            case Event.SupplierReturned(SupplierReturn goods) -> {
                Money value =
                        goods.lines().stream()
                                .flatMap(line -> worth(goods.store(), line.sku(), line.quantity()))
                                .reduce(Money::plus)
                                .orElse(Money.zero(Goods.CURRENCY));
                post(goods.store(), value.negated(), "supplier_claims");
            }
            case Event.StockAdjusted(StockAdjustment adjusted) ->
                    worth(adjusted.store(), adjusted.sku(), adjusted.change())
                            .forEach(value ->
                                    post(adjusted.store(), value, adjusted.reason().account()));
            default -> {}
        }
    }

    private Stream<Money> worth(StoreId store, Sku sku, Quantity quantity) {
        return state.costs.get(new StockKey(store, sku)).map(cost -> cost.times(quantity)).stream();
    }

    /// @param value what the inventory is worth more
    private void post(StoreId store, Money value, String account) {
        state.ledger.update(store + " inventory", 0L, sum -> sum + value.minor());
        state.ledger.update(store + " " + account, 0L, sum -> sum - value.minor());
    }

    /// How far an order has come, if it is known.
    Optional<PurchaseProgress> progress(UUID orderId) {
        return state.purchaseOrders.get(orderId).map(this::progress);
    }

    private PurchaseProgress progress(PurchaseOrder order) {
        PurchaseProgress progress = PurchaseProgress.of(order);
        for (PurchaseReceipt receipt : state.purchaseReceipts.values()) {
            if (receipt.orderId().equals(order.orderId())) {
                progress = progress.plus(receipt);
            }
        }
        return progress;
    }

    /// What a store awaits.
    public List<PurchaseProgress> awaited(StoreId store) {
        return state.purchaseOrders.values().stream()
                .filter(order -> order.store().equals(store))
                .map(this::progress)
                .filter(PurchaseProgress::isAwaited)
                .toList();
    }
}
