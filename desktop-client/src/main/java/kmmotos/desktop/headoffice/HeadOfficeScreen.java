package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kmmotos.desktop.audit.AuditPane;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Sign-in first; then stock, takings and tills of the chain, read anew every few seconds.
public final class HeadOfficeScreen implements Screen {

    private static final Duration LIVE = Duration.seconds(15);

    private static final String PURCHASES = "headoffice.purchases";

    private final Workplace workplace;
    private final HeadOfficeModel model;
    private final Texts texts;
    private final StackPane view = new StackPane();
    private final HeadOfficeSignIn signIn;
    private final TabPane tabs = new TabPane();
    private final VBox chain = new VBox();
    private final ChainStockPane stock;
    private final TakingsPane takings;
    private final TillsPane tills;
    private final ShortagesPane shortages;
    private final ExceptionsPane exceptions;
    private final List<Part> parts;
    private final Timeline live;

    /// @param files where coupons for the printer are written
    /// @param print prints a new badge
    public HeadOfficeScreen(
            Workplace workplace, HeadOfficeModel model, SaveFile files, Consumer<Slip> print) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.signIn = new HeadOfficeSignIn(workplace, model);
        this.stock = new ChainStockPane(workplace, model);
        this.takings = new TakingsPane(workplace, model);
        this.tills = new TillsPane(workplace, model);
        this.shortages = new ShortagesPane(workplace, model.shortages());
        this.exceptions = new ExceptionsPane(workplace, model.exceptions());
        this.live = new Timeline(new KeyFrame(LIVE, _ -> lookAgain()));
        live.setCycleCount(Timeline.INDEFINITE);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        this.parts = parts(files, print);
        parts.forEach(part -> tabs.getTabs().add(new Tab(texts.get(part.title()), part.pane())));
        tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> refresh());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        chain.getStyleClass().add("column");
        chain.getChildren().addAll(head(), tabs);
        view.getStyleClass().add("screen");
        model.signedInProperty().subscribe(this::show);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        refresh();
        live.play();
    }

    @Override
    public boolean scanned(String code) {
        if (!model.signedInProperty().get()) {
            return false;
        }
        tabs.getSelectionModel().select(1);
        stock.find(code);
        return true;
    }

    @Override
    public void close() {
        live.stop();
    }

    private void show(boolean signedIn) {
        view.getChildren().setAll(signedIn ? chain : signIn);
        refresh();
    }

    /// The audit log is read when somebody asks for it: that takes the server long.
    private void lookAgain() {
        if (inFront().live()) {
            refresh();
        }
    }

    private Part inFront() {
        return parts.get(tabs.getSelectionModel().getSelectedIndex());
    }

    /// Only while somebody looks: another place in front stops the reading, too.
    private void refresh() {
        if (!model.signedInProperty().get() || view.getScene() == null) {
            return;
        }
        inFront().refresh().run();
    }

    /// A tab.
    ///
    /// @param title its text's key
    /// @param refresh reads what it shows anew
    /// @param live whether that is done every few seconds while it is in front
    private record Part(String title, Node pane, Runnable refresh, boolean live) {

        Part(String title, Node pane, Runnable refresh) {
            this(title, pane, refresh, true);
        }
    }

    private List<Part> parts(SaveFile files, Consumer<Slip> print) {
        return List.of(
                new Part("headoffice.takings", takings, takings::refresh),
                new Part("headoffice.stock", stock, stock::refreshFirstPage),
                new Part("headoffice.tills", tills, model::showTills),
                new Part("headoffice.shortages", shortages, model.shortages()::refresh),
                new Part("headoffice.exceptions", exceptions, model.exceptions()::refresh),
                new Part(
                        "headoffice.completeness",
                        new CompletenessPane(workplace, model),
                        model::showRegisters),
                new Part(
                        "headoffice.credit",
                        new CreditPane(workplace, model.credit()),
                        model.credit()::refresh),
                new Part(
                        "headoffice.cards",
                        new CardsPane(workplace, model.cards()),
                        model.cards()::refresh),
                new Part(
                        "headoffice.coupons",
                        new CouponsPane(workplace, model.coupons(), files),
                        model.coupons()::refresh),
                new Part(
                        "headoffice.cash",
                        new CashPane(workplace, model.cash()),
                        model.cash()::refresh),
                new Part(
                        "headoffice.promotions",
                        new PromotionsPane(workplace, model.promotions()),
                        model.promotions()::refresh),
                new Part(
                        PURCHASES,
                        new PurchasesPane(workplace, model.purchases()),
                        model.purchases()::refresh),
                new Part(
                        "headoffice.after_sale",
                        new AfterSalePane(workplace, model.afterSale()),
                        model.afterSale()::refresh),
                new Part(
                        "headoffice.reorder",
                        new ReorderOfficePane(workplace, model.reorder(), this::order),
                        model.reorder()::refresh),
                new Part(
                        "headoffice.supplier_returns",
                        new SupplierReturnsPane(workplace, model.supplierReturns()),
                        model.supplierReturns()::refresh),
                new Part(
                        "headoffice.counter_orders",
                        new CounterOrdersPane(workplace, model.counterOrders()),
                        model.counterOrders()::refresh),
                new Part(
                        "headoffice.mails",
                        new MailsPane(workplace, model.mails()),
                        model.mails()::refresh),
                new Part(
                        "headoffice.people",
                        new PeoplePane(workplace, model.people(), print),
                        model.people()::refresh),
                new Part(
                        "audit.title",
                        new AuditPane(workplace, model.audit()),
                        model.audit()::refresh,
                        false),
                new Part(
                        "headoffice.reviews",
                        new ReviewsPane(workplace, model.reviews()),
                        model.reviews()::refresh),
                new Part(
                        "headoffice.deeds",
                        new DeedsPane(workplace, model.deeds()),
                        model.deeds()::refresh,
                        false),
                new Part(
                        "headoffice.rates",
                        new RatesPane(
                                workplace,
                                model.rates(),
                                model.today(workplace.store().timeZone())),
                        model.rates()::refresh));
    }

    /// What a shop proposed is put into the form of purchase orders.
    private void order(ReorderView proposal) {
        tabs.getSelectionModel()
                .select(parts.stream().map(Part::title).toList().indexOf(PURCHASES));
        model.purchases().begin(proposal);
    }

    private Node head() {
        var title = new Label(texts.get("headoffice.title"));
        title.getStyleClass().add("screen-title");
        var asOf = new Label();
        asOf.getStyleClass().add("muted");
        asOf.textProperty().bind(Bindings.createStringBinding(this::asOf, model.asOfProperty()));
        var trouble = new Label(null, new FontIcon(MaterialDesignC.CLOUD_OFF_OUTLINE));
        trouble.setId("headoffice-trouble");
        trouble.getStyleClass().add("caution");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var signOut = new Button(texts.get("headoffice.sign_out"));
        signOut.setMinWidth(Region.USE_PREF_SIZE);
        signOut.setOnAction(_ -> model.signOut());
        var row = new HBox(title, asOf, trouble, space, signOut);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private String asOf() {
        Optional<Instant> moment = model.asOfProperty().get();
        return moment.map(at -> texts.get("headoffice.as_of", workplace.formats().time(at)))
                .orElse("");
    }
}
