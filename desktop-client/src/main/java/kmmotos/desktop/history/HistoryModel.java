package kmmotos.desktop.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockBook.Movement;
import kmmotos.desktop.ui.CsvFile;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;

/// The whole history of one item: each movement with where it came from and the balance after it,
/// by kind and days, to be looked at or saved as a file.
public final class HistoryModel {

    /// More than a till keeps of one item in ten years.
    static final int MAX_MOVEMENTS = 100_000;

    private static final String FAILED = "stock.failed";

    /// What is looked at; an empty part does not matter.
    ///
    /// @param kind the word of a fact, such as `sale_completed`
    /// @param until the last day
    public record Filter(
            Optional<String> kind, Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private record Read(Item item, List<HistoryLine> lines) {}

    private final Workplace workplace;
    private final StockBook stock;
    private final SaveFile files;
    private final OneAtATime actions;
    private final ObservableList<HistoryLine> shown = FXCollections.observableArrayList();
    private final ObservableList<HistoryLine> readOnly =
            FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyObjectWrapper<Optional<Item>> item =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<HistoryLine> all = List.of();
    private Filter filter = Filter.ALL;

    public HistoryModel(Workplace workplace, StockBook stock, SaveFile files) {
        this.workplace = workplace;
        this.stock = stock;
        this.files = files;
        this.actions = new OneAtATime(workplace);
    }

    /// A scanned code shows its item's history.
    public void scanned(String code) {
        workplace
                .background()
                .run(
                        () -> stock.byCode(code),
                        found ->
                                found.ifPresentOrElse(
                                        this::show, () -> refuse("stock.unknown_code", code)),
                        _ -> refuse(FAILED));
    }

    public void show(Item wanted) {
        workplace.background().run(() -> read(wanted), this::show, _ -> refuse(FAILED));
    }

    /// Reads again what is in front.
    public void refresh() {
        item.get().ifPresent(this::show);
    }

    private Read read(Item wanted) {
        Item now = stock.item(wanted.sku()).orElse(wanted);
        return new Read(
                now, HistoryLine.of(stock.movements(now.sku(), MAX_MOVEMENTS), now.onHand()));
    }

    private void show(Read read) {
        all = read.lines();
        item.set(Optional.of(read.item()));
        show();
    }

    public void filter(Filter wanted) {
        filter = wanted;
        show();
    }

    private void show() {
        shown.setAll(all.stream().filter(this::matches).toList());
    }

    private boolean matches(HistoryLine line) {
        LocalDate day = workplace.store().dayAt(line.movement().at());
        return filter.kind().filter(kind -> !kind.equals(line.movement().reason())).isEmpty()
                && filter.from().filter(day::isBefore).isEmpty()
                && filter.until().filter(day::isAfter).isEmpty();
    }

    /// Saves what is shown as CSV (UTF-8 with a byte order mark, for spreadsheets).
    public void export() {
        Optional<Item> of = item.get();
        if (of.isEmpty() || shown.isEmpty()) {
            refuse("history.nothing");
            return;
        }
        List<HistoryLine> lines = List.copyOf(shown);
        files.choose("stock-" + of.get().sku().value().replaceAll("[^A-Za-z0-9-]+", "_") + ".csv")
                .ifPresent(file ->
                        actions.run(
                                () -> write(file, lines),
                                size ->
                                        workplace
                                                .messages()
                                                .done(
                                                        workplace
                                                                .texts()
                                                                .count("history.saved", size)),
                                _ -> refuse("history.not_saved")));
    }

    private static int write(Path file, List<HistoryLine> lines) throws IOException {
        CsvFile.write(
                file,
                "at,kind,change,balance,reference",
                lines.stream().map(HistoryModel::row).toList());
        return lines.size();
    }

    private static String row(HistoryLine line) {
        Movement moved = line.movement();
        return String.join(
                ",",
                moved.at().toString(),
                moved.reason(),
                moved.change().toString(),
                line.balance().toString(),
                CsvFile.quoted(moved.reference()));
    }

    /// The kinds of movements there are, in the order in which they came last.
    public List<String> kinds() {
        return all.stream().map(line -> line.movement().reason()).distinct().toList();
    }

    /// The newest first.
    public ObservableList<HistoryLine> lines() {
        return readOnly;
    }

    public ReadOnlyObjectProperty<Optional<Item>> itemProperty() {
        return item.getReadOnlyProperty();
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }
}
