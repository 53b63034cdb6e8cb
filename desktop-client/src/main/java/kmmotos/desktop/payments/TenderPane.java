package kmmotos.desktop.payments;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.sales.Tender;

/// Beside the lines while money is taken: what is due, an amount field, a button for each way to
/// pay, and the parts paid so far. While the terminal works, its question takes their place.
public final class TenderPane extends VBox {
    private final TenderModel model;
    private final Texts texts;
    private final Formats formats;
    private final TextField amount = new TextField();
    private final TextField reference = new TextField();

    /// What the keys do; the text is what stands in the amount field. Answers whether it was taken.
    ///
    /// @param takeBack asked for a part that is paid
    public record Actions(
            Predicate<String> cash,
            Predicate<String> card,
            Predicate<String> account,
            Predicate<String> giftCard,
            Predicate<String> foreignCash,
            Consumer<Tender> takeBack,
            Runnable back) {}

    private final Actions actions;
    private final ObservableValue<String> foreignDue;

    /// @param explanation how money goes back, in words; may be empty
    /// @param foreignDue what is due in other currencies; empty if none is taken
    public TenderPane(
            TenderModel model,
            Texts texts,
            Formats formats,
            ReadOnlyStringProperty explanation,
            ObservableValue<String> foreignDue,
            Actions actions) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.actions = actions;
        this.foreignDue = foreignDue;
        getStyleClass().addAll("side", "tender");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var ways = ways();
        var terminal = terminal();
        var waiting =
                Bindings.createBooleanBinding(
                        () -> model.atTerminalProperty().get().isPresent(),
                        model.atTerminalProperty());
        terminal.visibleProperty().bind(waiting);
        terminal.managedProperty().bind(waiting);
        ways.visibleProperty().bind(waiting.not());
        ways.managedProperty().bind(waiting.not());
        var parts = new PartsPane(model, texts, formats, actions.takeBack());
        getChildren()
                .addAll(due(), explained(explanation), parts, ways, terminal, space, backButton());
        model.dueProperty().subscribe(_ -> preselect());
        model.atTerminalProperty().subscribe(_ -> focus());
    }

    public void focus() {
        if (model.atTerminalProperty().get().isPresent()) {
            reference.clear();
            reference.requestFocus();
        } else {
            preselect();
            amount.requestFocus();
        }
    }

    /// F6 wherever the focus is.
    public void payByCard() {
        if (model.atTerminalProperty().get().isEmpty() && actions.card().test(typed())) {
            focus();
        }
    }

    /// F7 wherever the focus is.
    public void payOnAccount() {
        if (model.atTerminalProperty().get().isEmpty() && actions.account().test(typed())) {
            focus();
        }
    }

    /// F8 wherever the focus is.
    public void payByGiftCard() {
        if (model.atTerminalProperty().get().isEmpty()) {
            boolean _ = actions.giftCard().test(typed());
        }
    }

    /// F9 wherever the focus is.
    public void payForeign() {
        if (model.atTerminalProperty().get().isEmpty() && actions.foreignCash().test(typed())) {
            focus();
        }
    }

    private Node foreign() {
        var button =
                way(
                        texts.keys().shown(CounterKey.FOREIGN_CASH),
                        "payments.foreign_cash",
                        this::payForeign);
        button.setId("pay-foreign");
        var words = new Label();
        words.setId("foreign-due");
        words.setWrapText(true);
        words.getStyleClass().addAll("small");
        words.textProperty().bind(foreignDue);
        var box = new VBox(button, words);
        box.visibleProperty().bind(words.textProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node due() {
        var words = new Label();
        words.getStyleClass().add("section-title");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                owed().filter(Money::isNegative).isPresent()
                                                        ? "payments.pay_back"
                                                        : "payments.due"),
                                model.dueProperty()));
        var money = new Label();
        money.setId("due");
        money.getStyleClass().add("big-amount");
        money.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> owed().map(Money::abs).map(formats::money).orElse(""),
                                model.dueProperty()));
        var box = new VBox(words, money);
        box.getStyleClass().addAll("card", "due");
        return box;
    }

    private static Node explained(ReadOnlyStringProperty explanation) {
        var words = new Label();
        words.setId("explanation");
        words.setWrapText(true);
        // In a small window the ways to pay scroll; how the money goes back is read whole.
        words.setMinHeight(USE_PREF_SIZE);
        words.textProperty().bind(explanation);
        var box = new VBox(words);
        box.getStyleClass().add("card");
        box.visibleProperty().bind(explanation.isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node ways() {
        amount.setId("amount");
        amount.getStyleClass().addAll("amount", "amount-field");
        amount.setAccessibleText(texts.get("payments.amount"));
        amount.setOnAction(_ -> pay());
        var cash = way("Enter", "payments.cash", this::pay);
        cash.setId("pay-cash");
        cash.getStyleClass().add("primary");
        var card = way(texts.keys().shown(CounterKey.CARD), "payments.card", this::payByCard);
        card.setId("pay-card");
        var account =
                way(texts.keys().shown(CounterKey.ACCOUNT), "payments.account", this::payOnAccount);
        account.setId("pay-account");
        var giftCard =
                way(
                        texts.keys().shown(CounterKey.GIFT_CARD),
                        "payments.gift_card",
                        this::payByGiftCard);
        giftCard.setId("pay-gift-card");
        var hint = new Label(texts.get("payments.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "small");
        var box = new VBox(amount, cash, card, account, giftCard, foreign(), hint);
        box.getStyleClass().add("card");
        return box;
    }

    private Button way(String key, String text, Runnable action) {
        var button = KeyCap.button(key, texts.get(text), action);
        button.getStyleClass().addAll("wide", "tall");
        return button;
    }

    private Node terminal() {
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("section-title");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.atTerminalProperty()
                                                .get()
                                                .map(PaymentIntent::amount)
                                                .map(money ->
                                                        texts.get(
                                                                money.isNegative()
                                                                        ? "payments.terminal.refund"
                                                                        : "payments.terminal.charge",
                                                                formats.money(money.abs())))
                                                .orElse(""),
                                model.atTerminalProperty()));
        var hint = new Label(texts.get("payments.terminal.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "small");
        reference.setId("card-reference");
        reference.setPromptText(texts.get("payments.terminal.reference"));
        reference.setAccessibleText(texts.get("payments.terminal.reference"));
        // Enter alone never says that money was taken: it needs the slip's number.
        reference.setOnAction(_ -> confirmIfReferenced());
        var approved = way("Ctrl+Enter", "payments.terminal.approved", this::confirm);
        approved.setId("card-approved");
        approved.getStyleClass().add("primary");
        var declined = way("Ctrl+D", "payments.terminal.declined", this::refuse);
        declined.setId("card-declined");
        var box = new VBox(words, hint, reference, approved, declined);
        box.setOnKeyPressed(event -> {
            if (event.isControlDown() && event.getCode() == KeyCode.ENTER) {
                confirm();
            } else if (event.isControlDown() && event.getCode() == KeyCode.D) {
                refuse();
            }
        });
        box.getStyleClass().addAll("card", "terminal");
        return box;
    }

    private Node backButton() {
        var back = KeyCap.button("Esc", texts.get("payments.back"), actions.back());
        back.getStyleClass().add("wide");
        back.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.atTerminalProperty().get().isPresent(),
                                model.atTerminalProperty()));
        return back;
    }

    private void pay() {
        if (actions.cash().test(typed())) {
            preselect();
        }
    }

    private void confirm() {
        model.confirmByHand(reference.getText());
    }

    private void confirmIfReferenced() {
        if (!reference.getText().isBlank()) {
            confirm();
        }
    }

    private void refuse() {
        model.refuseByHand(reference.getText());
    }

    /// The field shows what is due, selected: untouched it means exactly that.
    private String typed() {
        return owed().map(formats::amount).filter(amount.getText()::equals).isPresent()
                ? ""
                : amount.getText();
    }

    private Optional<Money> owed() {
        return model.dueProperty().get();
    }

    private void preselect() {
        amount.setText(owed().map(formats::amount).orElse(""));
        amount.selectAll();
    }
}
