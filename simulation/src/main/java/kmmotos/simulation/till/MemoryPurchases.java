package kmmotos.simulation.till;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseProgress.Came;
import kmmotos.model.purchasing.PurchaseReceipt;

/// What a till's store awaits from suppliers, in memory: as `PurchaseStore` does.
final class MemoryPurchases {

    private final TillState state;

    MemoryPurchases(TillState state) {
        this.state = state;
    }

    void put(PurchaseProgress progress) {
        if (progress.isAwaited()) {
            state.purchases.put(progress.order().orderId(), progress);
        } else {
            state.purchases.remove(progress.order().orderId());
        }
    }

    void received(PurchaseReceipt receipt) {
        receipt.lines()
                .forEach(line ->
                        state.purchaseArrivals.update(
                                receipt.orderId() + " " + line.sku(),
                                new Came(line.sku(), Quantity.ZERO, Quantity.ZERO),
                                before ->
                                        before.plus(
                                                new Came(
                                                        line.sku(),
                                                        line.quantity(),
                                                        line.damaged()))));
    }

    List<PurchaseProgress> awaited() {
        return state.purchases.values().stream()
                .map(this::withOwn)
                .filter(PurchaseProgress::isAwaited)
                .toList();
    }

    private PurchaseProgress withOwn(PurchaseProgress told) {
        Map<Sku, Came> sums = new TreeMap<>();
        told.order()
                .lines()
                .forEach(line ->
                        state.purchaseArrivals
                                .get(told.order().orderId() + " " + line.sku())
                                .ifPresent(came -> sums.put(line.sku(), came)));
        told.came().forEach(came -> sums.merge(came.sku(), came, MemoryPurchases::more));
        return new PurchaseProgress(told.order(), List.copyOf(sums.values()));
    }

    private static Came more(Came one, Came other) {
        return one.quantity().compareTo(other.quantity()) >= 0 ? one : other;
    }
}
