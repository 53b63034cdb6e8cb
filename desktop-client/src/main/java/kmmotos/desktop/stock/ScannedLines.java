package kmmotos.desktop.stock;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// Items that somebody scans one after the other, each with a quantity: one more with each scan, or
/// what is typed after it.
final class ScannedLines {

    static final int MAX_LINES = 500;

    /// @param item as it was when the line was last touched
    record Line(Item item, Quantity quantity) {}

    private final Workplace workplace;
    private final StockBook book;
    private final Quantity most;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> shown = FXCollections.unmodifiableObservableList(lines);
    private Optional<Sku> last = Optional.empty();

    /// @param most more than this in one line is a slip of the finger
    ScannedLines(Workplace workplace, StockBook book, Quantity most) {
        this.workplace = workplace;
        this.book = book;
        this.most = most;
    }

    /// One piece more of the scanned item, or as many as its label says.
    void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> book.scanned(code),
                        scan ->
                                scan.ifPresentOrElse(
                                        found ->
                                                put(
                                                        found.item(),
                                                        of(found.item().sku())
                                                                .plus(found.pieces())),
                                        () -> problem("stock.unknown_code", code)),
                        _ -> problem("stock.failed"));
    }

    /// So many of the item that was scanned or chosen last.
    void typed(String typed) {
        if (last.isEmpty()) {
            problem("stock.scan_first");
            return;
        }
        Sku sku = last.get();
        quantity(typed)
                .ifPresent(quantity ->
                        workplace
                                .background()
                                .run(
                                        () -> book.item(sku),
                                        item -> item.ifPresent(found -> put(found, quantity)),
                                        _ -> problem("stock.failed")));
    }

    /// So many of an item that was chosen in the list.
    void set(Item item, String typed) {
        quantity(typed).ifPresent(quantity -> put(item, quantity));
    }

    void remove(Line line) {
        lines.remove(line);
    }

    void clear() {
        lines.clear();
        last = Optional.empty();
    }

    /// The line that was touched last stands first.
    ObservableList<Line> lines() {
        return shown;
    }

    private Optional<Quantity> quantity(String typed) {
        Optional<Quantity> quantity = workplace.typedNumbers().quantity(typed);
        if (quantity.isEmpty() || quantity.get().isNegative()) {
            problem("stock.no_quantity", typed.strip());
            return Optional.empty();
        }
        return quantity;
    }

    private Quantity of(Sku sku) {
        return lines.stream()
                .filter(line -> line.item().sku().equals(sku))
                .map(Line::quantity)
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    private void put(Item item, Quantity quantity) {
        if (quantity.compareTo(most) > 0) {
            problem("stock.absurd", workplace.formats().quantity(most));
            return;
        }
        boolean known = lines.removeIf(line -> line.item().sku().equals(item.sku()));
        if (!known && lines.size() == MAX_LINES) {
            problem("stock.too_many_lines", MAX_LINES);
            return;
        }
        lines.addFirst(new Line(item, quantity));
        last = Optional.of(item.sku());
    }

    private void problem(String key, Object... arguments) {
        workplace.messages().problem(workplace.texts().get(key, arguments));
    }
}
