package kmmotos.desktop.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.stock.StockBook.Counted;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// The items that the shop should count today, in the order of their bins. They are counted blind
/// and booked as any count is; the differences are told afterwards.
public final class CycleModel {

    private static final String FAILED = "stock.failed";

    /// An item of the list.
    ///
    /// @param counted nothing while it is still to be counted
    record Asked(Item item, Optional<Quantity> counted) {}

    /// @param worth at the price that everybody pays; negative if pieces are missing
    record Difference(Item item, Quantity pieces, Money worth) {}

    /// @param counted items booked today
    /// @param entered counted now, not yet booked
    record Progress(int counted, int entered, int left) {}

    private final Workplace workplace;
    private final StockBook stock;
    private final CycleBook book;
    private final CountModel count;
    private final OneAtATime actions;
    private final ObservableList<Asked> asked = FXCollections.observableArrayList();
    private final ObservableList<Asked> askedShown =
            FXCollections.unmodifiableObservableList(asked);
    private final ReadOnlyObjectWrapper<Optional<List<Difference>>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress(0, 0, 0));
    private CycleBook.Today today = new CycleBook.Today(List.of(), 0, 0);
    private Optional<Sku> chosen = Optional.empty();

    /// @param approvals what is asked of a second person
    public CycleModel(
            Workplace workplace, StockBook stock, CycleBook book, ApprovalModel approvals) {
        this.workplace = workplace;
        this.stock = stock;
        this.book = book;
        this.count = new CountModel(workplace, stock, approvals, this::booked);
        this.actions = new OneAtATime(workplace);
        count.lines().addListener((ListChangeListener<ScannedLines.Line>) _ -> show());
    }

    /// What is to be counted may have changed: a day begins, or another till has counted.
    public void refresh() {
        actions.run(FAILED, book::today, this::take);
    }

    private void take(CycleBook.Today now) {
        today = now;
        show();
    }

    private void show() {
        List<Item> items = new ArrayList<>(today.toCount());
        count.lines().stream()
                .map(ScannedLines.Line::item)
                .filter(Predicate.not(item -> isAskedFor(item.sku())))
                .forEach(items::add);
        chosen = Optional.empty();
        asked.setAll(
                items.stream()
                        .sorted(
                                Comparator.comparing(CycleModel::way)
                                        .thenComparing(item -> item.sku().value()))
                        .map(item -> new Asked(item, counted(item.sku())))
                        .toList());
        int entered = count.lines().size();
        progress.set(new Progress(today.countedToday(), entered, asked.size() - entered));
    }

    private boolean isAskedFor(Sku sku) {
        return today.toCount().stream().anyMatch(item -> item.sku().equals(sku));
    }

    private Optional<Quantity> counted(Sku sku) {
        return count.lines().stream()
                .filter(line -> line.item().sku().equals(sku))
                .map(ScannedLines.Line::quantity)
                .findFirst();
    }

    /// As one walks along the bins; what has none comes last.
    private static String way(Item item) {
        return item.bins().isEmpty() ? "\uffff" : item.bins().getFirst();
    }

    public void scanned(String code) {
        chosen = Optional.empty();
        count.scanned(code);
    }

    /// What is typed next is about this item.
    void choose(Optional<Sku> sku) {
        chosen = sku;
    }

    /// So many of the chosen item, or else of what was scanned last. Its figure is read at this
    /// moment, not when the list was made.
    public void typed(String typed) {
        chosen.ifPresentOrElse(
                sku ->
                        workplace
                                .background()
                                .run(
                                        () -> stock.item(sku),
                                        item -> item.ifPresent(found -> count.set(found, typed)),
                                        _ -> problem(FAILED)),
                () -> count.typed(typed));
    }

    /// The chosen item is left out for today.
    public void skip(String reason) {
        String why = reason.strip();
        if (chosen.isEmpty()) {
            problem("stock.cycle_choose");
        } else if (!count.mayCount()) {
            problem("stock.not_allowed");
        } else if (why.isEmpty() || why.length() > CycleBook.MAX_REASON) {
            problem("stock.cycle_no_reason", CycleBook.MAX_REASON);
        } else {
            skip(chosen.get(), why);
        }
    }

    private void skip(Sku sku, String reason) {
        actions.run(
                FAILED,
                () -> {
                    book.skip(sku, reason);
                    return book.today();
                },
                this::take);
    }

    private void booked(List<Counted> counted) {
        actions.run(
                FAILED,
                () -> counted.stream().flatMap(one -> difference(one).stream()).toList(),
                differences -> {
                    result.set(Optional.of(differences));
                    refresh();
                });
    }

    private Optional<Difference> difference(Counted counted) {
        Quantity pieces = counted.difference();
        if (pieces.isZero()) {
            return Optional.empty();
        }
        Money worth = stock.worth(Map.of(counted.sku(), pieces.abs()));
        return stock.item(counted.sku())
                .map(item ->
                        new Difference(
                                item, pieces, pieces.isNegative() ? worth.negated() : worth));
    }

    ObservableList<Asked> asked() {
        return askedShown;
    }

    /// Nothing until something was booked.
    ReadOnlyObjectProperty<Optional<List<Difference>>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    CountModel count() {
        return count;
    }

    private void problem(String key, Object... arguments) {
        workplace.messages().problem(workplace.texts().get(key, arguments));
    }
}
