package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.Optional;
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
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Sign-in first; then stock, takings and tills of the chain, read anew every few seconds.
public final class HeadOfficeScreen implements Screen {

    private static final Duration LIVE = Duration.seconds(15);

    private static final int PURCHASES = 11;
    private static final int AUDIT = 15;

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
    private final Timeline live;

    /// @param files where coupons for the printer are written
    public HeadOfficeScreen(Workplace workplace, HeadOfficeModel model, SaveFile files) {
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
        tabs.getTabs()
                .setAll(
                        new Tab(texts.get("headoffice.takings"), takings),
                        new Tab(texts.get("headoffice.stock"), stock),
                        new Tab(texts.get("headoffice.tills"), tills),
                        new Tab(texts.get("headoffice.shortages"), shortages),
                        new Tab(texts.get("headoffice.exceptions"), exceptions),
                        new Tab(
                                texts.get("headoffice.completeness"),
                                new CompletenessPane(workplace, model)),
                        new Tab(
                                texts.get("headoffice.credit"),
                                new CreditPane(workplace, model.credit())),
                        new Tab(
                                texts.get("headoffice.cards"),
                                new CardsPane(workplace, model.cards())),
                        new Tab(
                                texts.get("headoffice.coupons"),
                                new CouponsPane(workplace, model.coupons(), files)),
                        new Tab(
                                texts.get("headoffice.cash"),
                                new CashPane(workplace, model.cash())),
                        new Tab(
                                texts.get("headoffice.promotions"),
                                new PromotionsPane(workplace, model.promotions())),
                        new Tab(
                                texts.get("headoffice.purchases"),
                                new PurchasesPane(workplace, model.purchases())),
                        new Tab(
                                texts.get("headoffice.after_sale"),
                                new AfterSalePane(workplace, model.afterSale())),
                        new Tab(
                                texts.get("headoffice.reorder"),
                                new ReorderOfficePane(workplace, model.reorder(), this::order)),
                        new Tab(
                                texts.get("headoffice.supplier_returns"),
                                new SupplierReturnsPane(workplace, model.supplierReturns())),
                        new Tab(
                                texts.get("headoffice.counter_orders"),
                                new CounterOrdersPane(workplace, model.counterOrders())),
                        new Tab(
                                texts.get("headoffice.mails"),
                                new MailsPane(workplace, model.mails())),
                        new Tab(texts.get("audit.title"), new AuditPane(workplace, model.audit())));
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
        if (tabs.getSelectionModel().getSelectedIndex() != AUDIT) {
            refresh();
        }
    }

    /// Only while somebody looks: another place in front stops the reading, too.
    private void refresh() {
        if (!model.signedInProperty().get() || view.getScene() == null) {
            return;
        }
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> takings.refresh();
            case 1 -> stock.refreshFirstPage();
            case 2 -> model.showTills();
            case 3 -> model.shortages().refresh();
            case 4 -> model.exceptions().refresh();
            case 5 -> model.showRegisters();
            case 6 -> model.credit().refresh();
            case 7 -> model.cards().refresh();
            case 8 -> model.coupons().refresh();
            case 9 -> model.cash().refresh();
            case 10 -> model.promotions().refresh();
            case PURCHASES -> model.purchases().refresh();
            case 12 -> model.afterSale().refresh();
            case 13 -> model.reorder().refresh();
            case 14 -> model.supplierReturns().refresh();
            case 15 -> model.counterOrders().refresh();
            case 16 -> model.mails().refresh();
            default -> model.audit().refresh();
        }
    }

    /// What a shop proposed is put into the form of purchase orders.
    private void order(ReorderView proposal) {
        tabs.getSelectionModel().select(PURCHASES);
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
