package kmmotos.desktop.sales;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.model.money.Money;

/// Asks for a gift card's number, above the ways to pay. Not there while nobody asks.
final class GiftCardPane extends VBox {
    private final SaleModels models;
    private final Runnable answered;
    private final Label what = new Label();
    private final Label hint = new Label();
    private final TextField number = new TextField();

    /// @param answered called when the question is gone, to give the focus back
    GiftCardPane(SaleModels models, Runnable answered) {
        this.models = models;
        this.answered = answered;
        var texts = models.desk().texts();
        getStyleClass().addAll("card", "approval");
        what.getStyleClass().add("section-title");
        what.setWrapText(true);
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "small");
        number.setId("gift-card-number");
        number.setPromptText("GC-0000-0000-0000-0000");
        number.setAccessibleText(texts.get("sales.gift_card.number"));
        number.setOnAction(_ -> answer());
        var use = KeyCap.button("Enter", texts.get("sales.gift_card.use"), this::answer);
        use.setId("gift-card-use");
        use.getStyleClass().add("primary");
        var cancel = KeyCap.button("Esc", texts.get("ui.cancel"), models.giftCards()::cancel);
        var buttons = new HBox(use, cancel);
        buttons.getStyleClass().add("toolbar");
        getChildren().addAll(what, hint, number, buttons);
        models.giftCards().askedProperty().subscribe(this::show);
    }

    boolean asks() {
        return isVisible();
    }

    void focus() {
        number.requestFocus();
    }

    private void answer() {
        models.giftCards().answer(number.getText());
    }

    private void show(Optional<Money> asked) {
        boolean wasShown = isVisible();
        setVisible(asked.isPresent());
        setManaged(asked.isPresent());
        number.clear();
        asked.ifPresent(amount -> {
            boolean back = amount.isNegative();
            var money = models.desk().money(amount.abs());
            var texts = models.desk().texts();
            what.setText(
                    texts.get(back ? "sales.gift_card.ask_back" : "sales.gift_card.ask", money));
            hint.setText(texts.get(back ? "sales.gift_card.hint_back" : "sales.gift_card.hint"));
            number.requestFocus();
        });
        if (wasShown && asked.isEmpty()) {
            answered.run();
        }
    }
}
