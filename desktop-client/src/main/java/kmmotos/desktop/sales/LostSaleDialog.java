package kmmotos.desktop.sales;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.LostSale;

/// Ins: what was asked for, how many, and why it was not sold. F1 to F4 tell the reason and write
/// it down at once; Enter writes it down with the first reason.
final class LostSaleDialog implements Dialog {
    private final Texts texts;
    private final Dialogs layer;
    private final LostSaleModel model;
    private final TextField asked = new TextField();
    private final TextField quantity = new TextField();
    private final VBox view = new VBox();

    LostSaleDialog(SaleModels models, Dialogs layer) {
        this.texts = models.desk().texts();
        this.layer = layer;
        this.model = models.lostSales();
        asked.setId("lost-asked");
        asked.setPromptText(texts.get("sales.lost.asked"));
        asked.setAccessibleText(texts.get("sales.lost.asked"));
        asked.setText(model.suggested());
        quantity.setId("lost-quantity");
        quantity.setPromptText(texts.get("sales.lost.quantity"));
        quantity.setAccessibleText(texts.get("sales.lost.quantity"));
        quantity.setPrefColumnCount(6);
        quantity.setMaxWidth(160);
        var reasons = new FlowPane(8, 8);
        Arrays.stream(LostSale.Reason.values())
                .map(this::button)
                .forEach(reasons.getChildren()::add);
        view.getStyleClass().add("dialog-body");
        view.getChildren()
                .addAll(
                        new Label(texts.get("sales.lost.asked")),
                        asked,
                        new Label(texts.get("sales.lost.quantity")),
                        quantity,
                        new Label(texts.get("sales.lost.why")),
                        reasons);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Button button(LostSale.Reason reason) {
        return KeyCap.button(
                key(reason).getName(),
                texts.get("sales.lost." + reason.name().toLowerCase(Locale.ROOT)),
                () -> write(reason));
    }

    private static KeyCode key(LostSale.Reason reason) {
        return switch (reason) {
            case NO_STOCK -> KeyCode.F1;
            case TOO_EXPENSIVE -> KeyCode.F2;
            case NOT_LISTED -> KeyCode.F3;
            case OTHER -> KeyCode.F4;
        };
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            write(LostSale.Reason.NO_STOCK);
            return;
        }
        Arrays.stream(LostSale.Reason.values())
                .filter(reason -> key(reason) == event.getCode())
                .findFirst()
                .ifPresent(reason -> {
                    event.consume();
                    write(reason);
                });
    }

    private void write(LostSale.Reason reason) {
        layer.close(this);
        model.write(asked.getText(), quantity.getText(), reason);
    }

    @Override
    public boolean scanned(String code) {
        asked.setText(code);
        return true;
    }

    @Override
    public String title() {
        return texts.get("sales.lost.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return asked;
    }
}
