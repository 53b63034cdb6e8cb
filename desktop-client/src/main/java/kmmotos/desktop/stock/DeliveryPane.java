package kmmotos.desktop.stock;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.DeliveryModel.Line;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The delivery that is being taken in.
final class DeliveryPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final DeliveryModel model;
    private final Texts texts;
    private final TextField reference = new TextField();

    DeliveryPane(Workplace workplace, DeliveryModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        getStyleClass().add("column");
        var hint = new Label(texts.get("stock.delivery_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var list = new ListView<>(model.lines());
        list.setCellFactory(_ -> new LineCell());
        list.setPrefHeight(420);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignT.TRUCK_OUTLINE,
                        texts.get("stock.delivery_none"),
                        texts.get("stock.delivery_none_text")));
        getChildren().add(new Card(texts.get("stock.delivery"), hint, list, booking()));
    }

    private HBox booking() {
        reference.setId("delivery-note");
        reference.setPromptText(texts.get("stock.delivery_note"));
        reference.setAccessibleText(texts.get("stock.delivery_note"));
        HBox.setHgrow(reference, Priority.ALWAYS);
        var receive = KeyCap.button("F12", texts.get("stock.receive"), this::book);
        receive.setId("receive-goods");
        receive.getStyleClass().add("primary");
        receive.setMinWidth(USE_PREF_SIZE);
        receive.disableProperty().bind(model.busyProperty());
        var row = new HBox(reference, receive);
        row.getStyleClass().add("toolbar");
        return row;
    }

    @Override
    public boolean isAllowed() {
        return workplace.may(Permission.RECEIVE_STOCK);
    }

    @Override
    public void shown() {
        reference.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
    }

    @Override
    public void book() {
        model.receive(reference.getText());
        reference.clear();
    }

    private final class LineCell extends ListCell<Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : row(line));
        }

        private HBox row(Line line) {
            var quantity = new Label(workplace.formats().quantity(line.quantity()) + " ×");
            quantity.getStyleClass().add("order-quantity");
            var name = new Label(line.item().description());
            var sku = new Label(line.item().sku().toString());
            sku.getStyleClass().addAll("muted", "small");
            var words = new VBox(name, sku);
            HBox.setHgrow(words, Priority.ALWAYS);
            var remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
            remove.getStyleClass().addAll("flat", "button-icon");
            remove.setAccessibleText(texts.get("stock.remove"));
            remove.setOnAction(_ -> model.remove(line));
            var row = new HBox(quantity, words, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("toolbar");
            return row;
        }
    }
}
