package kmmotos.desktop.sales;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// After paying: the change as large as it gets, and the receipt as it was printed. The next scan
/// starts the next sale.
final class DonePane extends HBox {
    private final SaleModels models;
    private final Texts texts;
    private final Function<Sale, Node> receipt;
    private final VBox words = new VBox();
    private final ScrollPane paper = new ScrollPane();
    private final Node next;

    DonePane(
            SaleModels models,
            Function<Sale, Node> receipt,
            Runnable reprint,
            Runnable giftReceipt,
            Runnable mail) {
        this.models = models;
        this.texts = models.desk().texts();
        this.receipt = receipt;
        getStyleClass().add("done-pane");
        words.getStyleClass().addAll("card", "done-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        paper.getStyleClass().add("receipt-preview");
        paper.setFocusTraversable(false);
        var button = KeyCap.button("Enter", texts.get("sales.done.next"), models.checkout()::next);
        button.setFocusTraversable(true);
        button.setDefaultButton(true);
        button.setId("next-sale");
        button.getStyleClass().addAll("primary", "tall");
        var again = key(CounterKey.REPRINT, "sales.key.reprint", reprint);
        var gift = key(CounterKey.GIFT_RECEIPT, "sales.gift", giftReceipt);
        var byMail = key(CounterKey.MAIL, "sales.mail", mail);
        var reverse = key(CounterKey.REVERSE, "sales.void_sale", models.voiding()::last);
        var buttons = new FlowPane(button, again, byMail, gift, reverse);
        buttons.getStyleClass().add("toolbar");
        this.next = buttons;
        getChildren().addAll(words, paper);
        models.checkout().doneProperty().subscribe(this::show);
    }

    private Button key(CounterKey key, String text, Runnable action) {
        var button = KeyCap.button(texts.keys().shown(key), texts.get(text), action);
        button.getStyleClass().add("tall");
        return button;
    }

    private void show(Optional<Sale> done) {
        words.getChildren().clear();
        done.ifPresent(this::show);
    }

    private void show(Sale sale) {
        boolean back = sale.total().isNegative();
        var change = back ? sale.total().negated() : CheckoutModel.change(sale);
        var title = label(title(back, change), "done-title");
        title.setGraphic(new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        words.getChildren().add(title);
        if (!change.isZero()) {
            var amount = label(models.desk().money(change), "huge-amount");
            amount.setId("change");
            words.getChildren().add(amount);
        }
        words.getChildren()
                .addAll(
                        label(
                                texts.get(
                                        "sales.done.total",
                                        models.desk().money(CheckoutModel.taken(sale).abs())),
                                "done-detail"),
                        label(texts.get("sales.done.receipt", sale.receiptNumber()), "muted"),
                        label(texts.get("sales.done.hint"), "muted"),
                        next);
        paper.setContent(receipt.apply(sale));
    }

    private String title(boolean back, Money change) {
        if (back) {
            return texts.get("sales.done.paid_back");
        }
        return texts.get(change.isZero() ? "sales.done.paid" : "sales.done.change");
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
