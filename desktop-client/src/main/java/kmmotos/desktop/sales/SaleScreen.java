package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.payments.TenderPane;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;

/// The counter: the omnibox over the lines, beside them what is to be paid, the money being taken,
/// or the change.
public final class SaleScreen implements Screen {
    private final SaleModels models;
    private final Texts texts;
    private final Leads leads;
    private final SaleDialogs dialogs;
    private final BorderPane view = new BorderPane();
    private final OmniboxPane omnibox;
    private final TenderPane tender;
    private final TotalsPane totals;
    private final DonePane done;
    private final RecoveryPane recovery;
    private final ShiftPane shift;
    private final ApprovalPane approval;
    private final GiftCardPane giftCard;
    private final VBox selling = new VBox();
    private final VBox side = new VBox();
    private final ScrollPane beside = new ScrollPane(side);
    private final FlowPane keys;

    /// Where keys lead outside this screen.
    ///
    /// @param receipt a receipt as it looks on paper
    /// @param print false if no printer is set up
    /// @param printQuote false if no printer is set up
    /// @param saveQuote as a page, where the clerk says
    /// @param mail a receipt as it is sent
    /// @param gift a receipt without prices; false if no printer is set up
    public record Leads(
            Function<Sale, Node> receipt,
            java.util.function.Predicate<Sale> print,
            java.util.function.Predicate<Sale> gift,
            java.util.function.Predicate<Quote> printQuote,
            java.util.function.Consumer<Quote> saveQuote,
            Function<Sale, MailText> mail,
            Runnable orders,
            Runnable lock) {}

    public SaleScreen(SaleModels models, Dialogs layer, Leads leads) {
        this.models = models;
        this.texts = models.desk().texts();
        this.leads = leads;
        this.dialogs = new SaleDialogs(models, layer, leads);
        this.omnibox = new OmniboxPane(models);
        this.totals = new TotalsPane(models, dialogs::takeBack);
        this.recovery = new RecoveryPane(models);
        this.shift = new ShiftPane(models);
        this.approval = new ApprovalPane(models.desk().approvals(), texts, this::focus);
        this.giftCard = new GiftCardPane(models, this::focus);
        this.keys = keys();
        var checkout = models.checkout();
        this.tender =
                new TenderPane(
                        checkout.tender(),
                        texts,
                        models.desk().formats(),
                        checkout.refunds().wordsProperty(),
                        checkout.foreign().dueProperty().map(_ -> checkout.foreign().words()),
                        new TenderPane.Actions(
                                checkout::cash,
                                checkout::card,
                                models.accounts()::pay,
                                models.giftCards()::pay,
                                checkout.foreign()::pay,
                                dialogs::takeBack,
                                checkout::back));
        this.done =
                new DonePane(
                        models,
                        leads.receipt(),
                        dialogs::reprint,
                        dialogs::giftReceipt,
                        dialogs::mail);
        build();
        models.desk().sale().stateProperty().subscribe(this::show);
        models.shift().shiftProperty().subscribe(_ -> focusSoon());
        models.unproven().askedProperty().subscribe(line -> line.ifPresent(dialogs::whyBack));
        models.omnibox().receiptProperty().subscribe(found -> found.ifPresent(dialogs::returns));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Region> foot() {
        return Optional.of(keys);
    }

    @Override
    public void shown() {
        models.shift().refresh();
        models.parking().refresh();
        models.omnibox().lookForBikeExample();
        focusSoon();
    }

    @Override
    public boolean scanned(String code) {
        omnibox.scanned(code);
        return true;
    }

    @Override
    public List<Shortcut> shortcuts() {
        var state = CounterKey.State.valueOf(models.desk().sale().stateProperty().get().name());
        List<Shortcut> shortcuts = new ArrayList<>();
        shortcuts.add(Shortcut.of(KeyCode.ESCAPE, this::back));
        Stream.of(CounterKey.values())
                .filter(key -> key.worksIn(state))
                .forEach(key -> shortcuts.add(Shortcut.of(texts.keys().key(key), does(key))));
        return shortcuts;
    }

    private Runnable does(CounterKey key) {
        return switch (key) {
            case WHY -> dialogs::whyThisPrice;
            case CUSTOMER -> this::customer;
            case SEARCH -> () -> command("");
            case PARK -> this::parkOrRecall;
            case STOCK -> this::priceAndStock;
            case CARD -> this::card;
            case ACCOUNT -> () -> payOr("a ", tender::payOnAccount);
            case GIFT_CARD -> () -> payOr("g ", tender::payByGiftCard);
            case REPRINT -> dialogs::reprint;
            case FOREIGN_CASH -> tender::payForeign;
            case RETURN -> () -> command("r ");
            case PICKUP -> leads.orders();
            case TOTAL -> models.checkout()::total;
            case LOST_SALE -> dialogs::lostSale;
            case DEPOSIT -> dialogs::deposit;
            case MAIL -> dialogs::mail;
            case GIFT_RECEIPT -> dialogs::giftReceipt;
            case LOCK -> leads.lock();
            case QUOTE -> dialogs::quote;
            case WEIGH -> models.weighing()::weigh;
            case VOID_ALL -> models.lines()::voidAll;
            case TAKE_BACK -> this::takeLastBack;
            case REVERSE -> this::reverseJustDone;
            case CARD_WAS_TAKEN -> () -> ifAsked(recovery::taken);
            case CARD_WAS_NOT_TAKEN -> () -> ifAsked(models.recovery()::wasNotTaken);
        };
    }

    private void build() {
        var linesAndFound = new StackPane(new LinesPane(models), omnibox.found());
        StackPane.setAlignment(omnibox.found(), Pos.TOP_LEFT);
        VBox.setVgrow(linesAndFound, Priority.ALWAYS);
        selling.getChildren().addAll(omnibox, linesAndFound);
        selling.getStyleClass().add("selling");
        side.getStyleClass().add("side-column");
        // With large letters in a small window the money scrolls; the field above stays in sight.
        beside.setFitToWidth(true);
        beside.setFitToHeight(true);
        beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        beside.setFocusTraversable(false);
        // A click beside the buttons gives it the focus, and what is typed then would be lost.
        beside.focusedProperty().subscribe(this::focusAgain);
        selling.setMinSize(0, 0);
        view.setMinSize(0, 0);
        view.getStyleClass().addAll("screen", "sale-screen");
        view.setBottom(keys);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /// After paying, what is typed begins the next sale, as a scan does.
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean isText = !text.isBlank() && !Character.isISOControl(text.charAt(0));
        boolean isCommand = event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
        if (isText && !isCommand && models.desk().sale().stateProperty().get() == SaleState.DONE) {
            event.consume();
            command(text);
        }
    }

    private void show(SaleState state) {
        switch (state) {
            case SELL -> sides(selling, totals);
            case TENDER -> sides(selling, tender);
            case DONE -> sides(done, null);
        }
        // A field has no ears before its skin is there: a key pressed before the next frame would
        // be lost.
        view.applyCss();
        focusSoon();
    }

    private void sides(Node center, @org.jspecify.annotations.Nullable Node money) {
        view.setCenter(center);
        if (money == null) {
            view.setRight(null);
            return;
        }
        VBox.setVgrow(money, Priority.ALWAYS);
        side.getChildren().setAll(List.of(recovery, shift, approval, giftCard, money));
        view.setRight(beside);
    }

    private void focusAgain(boolean lost) {
        if (lost) {
            focusSoon();
        }
    }

    private void focusSoon() {
        Platform.runLater(this::focus);
    }

    private void focus() {
        // What scrolls is in the window only once its skin is there, and can't have the focus
        // before.
        view.applyCss();
        switch (models.desk().sale().stateProperty().get()) {
            case SELL -> {
                if (shift.isVisible()) {
                    shift.focus();
                } else {
                    omnibox.focus();
                }
            }
            case TENDER -> {
                if (giftCard.asks()) {
                    giftCard.focus();
                } else {
                    tender.focus();
                }
            }
            case DONE -> done.requestFocus();
        }
    }

    private void back() {
        if (models.desk().approvals().askedProperty().get().isPresent()) {
            models.desk().approvals().cancel();
        } else if (giftCard.asks()) {
            models.giftCards().cancel();
        } else if (!omnibox.clear() && !dismissedMessage()) {
            models.checkout().back();
        }
    }

    /// While money is taken Esc means one step back, whatever is said meanwhile.
    private boolean dismissedMessage() {
        return models.desk().sale().stateProperty().get() == SaleState.SELL
                && models.desk().messages().dismissNewest();
    }

    private void command(String text) {
        models.checkout().next();
        if (models.desk().sale().stateProperty().get() == SaleState.SELL) {
            omnibox.begin(text);
        }
    }

    /// Looks for a customer; once more, or with one chosen, shows or makes one.
    private void customer() {
        var newName = models.omnibox().newCustomer(omnibox.text());
        if (newName.isPresent()
                || (omnibox.text().isEmpty()
                        && models.desk().sale().sale().customer().isPresent())) {
            dialogs.customer(newName);
        } else {
            command("c ");
        }
    }

    private void priceAndStock() {
        dialogs.priceAndStock(omnibox.foundArticle());
    }

    private void card() {
        models.checkout().total();
        if (models.desk().sale().stateProperty().get() == SaleState.TENDER) {
            tender.payByCard();
        }
    }

    /// While there is nothing to pay for, the key begins what it is called after: a gift card is
    /// sold, an account is paid off.
    private void payOr(String command, Runnable pay) {
        if (models.desk().sale().sale().isEmpty()
                || models.desk().sale().stateProperty().get() == SaleState.DONE) {
            command(command);
            return;
        }
        models.checkout().total();
        if (models.desk().sale().stateProperty().get() == SaleState.TENDER) {
            pay.run();
        }
    }

    private void takeLastBack() {
        var parts = models.checkout().tender().tenders();
        if (models.desk().sale().stateProperty().get() == SaleState.TENDER && !parts.isEmpty()) {
            dialogs.takeBack(parts.getLast());
        }
    }

    /// Only right after it: while typing, these keys mean something else to many.
    private void reverseJustDone() {
        if (models.desk().sale().stateProperty().get() == SaleState.DONE) {
            models.voiding().last();
        }
    }

    private void parkOrRecall() {
        if (models.desk().sale().sale().isEmpty()) {
            dialogs.recall();
        } else {
            models.parking().park();
        }
    }

    private void ifAsked(Runnable answer) {
        if (recovery.asks()) {
            answer.run();
        }
    }

    private FlowPane keys() {
        var bar =
                new FlowPane(
                        key(CounterKey.WHY, "sales.key.why"),
                        key(CounterKey.CUSTOMER, "sales.key.customer"),
                        park(),
                        key(CounterKey.STOCK, "sales.key.stock"),
                        key(CounterKey.GIFT_CARD, "sales.key.gift_card", () -> command("g ")),
                        key(CounterKey.REPRINT, "sales.key.reprint"),
                        key(CounterKey.RETURN, "sales.key.return"),
                        key(CounterKey.PICKUP, "sales.key.pickup"),
                        key(CounterKey.DEPOSIT, "sales.key.deposit"),
                        key(CounterKey.LOST_SALE, "sales.key.lost"),
                        KeyCap.button("*", texts.get("sales.key.quantity"), () -> command("*")),
                        KeyCap.button(
                                "Del", texts.get("sales.key.void"), models.lines()::voidChosen),
                        key(CounterKey.LOCK, "sales.key.lock"));
        bar.getStyleClass().add("key-bar");
        return bar;
    }

    /// Says how many wait, so that none is forgotten.
    private Button park() {
        var button = key(CounterKey.PARK, "sales.key.park");
        button.setId("park");
        var waiting = models.parking().parked();
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get("sales.key.park")
                                                + (waiting.isEmpty()
                                                        ? ""
                                                        : " (" + waiting.size() + ")"),
                                waiting));
        return button;
    }

    private Button key(CounterKey key, String text) {
        return key(key, text, does(key));
    }

    private Button key(CounterKey key, String text, Runnable action) {
        return KeyCap.button(texts.keys().shown(key), texts.get(text), action);
    }
}
