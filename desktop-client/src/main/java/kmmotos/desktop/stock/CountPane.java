package kmmotos.desktop.stock;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The count that is under way, with the differences it makes.
final class CountPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final CountModel model;
    private final Texts texts;
    private final TextField quantity;

    CountPane(Workplace workplace, CountModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.quantity = GoodsLinePane.quantity(texts, "count-quantity", model::typed);
        getStyleClass().add("column");
        var hint = new Label(texts.get("stock.count_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var list = new ListView<>(model.lines());
        list.setId("count-lines");
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPrefHeight(420);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                        texts.get("stock.count_none"),
                        texts.get("stock.count_none_text")));
        var bar = new HBox(quantity, space(), booking());
        bar.getStyleClass().add("toolbar");
        getChildren().add(new Card(texts.get("stock.count"), hint, list, bar));
    }

    private Button booking() {
        Button book = KeyCap.button("F12", texts.get("stock.count_book"), model::book);
        book.setId("book-count");
        book.getStyleClass().add("primary");
        book.setMinWidth(USE_PREF_SIZE);
        book.disableProperty().bind(model.busyProperty());
        return book;
    }

    private GoodsLinePane row(ScannedLines.Line line) {
        Quantity difference = CountModel.difference(line);
        String remark =
                difference.isZero()
                        ? texts.get("stock.count_right")
                        : texts.get(
                                "stock.count_differs",
                                (difference.isPositive() ? "+" : "")
                                        + workplace.formats().quantity(difference));
        return new GoodsLinePane(
                        workplace, line.item(), line.quantity(), remark, !difference.isZero())
                .removable(texts.get("stock.count_remove"), () -> model.remove(line));
    }

    static Region space() {
        var space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        return space;
    }

    @Override
    public boolean isAllowed() {
        return model.mayCount();
    }

    @Override
    public void shown() {
        quantity.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        quantity.requestFocus();
    }

    @Override
    public void book() {
        model.book();
    }
}
