package kmmotos.desktop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.TransferBook;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// Transfers from and to a till's shop: journal for what happens, database for what is shown.
public final class TillTransfers implements TransferBook {

    private final Till till;
    private final StockBook stock;

    /// @param stock tells what the items are
    public TillTransfers(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public List<Shop> others() {
        return names().entrySet().stream()
                .filter(store -> !store.getKey().equals(store()))
                .map(store -> new Shop(store.getKey(), store.getValue()))
                .toList();
    }

    @Override
    public void send(StoreId to, List<Transfer.Line> lines, StaffMember by) {
        record(new Event.TransferSent(new Transfer(newId(), store(), to, lines)));
    }

    @Override
    public List<Incoming> incoming() {
        Map<StoreId, String> names = names();
        return till.database().read(till.stores().transfers()::open).stream()
                .filter(transfer -> transfer.to().equals(store()))
                .map(transfer -> incoming(transfer, names))
                .toList();
    }

    @Override
    public void arrive(Incoming transfer, List<Transfer.Line> lines, StaffMember by) {
        record(
                new Event.TransferReceived(
                        new TransferReceipt(
                                newId(),
                                transfer.transferId(),
                                transfer.from().store(),
                                store(),
                                lines)));
    }

    private Incoming incoming(TransferProgress transfer, Map<StoreId, String> names) {
        StoreId from = transfer.from();
        return new Incoming(
                transfer.transferId(),
                new Shop(from, names.getOrDefault(from, from.value())),
                transfer.sentAt(),
                transfer.lines().stream().map(this::line).toList());
    }

    /// An item that this till does not know yet is shown by its SKU.
    private Line line(TransferProgress.Line line) {
        StockBook.Item item =
                stock.item(line.sku())
                        .orElseGet(() ->
                                new StockBook.Item(
                                        line.sku(),
                                        line.sku().value(),
                                        Quantity.ZERO,
                                        Quantity.ZERO));
        return new Line(item, line.sent(), line.received());
    }

    private Map<StoreId, String> names() {
        return till.database().read(till.stores().shops()::names);
    }

    private void record(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }

    private UUID newId() {
        return UuidV7.of(till.config().clock().instant(), till.config().random());
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
