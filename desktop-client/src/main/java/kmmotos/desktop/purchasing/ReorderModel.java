package kmmotos.desktop.purchasing;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.purchasing.ReorderBook.Wanted;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.Permission;

/// What the shop should get: proposed by levels and sales, changed by people, sent to head office.
public final class ReorderModel {

    private static final String FAILED = "stock.failed";

    private final Workplace workplace;
    private final StockBook stock;
    private final ReorderBook book;
    private final OneAtATime actions;
    private final ObservableList<Wanted> lines = FXCollections.observableArrayList();
    private final ObservableList<Wanted> linesShown =
            FXCollections.unmodifiableObservableList(lines);
    private Optional<Sku> last = Optional.empty();

    public ReorderModel(Workplace workplace, StockBook stock, ReorderBook book) {
        this.workplace = workplace;
        this.stock = stock;
        this.book = book;
        this.actions = new OneAtATime(workplace);
    }

    /// Looks for what runs short; what somebody has put on the list stays on it.
    public void refresh() {
        actions.run(
                FAILED,
                () -> book.runningShort(PurchaseOrder.MAX_LINES),
                found ->
                        found.stream()
                                .filter(one -> line(one.item().sku()).isEmpty())
                                .filter(_ -> lines.size() < PurchaseOrder.MAX_LINES)
                                .forEach(lines::add));
    }

    /// One piece more of the scanned item is wanted.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> stock.byCode(code),
                        item ->
                                item.ifPresentOrElse(
                                        this::wantOneMore,
                                        () -> refuse("stock.unknown_code", code)),
                        _ -> refuse(FAILED));
    }

    private void wantOneMore(Item item) {
        Quantity before = line(item.sku()).map(Wanted::wanted).orElse(Quantity.ZERO);
        want(item, before.plus(Quantity.ONE));
    }

    /// So many are wanted of what was scanned or chosen last.
    public void typed(String typed) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        Optional<Wanted> line = last.flatMap(this::line);
        if (quantity.filter(Quantity::isPositive).isEmpty()) {
            refuse("stock.no_quantity", typed.strip());
        } else if (line.isEmpty()) {
            refuse("stock.scan_first");
        } else {
            want(line.get().item(), quantity.get());
        }
    }

    public void choose(Wanted line) {
        last = Optional.of(line.item().sku());
    }

    private void want(Item item, Quantity quantity) {
        if (quantity.compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
            refuse("stock.absurd", workplace.formats().quantity(PurchaseOrder.Line.MAX_QUANTITY));
            return;
        }
        Optional<Wanted> known = line(item.sku());
        if (known.isEmpty() && lines.size() == PurchaseOrder.MAX_LINES) {
            refuse("stock.too_many_lines", PurchaseOrder.MAX_LINES);
            return;
        }
        last = Optional.of(item.sku());
        Wanted now = new Wanted(item, known.map(Wanted::coming).orElse(Quantity.ZERO), quantity);
        known.ifPresentOrElse(
                before -> lines.set(lines.indexOf(before), now), () -> lines.addFirst(now));
    }

    public void remove(Wanted line) {
        lines.remove(line);
    }

    /// Sends the list to head office.
    public void propose() {
        if (!workplace.may(Permission.RECEIVE_STOCK)) {
            refuse("stock.not_allowed");
            return;
        }
        if (lines.isEmpty()) {
            refuse("purchasing.nothing_short");
            return;
        }
        List<ReorderProposal.Line> wanted =
                lines.stream()
                        .map(line ->
                                new ReorderProposal.Line(
                                        line.item().sku(),
                                        line.wanted(),
                                        line.item().available(),
                                        line.coming()))
                        .toList();
        actions.run(
                FAILED,
                () -> {
                    book.propose(wanted, workplace.operator().get());
                    return wanted.size();
                },
                size -> {
                    lines.clear();
                    last = Optional.empty();
                    workplace.messages().done(workplace.texts().count("purchasing.proposed", size));
                });
    }

    private Optional<Wanted> line(Sku sku) {
        return lines.stream().filter(line -> line.item().sku().equals(sku)).findFirst();
    }

    public ObservableList<Wanted> lines() {
        return linesShown;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
