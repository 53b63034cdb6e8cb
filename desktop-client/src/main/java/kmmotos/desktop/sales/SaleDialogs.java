package kmmotos.desktop.sales;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// The questions of the sale screen that need room: why this price, price and stock, parked sales,
/// reprint, return by receipt.
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
    }

    private record Plain(String title, Node view, Node firstFocus) implements Dialog {}

    /// F1: the chosen line's price, step by step.
    void whyThisPrice() {
        var sale = models.desk().sale();
        var line = sale.priced().line(sale.chosenProperty().get());
        if (line.isEmpty()) {
            models.desk().note("sales.choose_line");
            return;
        }
        var grid = grid();
        var name = sale.sale().article(line.get().sku()).name(texts.locale());
        add(grid, name, models.desk().formats().quantity(line.get().quantity()) + " ×");
        grid.getChildren().getFirst().getStyleClass().setAll("label", "strong");
        line.get()
                .explanation()
                .forEach(step -> add(grid, words(step), models.desk().money(step.amount())));
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

    /// F5: what the chosen line's article costs, and what there is of it.
    void priceAndStock() {
        var sale = models.desk().sale();
        var row = sale.chosenLine();
        if (row.isEmpty()) {
            models.desk().note("sales.choose_line");
            return;
        }
        var article = sale.sale().article(row.get().sku());
        var formats = models.desk().formats();
        var grid = grid();
        add(grid, texts.get("sales.column.article"), article.name(texts.locale()));
        add(grid, texts.get("sales.stock.number"), article.sku().value());
        sale.sale()
                .engine(sale.taxes())
                .quote(article.sku(), row.get().quantity().abs(), sale.context(sale.sale()))
                .ifPresent(quote ->
                        add(grid, texts.get("sales.column.unit"), formats.price(quote.unit())));
        add(grid, texts.get("sales.stock.on_hand"), formats.quantity(article.onHand()));
        add(grid, texts.get("sales.stock.for_orders"), formats.quantity(article.reserved()));
        add(grid, texts.get("sales.stock.available"), formats.quantity(article.available()));
        article.variant()
                .supersededBy()
                .ifPresent(next -> add(grid, texts.get("sales.stock.successor"), next.value()));
        show(texts.get("sales.stock.title"), grid);
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
