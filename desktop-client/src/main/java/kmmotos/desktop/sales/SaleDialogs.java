package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.customers.CustomerDialog;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextCell;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// The questions of the sale screen that need room: why this price, price and stock, the customer,
/// parked sales, reprint, return by receipt.
final class SaleDialogs {
    private final SaleModels models;
    private final Dialogs layer;
    private final SaleScreen.Leads leads;
    private final Texts texts;

    SaleDialogs(SaleModels models, Dialogs layer, SaleScreen.Leads leads) {
        this.models = models;
        this.layer = layer;
        this.leads = leads;
        this.texts = models.desk().texts();
        models.parts().partProperty().subscribe(part -> part.ifPresent(this::show));
        models.checkout().misfitsProperty().subscribe(this::ask);
        var serials = models.checkout().serials();
        serials.askedProperty()
                .subscribe((before, asked) -> {
                    if (before.isEmpty() && asked.isPresent()) {
                        layer.show(new SerialDialog(models, layer));
                    }
                });
        serials.historyProperty()
                .subscribe(found ->
                        found.ifPresent(
                                it -> layer.show(new SerialHistoryDialog(models, layer, it))));
    }

    private record Plain(String title, Node view, Node firstFocus) implements Dialog {}

    /// F1: the chosen line's price, step by step.
    void whyThisPrice() {
        var sale = models.desk().sale();
        int chosen = sale.chosenProperty().get();
        var line =
                sale.priced()
                        .line(chosen)
                        .or(() ->
                                sale.saleLines().stream()
                                        .filter(it -> it.lineId() == chosen)
                                        .map(SaleLine::priced)
                                        .findFirst());
        if (line.isEmpty()) {
            models.desk().note("sales.choose_line");
            return;
        }
        var grid = grid();
        var name = sale.chosenRow().map(LineView::name).orElse("");
        add(grid, name, models.desk().formats().quantity(line.get().quantity()) + " ×");
        grid.getChildren().getFirst().getStyleClass().setAll("label", "strong");
        line.get()
                .explanation()
                .forEach(step -> add(grid, words(step), models.desk().money(step.amount())));
        if (line.get().isRounded()) {
            add(grid, texts.get("sales.step.rounded"), "");
        }
        add(grid, texts.get("sales.to_pay"), models.desk().money(line.get().total()));
        grid.getChildren().getLast().getStyleClass().add("strong");
        show(texts.get("sales.why.title"), grid);
    }

    private String words(PricedLine.Step step) {
        var key = "sales.step." + step.kind().name().toLowerCase(java.util.Locale.ROOT);
        return texts.get(key, isPrice(step.kind()) ? price(step.label()) : step.label());
    }

    private static boolean isPrice(PricedLine.StepKind kind) {
        return switch (kind) {
            case LIST_PRICE, STORE_PRICE, GROUP_PRICE, TIER_PRICE, PROMOTION_PRICE, OWN_PRICE ->
                    true;
            case PROMOTION, LINE_DISCOUNT, BASKET_DISCOUNT, COUPON, TAX_INCLUDED, TAX_ADDED ->
                    false;
        };
    }

    /// The engine writes a price as `49.90 BRL`; here it looks as everywhere on the screen.
    private String price(String label) {
        var amount = label.substring(0, label.indexOf(' '));
        var currency = models.desk().sale().store().currency();
        return models.desk().formats().price(UnitPrice.parse(amount, currency));
    }

    /// F5: what an item costs, and who has it: the one found, or the chosen line's.
    void priceAndStock(Optional<Article> found) {
        var sale = models.desk().sale();
        var article =
                found.or(() -> sale.chosenLine().map(line -> sale.sale().article(line.sku())));
        article.ifPresentOrElse(
                models.parts()::lookAt, () -> models.desk().note("sales.choose_line"));
    }

    private void show(PartsModel.PartView part) {
        layer.show(new PartDialog(models, layer, part));
    }

    private void ask(List<Article> misfits) {
        if (!misfits.isEmpty()) {
            layer.show(new MisfitDialog(models, layer, misfits));
        }
    }

    /// F2: the customer of the sale, or somebody new.
    void customer(Optional<String> newName) {
        var customer = models.desk().sale().sale().customer();
        var chosen = new CustomerDialog.Chosen(models.omnibox()::pick, models.parts()::use);
        newName.map(name -> CustomerDialog.begin(models.customers(), layer, name, chosen))
                .or(() ->
                        customer.map(known ->
                                CustomerDialog.of(models.customers(), layer, known, chosen)))
                .ifPresent(layer::show);
    }

    /// F4 with nothing rung up: the sales put aside.
    private String who(ParkedSale parked) {
        String name = parked.customer().map(it -> it.name()).orElse(parked.staffName());
        return parked.elsewhere()
                .map(till -> texts.get("sales.park.elsewhere", name, till.number()))
                .orElse(name);
    }

    void recall() {
        var list = new ListView<>(models.parking().parked());
        list.setId("parked");
        list.setPlaceholder(new Label(texts.get("sales.park.none")));
        list.setCellFactory(_ ->
                new TextCell<>(parked ->
                        texts.count(
                                "sales.park.line",
                                parked.lineCount(),
                                models.desk().formats().time(parked.at()),
                                who(parked),
                                models.desk().money(parked.total()))));
        choose(texts.get("sales.park.title"), list, models.parking()::recall);
    }

    /// F9: the sale just finished, or one of the last ones.
    void reprint() {
        var justDone =
                models.checkout()
                        .doneProperty()
                        .get()
                        .filter(_ -> models.desk().sale().stateProperty().get() == SaleState.DONE);
        if (justDone.isPresent()) {
            print(justDone.get());
            return;
        }
        models.desk()
                .counter()
                .background()
                .run(
                        () -> models.desk().counter().books().latestSales(30),
                        this::chooseReceipt,
                        models.desk().failed("sales.lookup.failed"));
    }

    private void chooseReceipt(java.util.List<Sale> sales) {
        layer.show(
                new ReceiptsDialog(
                        models,
                        layer,
                        sales,
                        new ReceiptsDialog.Actions(
                                this::print, this::gift, models.voiding()::begin)));
    }

    /// Without prices, for the sale just finished or the last one.
    void giftReceipt() {
        models.desk()
                .counter()
                .background()
                .run(
                        () -> models.desk().counter().books().latestSales(1),
                        latest ->
                                latest.stream()
                                        .findFirst()
                                        .ifPresentOrElse(
                                                this::gift,
                                                () -> models.desk().note("sales.reprint.none")),
                        models.desk().failed("sales.lookup.failed"));
    }

    private void gift(Sale sale) {
        if (leads.gift().test(sale)) {
            models.desk().messages().done(texts.get("sales.gift.done", sale.receiptNumber()));
        } else {
            models.desk().note("sales.reprint.no_printer");
        }
    }

    private void print(Sale sale) {
        if (leads.print().test(sale)) {
            models.desk().messages().done(texts.get("sales.reprint.done", sale.receiptNumber()));
        } else {
            models.desk().note("sales.reprint.no_printer");
        }
    }

    /// F10: what of a receipt comes back.
    void returns(SoldBefore sold) {
        layer.show(
                new ReturnDialog(
                        models, layer, new ReturnModel(sold, models.desk().sale().sale())));
    }

    /// Ctrl+Q: offers what is rung up; with nothing rung up, the last quotes.
    void quote() {
        if (models.desk().sale().sale().isEmpty()) {
            models.desk()
                    .counter()
                    .background()
                    .run(
                            () -> models.desk().counter().books().latestQuotes(50),
                            this::chooseQuote,
                            models.desk().failed("sales.lookup.failed"));
        } else if (models.quotes().canBeMade()) {
            layer.show(new QuoteDialog(models, layer, this::print, leads.saveQuote()));
        }
    }

    private void print(Quote quote) {
        if (!leads.printQuote().test(quote)) {
            models.desk().note("sales.reprint.no_printer");
        }
    }

    private void chooseQuote(java.util.List<Quote> quotes) {
        var list = new ListView<Quote>();
        list.getItems().setAll(quotes);
        list.setId("quotes");
        list.setPlaceholder(new Label(texts.get("sales.quote.none")));
        list.setCellFactory(_ ->
                new TextCell<>(quote ->
                        texts.get(
                                "sales.quote.line",
                                quote.number(),
                                models.desk().formats().date(quote.validUntil()),
                                quote.customerName(),
                                models.desk().money(quote.total()))));
        choose(
                texts.get("sales.quote.last"),
                list,
                quote -> models.quotes().recall(quote.number()));
    }

    /// Ctrl+D: orders what is rung up, or what no catalogue has, with a deposit.
    void deposit() {
        models.checkout().next();
        if (models.deposits().canBeMade()) {
            layer.show(new DepositDialog(models, layer));
        }
    }

    /// Ctrl+E: the receipt of the sale just finished by mail.
    void mail() {
        models.mails()
                .justDone()
                .ifPresent(sale -> layer.show(new MailDialog(models, layer, sale, leads.mail())));
    }

    /// Ins: what was asked for and not sold.
    void lostSale() {
        layer.show(new LostSaleDialog(models, layer));
    }

    /// An article came back without a receipt: why.
    void whyBack(SaleLine line) {
        layer.show(new WhyBackDialog(models, layer, line));
    }

    /// Cash is handed back at once. A card part is asked about: the terminal must have cancelled
    /// it.
    void takeBack(Tender part) {
        if (part instanceof Tender.Card card) {
            askCancelled(card);
        } else {
            models.checkout().takeBack(part);
        }
    }

    /// Enter keeps the part: it never answers that money went back.
    private void askCancelled(Tender.Card card) {
        var amount = models.desk().money(card.amount());
        var words = new Label(texts.get("sales.take_back.question", amount, card.reference()));
        words.setWrapText(true);
        var keep = KeyCap.button("Esc", texts.get("sales.take_back.keep"), () -> {});
        keep.setFocusTraversable(true);
        keep.setId("keep-card");
        var cancelled = new Button(texts.get("sales.take_back.cancelled"));
        cancelled.setId("card-cancelled");
        var box = new VBox(words, keep, cancelled);
        box.getStyleClass().add("dialog-body");
        var dialog = new Plain(texts.get("sales.take_back.title"), box, keep);
        keep.setOnAction(_ -> layer.close(dialog));
        cancelled.setOnAction(_ -> {
            layer.close(dialog);
            models.checkout().takeBack(card);
        });
        layer.show(dialog);
    }

    private <T> void choose(String title, ListView<T> list, java.util.function.Consumer<T> chosen) {
        list.getStyleClass().add("choice");
        list.getSelectionModel().selectFirst();
        var box = new VBox(list);
        box.getStyleClass().add("dialog-body");
        var dialog = new Plain(title, box, list);
        Runnable take =
                () -> {
                    var item = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
                    layer.close(dialog);
                    item.ifPresent(chosen);
                };
        list.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                take.run();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take.run();
            }
        });
        box.getChildren().add(KeyCap.button("Enter", texts.get("sales.choose"), take));
        layer.show(dialog);
    }

    private void show(String title, Node content) {
        var close = KeyCap.button("Esc", texts.get("ui.close"), () -> {});
        close.setFocusTraversable(true);
        var box = new VBox(content, close);
        box.getStyleClass().add("dialog-body");
        var dialog = new Plain(title, box, close);
        close.setOnAction(_ -> layer.close(dialog));
        layer.show(dialog);
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        return grid;
    }

    private static void add(GridPane grid, String name, String value) {
        var words = new Label(name);
        words.getStyleClass().add("muted");
        var amount = new Label(value);
        amount.setMaxWidth(Double.MAX_VALUE);
        amount.getStyleClass().add("amount");
        grid.addRow(grid.getRowCount(), words, amount);
    }
}
