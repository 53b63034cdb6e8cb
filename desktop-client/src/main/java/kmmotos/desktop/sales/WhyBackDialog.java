package kmmotos.desktop.sales;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.SaleLine;

/// Why an article without a receipt comes back. It is in the sale already; Enter keeps the reason.
final class WhyBackDialog implements Dialog {
    private final String title;
    private final VBox view = new VBox();
    private Returned why;

    WhyBackDialog(SaleModels models, Dialogs layer, SaleLine line) {
        var texts = models.desk().texts();
        this.title = texts.get("sales.return.why", line.description());
        this.why = line.returned().orElseThrow();
        var price =
                new Label(
                        texts.get(
                                "sales.return.lowest",
                                models.desk().money(line.total().negated()),
                                UnprovenReturns.LOOKED_BACK.toDays()));
        price.setWrapText(true);
        var reasons = new WhyBackPane(texts, why, told -> why = told);
        Runnable keep =
                () -> {
                    layer.close(this);
                    models.unproven().because(why.reason(), why.condition());
                };
        var button = KeyCap.button("Enter", texts.get("sales.return.keep"), keep);
        button.getStyleClass().add("primary");
        button.setId("keep-reason");
        view.getStyleClass().add("dialog-body");
        view.setFocusTraversable(true);
        view.getChildren().addAll(price, reasons, button);
        view.setOnKeyTyped(event -> reasons.typed(event.getCharacter()));
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                button.fire();
            }
        });
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return view;
    }
}
