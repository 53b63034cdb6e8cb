package kmmotos.desktop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.purchasing.PurchaseBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// What a till's shop awaits from suppliers: journal for what happens, database for what is shown.
public final class TillPurchases implements PurchaseBook {

    private final Till till;
    private final StockBook stock;

    /// @param stock tells what the items are
    public TillPurchases(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public List<Awaited> awaited() {
        return orders().stream().map(this::awaited).toList();
    }

    @Override
    public void receive(
            Awaited order,
            String reference,
            List<Came> came,
            StaffMember by,
            Optional<StaffMember> approvedBy) {
        Optional<PurchaseOrder> known =
                orders().stream()
                        .map(PurchaseProgress::order)
                        .filter(one -> one.orderId().equals(order.orderId()))
                        .findFirst();
        Instant now = till.config().clock().instant();
        Store store = till.store();
        till.recorder()
                .record(
                        new Event.PurchaseReceived(
                                new PurchaseReceipt(
                                        UuidV7.of(now, till.config().random()),
                                        order.orderId(),
                                        order.number(),
                                        store.storeId(),
                                        reference,
                                        store.dayAt(now),
                                        now,
                                        by.staffId(),
                                        approvedBy.map(StaffMember::staffId),
                                        came.stream().map(one -> line(known, one)).toList())));
        till.recorder().project();
    }

    private List<PurchaseProgress> orders() {
        return till.database().read(till.stores().purchases()::awaited);
    }

    private static PurchaseReceipt.Line line(Optional<PurchaseOrder> order, Came came) {
        return new PurchaseReceipt.Line(
                came.sku(),
                came.good(),
                came.damaged(),
                order.flatMap(known -> known.line(came.sku())).map(PurchaseOrder.Line::cost));
    }

    private Awaited awaited(PurchaseProgress progress) {
        PurchaseOrder order = progress.order();
        return new Awaited(
                order.orderId(),
                order.number(),
                order.supplier(),
                order.expected(),
                order.lines().stream()
                        .map(line ->
                                new Line(
                                        item(line.sku()),
                                        line.quantity(),
                                        progress.came(line.sku()),
                                        order.most(line.sku()).minus(progress.came(line.sku()))))
                        .toList());
    }

    /// An item that this till does not know yet is shown by its SKU.
    private StockBook.Item item(Sku sku) {
        return stock.item(sku)
                .orElseGet(
                        () -> new StockBook.Item(sku, sku.value(), Quantity.ZERO, Quantity.ZERO));
    }
}
