package kmmotos.desktop.stock;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;
import kmmotos.model.stock.Transfer;

/// Goods that are being packed for another store: collected by scans, sent as one fact.
public final class SendModel {

    private final Workplace workplace;
    private final TransferBook transfers;
    private final OneAtATime actions;
    private final ScannedLines lines;
    private final ObservableList<Shop> shops = FXCollections.observableArrayList();
    private final ObservableList<Shop> shopsShown = FXCollections.unmodifiableObservableList(shops);

    public SendModel(Workplace workplace, StockBook book, TransferBook transfers) {
        this.workplace = workplace;
        this.transfers = transfers;
        this.actions = new OneAtATime(workplace);
        this.lines = new ScannedLines(workplace, book, Transfer.Line.MAX_QUANTITY);
    }

    /// Reads again where goods may be sent.
    public void refresh() {
        workplace
                .background()
                .run(
                        transfers::others,
                        others -> {
                            if (!shops.equals(others)) {
                                shops.setAll(others);
                            }
                        },
                        _ -> problem("stock.failed"));
    }

    /// One piece more of the scanned item.
    public void scanned(String code) {
        lines.scanned(code);
    }

    /// So many of what was scanned last.
    public void typed(String typed) {
        lines.typed(typed);
    }

    /// So many of a chosen item.
    public void set(Item item, String typed) {
        lines.set(item, typed);
    }

    void remove(ScannedLines.Line line) {
        lines.remove(line);
    }

    public void send(Optional<Shop> to) {
        List<Transfer.Line> packed =
                lines.lines().stream()
                        .filter(line -> line.quantity().isPositive())
                        .map(line -> new Transfer.Line(line.item().sku(), line.quantity()))
                        .toList();
        if (!maySend() || packed.isEmpty() || to.isEmpty()) {
            problem(
                    !maySend()
                            ? "stock.not_allowed"
                            : packed.isEmpty() ? "stock.send_empty" : "stock.send_where");
            return;
        }
        Shop shop = to.get();
        actions.run(
                "stock.failed",
                () -> {
                    transfers.send(shop.store(), packed, workplace.operator().get());
                    return shop.name();
                },
                name -> {
                    lines.clear();
                    workplace.messages().done(workplace.texts().get("stock.sent", name));
                });
    }

    public boolean maySend() {
        return workplace.may(Permission.SEND_STOCK);
    }

    public ObservableList<Shop> shops() {
        return shopsShown;
    }

    ObservableList<ScannedLines.Line> lines() {
        return lines.lines();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }
}
