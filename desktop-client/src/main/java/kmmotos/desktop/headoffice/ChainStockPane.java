package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.ChainView.StockLine;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The stock of every store, item by item.
final class ChainStockPane extends VBox {

    private final HeadOfficeModel model;
    private final Texts texts;
    private final Formats formats;
    private final TextField number = new TextField();

    ChainStockPane(Workplace workplace, HeadOfficeModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        number.setId("chain-number");
        number.setPromptText(texts.get("headoffice.number"));
        number.setAccessibleText(texts.get("headoffice.number"));
        number.setOnAction(_ -> refresh());
        HBox.setHgrow(number, Priority.ALWAYS);
        var search = new Button(texts.get("headoffice.search"));
        search.setId("chain-search");
        search.getStyleClass().add("primary");
        search.setOnAction(_ -> refresh());
        var bar = new HBox(number, search);
        bar.getStyleClass().add("toolbar");
        var more = new Button(texts.get("headoffice.more"));
        more.disableProperty().bind(model.busyProperty());
        more.setOnAction(_ -> model.showMoreStock());
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table, more);
    }

    void find(String code) {
        number.setText(code);
        refresh();
    }

    /// Somebody who asked for more pages keeps them.
    void refreshFirstPage() {
        if (model.stock().size() <= HeadOfficeClient.PAGE_SIZE) {
            refresh();
        }
    }

    private void refresh() {
        model.showStock(number.getText());
    }

    private TableView<StockLine> table() {
        var table = new TableView<>(model.stock());
        table.setId("chain-stock");
        table.getColumns().add(new TextColumn<>("SKU", 140, line -> line.sku().toString()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.item"), 260, StockLine::description));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.store"), 70, line -> line.store().value()));
        quantity(table, "headoffice.on_hand", StockLine::onHand);
        quantity(table, "headoffice.reserved", StockLine::reserved);
        quantity(table, "headoffice.in_transit", StockLine::inTransit);
        quantity(table, "headoffice.available", StockLine::available);
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.bins"),
                                110,
                                line -> String.join(" · ", line.bins().orElse(List.of()))));
        table.getColumns().add(new TextColumn<>(texts.get("headoffice.heard"), 260, this::heard));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignW.WAREHOUSE,
                        texts.get("headoffice.no_stock"),
                        texts.get("headoffice.no_stock_text")));
        return table;
    }

    private void quantity(
            TableView<StockLine> table, String key, Function<StockLine, Quantity> figure) {
        table.getColumns()
                .add(
                        new TextColumn<StockLine>(
                                        texts.get(key),
                                        90,
                                        line -> formats.quantity(figure.apply(line)))
                                .right());
    }

    private String heard(StockLine line) {
        return line.asOf()
                .map(formats::dateTime)
                .map(when ->
                        line.silent()
                                ? texts.get("headoffice.silent", when)
                                : line.keptBack().isPositive() ? keptBack(line, when) : when)
                .orElseGet(() -> texts.get("headoffice.never"));
    }

    /// Why less is promised than there is.
    private String keptBack(StockLine line, String when) {
        return texts.get(
                "headoffice.kept_back",
                when,
                formats.quantity(line.keptBack()),
                line.sellsPerDay().map(Object::toString).orElse("0"));
    }
}
