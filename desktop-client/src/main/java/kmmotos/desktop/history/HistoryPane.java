package kmmotos.desktop.history;

import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.history.HistoryModel.Filter;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// One item's history.
public final class HistoryPane extends VBox implements StockSide {

    private static final String ANY = "";

    private final Workplace workplace;
    private final HistoryModel model;
    private final Texts texts;
    private final ComboBox<String> kind = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final TableView<HistoryLine> table;

    public HistoryPane(Workplace workplace, HistoryModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.table = table();
        var name = new Label();
        name.getStyleClass().add("screen-title");
        name.setWrapText(true);
        getStyleClass().add("column");
        getChildren().add(new Card(texts.get("history.title"), name, filter(), table));
        model.itemProperty()
                .subscribe(item -> {
                    name.setText(item.map(Item::description).orElse(""));
                    showKinds();
                });
    }

    private FlowPane filter() {
        kind.setId("history-kind");
        kind.setConverter(words());
        kind.setAccessibleText(texts.get("stock.why"));
        kind.valueProperty().subscribe(_ -> look());
        var export = KeyCap.button("F12", texts.get("history.export"), model::export);
        export.setId("history-export");
        var row =
                new FlowPane(
                        kind,
                        day(from, "history-from", "history.from"),
                        day(until, "history-until", "history.until"),
                        all(),
                        export);
        row.setHgap(8);
        row.setVgap(8);
        return row;
    }

    private DatePicker day(DatePicker picker, String id, String key) {
        picker.setId(id);
        picker.setPromptText(texts.get(key));
        picker.getEditor().setAccessibleText(texts.get(key));
        picker.setPrefWidth(140);
        picker.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        picker.valueProperty().subscribe(_ -> look());
        return picker;
    }

    private Button all() {
        var all = new Button(texts.get("history.all"));
        all.setId("history-all");
        all.setOnAction(_ -> {
            kind.setValue(ANY);
            from.setValue(null);
            until.setValue(null);
        });
        return all;
    }

    private void look() {
        model.filter(
                new Filter(
                        Optional.ofNullable(kind.getValue()).filter(one -> !one.equals(ANY)),
                        Optional.ofNullable(from.getValue()),
                        Optional.ofNullable(until.getValue())));
    }

    private void showKinds() {
        String before = kind.getValue();
        kind.getItems().setAll(model.kinds());
        kind.getItems().addFirst(ANY);
        kind.setValue(kind.getItems().contains(before) ? before : ANY);
    }

    private StringConverter<String> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String one) {
                return one == null || one.equals(ANY)
                        ? texts.get("history.any_kind")
                        : texts.get("stock.fact." + one);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("kinds are chosen, not typed");
            }
        };
    }

    private TableView<HistoryLine> table() {
        var formats = workplace.formats();
        var lines = new TableView<>(model.lines());
        lines.setId("history");
        column(lines, "stock.when", 150, line -> formats.dateTime(line.movement().at()));
        column(
                lines,
                "stock.why",
                140,
                line -> texts.get("stock.fact." + line.movement().reason()));
        right(lines, "stock.change", line -> signed(line.movement().change()));
        right(lines, "history.balance", line -> formats.quantity(line.balance()));
        column(lines, "stock.reference", 160, line -> line.movement().reference());
        lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        lines.setPrefHeight(470);
        lines.setPlaceholder(
                new EmptyNote(
                        MaterialDesignH.HISTORY,
                        texts.get("history.none"),
                        texts.get("history.none_text")));
        return lines;
    }

    private void column(
            TableView<HistoryLine> lines,
            String title,
            double width,
            Function<HistoryLine, String> text) {
        lines.getColumns().add(new TextColumn<>(texts.get(title), width, text));
    }

    private void right(
            TableView<HistoryLine> lines, String title, Function<HistoryLine, String> text) {
        lines.getColumns().add(new TextColumn<>(texts.get(title), 75, text).right());
    }

    private String signed(Quantity change) {
        return (change.isPositive() ? "+" : "") + workplace.formats().quantity(change);
    }

    @Override
    public boolean isAllowed() {
        return true;
    }

    @Override
    public void shown() {
        model.refresh();
        table.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
    }

    @Override
    public void book() {
        model.export();
    }
}
