package kmmotos.desktop.sales;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.KeyCap;

/// In place of the totals while no shift is open: count the drawer and open one.
final class ShiftPane extends VBox {
    private final TextField cash = new TextField();

    ShiftPane(SaleModels models) {
        var texts = models.desk().texts();
        getStyleClass().addAll("card", "approval");
        var title = new Label(texts.get("sales.shift.title"));
        title.getStyleClass().add("section-title");
        var hint = new Label(texts.get("sales.shift.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        cash.setId("float");
        cash.getStyleClass().add("amount");
        cash.setPromptText(texts.get("sales.shift.float"));
        cash.setAccessibleText(texts.get("sales.shift.float"));
        cash.setOnAction(_ -> models.shift().open(cash.getText()));
        var open =
                KeyCap.button(
                        "Enter",
                        texts.get("sales.shift.open"),
                        () -> models.shift().open(cash.getText()));
        open.setId("open-shift");
        open.getStyleClass().addAll("primary", "wide", "tall");
        getChildren().addAll(title, hint, cash, open);
        visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> models.shift().shiftProperty().get().isEmpty(),
                                models.shift().shiftProperty()));
        managedProperty().bind(visibleProperty());
    }

    void focus() {
        cash.requestFocus();
    }
}
