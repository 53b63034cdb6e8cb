package kmmotos.desktop.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.receipts.SupplierReturnLayout;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import kmmotos.model.staff.Permission;

/// Goods that go back to a supplier: scanned, booked as one fact, with a slip to go with them.
public final class ReturnModel {

    private static final String FAILED = "stock.failed";

    /// @param quantity how many go back
    public record Line(Item item, Quantity quantity) {}

    private final Workplace workplace;
    private final StockBook stock;
    private final ReturnBook book;
    private final Consumer<Slip> printer;
    private final OneAtATime actions;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ObservableList<String> suppliers = FXCollections.observableArrayList();
    private final ObservableList<String> suppliersShown =
            FXCollections.unmodifiableObservableList(suppliers);

    public ReturnModel(
            Workplace workplace, StockBook stock, ReturnBook book, Consumer<Slip> printer) {
        this.workplace = workplace;
        this.stock = stock;
        this.book = book;
        this.printer = printer;
        this.actions = new OneAtATime(workplace);
    }

    public void refresh() {
        workplace.background().run(book::suppliers, suppliers::setAll, _ -> refuse(FAILED));
    }

    /// One piece more of the scanned item goes back.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> stock.byCode(code),
                        item ->
                                item.ifPresentOrElse(
                                        found -> put(found, of(found.sku()).plus(Quantity.ONE)),
                                        () -> refuse("stock.unknown_code", code)),
                        _ -> refuse(FAILED));
    }

    /// So many go back of what was scanned last.
    public void typed(String typed) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (quantity.filter(Quantity::isPositive).isEmpty()) {
            refuse("stock.no_quantity", typed.strip());
        } else if (lines.isEmpty()) {
            refuse("stock.scan_first");
        } else {
            put(lines.getFirst().item(), quantity.get());
        }
    }

    public void remove(Line line) {
        lines.remove(line);
    }

    private Quantity of(Sku sku) {
        return lines.stream()
                .filter(line -> line.item().sku().equals(sku))
                .map(Line::quantity)
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    private void put(Item item, Quantity quantity) {
        if (quantity.compareTo(PurchaseOrder.Line.MAX_QUANTITY) > 0) {
            refuse("stock.absurd", workplace.formats().quantity(PurchaseOrder.Line.MAX_QUANTITY));
            return;
        }
        boolean known = lines.removeIf(line -> line.item().sku().equals(item.sku()));
        if (!known && lines.size() == PurchaseOrder.MAX_LINES) {
            refuse("stock.too_many_lines", PurchaseOrder.MAX_LINES);
            return;
        }
        lines.addFirst(new Line(item, quantity));
    }

    public boolean mayGiveBack() {
        return workplace.may(Permission.SEND_STOCK);
    }

    public void giveBack(String supplier, Reason reason, String reference) {
        String named = supplier.strip();
        if (!mayGiveBack()) {
            refuse("stock.not_allowed");
        } else if (lines.isEmpty()) {
            refuse("purchasing.return_empty");
        } else if (named.isEmpty() || named.length() > PurchaseOrder.MAX_SUPPLIER) {
            refuse("purchasing.return_supplier_needed");
        } else if (reference.strip().length() > SupplierReturn.MAX_REFERENCE) {
            refuse("stock.reference_long");
        } else {
            write(named, reason, reference.strip());
        }
    }

    private void write(String supplier, Reason reason, String reference) {
        List<Line> going = List.copyOf(lines);
        List<SupplierReturn.Line> goods =
                going.stream()
                        .map(line -> new SupplierReturn.Line(line.item().sku(), line.quantity()))
                        .toList();
        actions.run(
                FAILED,
                () -> book.giveBack(supplier, reason, reference, goods, workplace.operator().get()),
                written -> {
                    lines.clear();
                    printer.accept(slip(written, going));
                    workplace
                            .messages()
                            .done(workplace.texts().get("purchasing.returned", supplier));
                });
    }

    private Slip slip(SupplierReturn goods, List<Line> going) {
        return new SupplierReturnLayout(StorePaper.of(workplace.store()))
                .slip(
                        goods,
                        sku ->
                                going.stream()
                                        .map(Line::item)
                                        .filter(item -> item.sku().equals(sku))
                                        .map(Item::description)
                                        .findFirst()
                                        .orElse(sku.value()),
                        workplace.operator().get().name());
    }

    /// What was touched last stands first.
    public ObservableList<Line> lines() {
        return linesShown;
    }

    public ObservableList<String> suppliers() {
        return suppliersShown;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
