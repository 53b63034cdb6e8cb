package kmmotos.desktop.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Price;
import kmmotos.model.stock.StockEverywhere;
import org.jspecify.annotations.Nullable;

/// F5: what an item costs and for whom, what this shop and each other one has of it and how old
/// that is, and what may be taken instead: Enter takes it.
final class PartDialog implements Dialog {
    private static final Duration OLD = Duration.ofHours(4);

    private final SaleModels models;
    private final Dialogs layer;
    private final PartsModel.PartView part;
    private final Texts texts;
    private final Formats formats;
    private final ListView<Article> others = new ListView<>();
    private final VBox view = new VBox();
    private final Node close;

    PartDialog(SaleModels models, Dialogs layer, PartsModel.PartView part) {
        this.models = models;
        this.layer = layer;
        this.part = part;
        this.texts = models.desk().texts();
        this.formats = models.desk().formats();
        this.close = closeButton();
        var left = new VBox(here(), prices());
        var right = new VBox(everywhere(), alternatives());
        left.getStyleClass().addAll("column", "part-facts");
        right.getStyleClass().add("column");
        HBox.setHgrow(right, Priority.ALWAYS);
        var sides = new HBox(left, right);
        sides.getStyleClass().add("split");
        var scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("part-sheet");
        view.getStyleClass().addAll("dialog-body", "part-dialog");
        view.getChildren().addAll(scroll, close);
    }

    @Override
    public String title() {
        return part.article().sku() + "   " + part.article().name(texts.locale());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return part.others().isEmpty() ? close : others;
    }

    private Node closeButton() {
        var button = KeyCap.button("Esc", texts.get("ui.close"), () -> layer.close(this));
        button.setFocusTraversable(true);
        return button;
    }

    private Node here() {
        var article = part.article();
        var facts = new Facts();
        facts.setId("part-here");
        facts.add(texts.get("sales.stock.on_hand"), formats.quantity(article.onHand()))
                .add(texts.get("sales.stock.for_orders"), formats.quantity(article.reserved()))
                .add(texts.get("sales.stock.for_web"), formats.quantity(article.setAside()))
                .add(texts.get("sales.stock.available"), formats.quantity(article.available()));
        if (!article.bins().isEmpty()) {
            facts.add(texts.get("sales.stock.bins"), String.join(" · ", article.bins()));
        }
        article.variant()
                .supersededBy()
                .ifPresent(next -> facts.add(texts.get("sales.stock.successor"), next.value()));
        article.variant()
                .coreCharge()
                .ifPresent(deposit ->
                        facts.add(texts.get("sales.stock.core"), formats.money(deposit)));
        return new Card(texts.get("sales.stock.here"), facts);
    }

    private Node prices() {
        var facts = new Facts();
        facts.setId("part-prices");
        price(part.article(), Quantity.ONE)
                .ifPresent(now -> facts.add(texts.get("sales.prices.now"), now));
        part.article().prices().forEach(row -> facts.add(words(row), formats.price(row.amount())));
        part.article()
                .promotions()
                .forEach(offered ->
                        facts.add(
                                texts.get("sales.prices.promotion"),
                                offered.names().in(texts.locale())));
        return new Card(texts.get("sales.prices.title"), facts);
    }

    private String words(Price row) {
        var who =
                row.group()
                        .map(group -> texts.get("sales.prices.group", group))
                        .orElse(texts.get("sales.prices.all"));
        var where = row.store().map(_ -> " " + texts.get("sales.prices.here")).orElse("");
        var many =
                row.minQuantity().compareTo(Quantity.ONE) > 0
                        ? " " + texts.get("sales.prices.from", formats.quantity(row.minQuantity()))
                        : "";
        var until =
                row.until()
                        .map(day -> " " + texts.get("sales.prices.until", formats.date(day)))
                        .orElse("");
        return who + where + many + until;
    }

    private Optional<String> price(Article article, Quantity quantity) {
        var sale = models.desk().sale();
        return OpenSale.begin(sale.sale().saleId())
                .plus(article, quantity)
                .engine(sale.taxes())
                .quote(article.sku(), quantity, sale.context(sale.sale()))
                .map(quote -> formats.price(quote.unit()));
    }

    private Node everywhere() {
        var table = new GridPane();
        table.setId("part-everywhere");
        table.getStyleClass().add("facts");
        if (part.everywhere().isEmpty()) {
            var none = new Label(texts.get("sales.everywhere.never"));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            return new Card(texts.get("sales.everywhere.title"), none);
        }
        var found = part.everywhere().get();
        heads(table);
        found.told().stores().forEach(store -> row(table, store, found.at()));
        var asked = new Label(asked(found));
        asked.setId("part-asked");
        asked.getStyleClass().addAll("small", found.isFresh() ? "muted" : "caution");
        return new Card(texts.get("sales.everywhere.title"), table, asked);
    }

    private String asked(PartsBook.Everywhere found) {
        return found.isFresh()
                ? texts.get("sales.everywhere.fresh")
                : texts.get("sales.everywhere.kept", formats.dateTime(found.at()));
    }

    private void heads(GridPane table) {
        table.addRow(
                0,
                Stream.of("shop", "free", "coming", "age")
                        .map(column -> muted(texts.get("sales.everywhere." + column)))
                        .toArray(Node[]::new));
    }

    private void row(GridPane table, StockEverywhere.AtStore store, Instant at) {
        boolean isOwn = store.store().equals(models.desk().sale().store().storeId());
        var name = new Label(isOwn ? store.name() + " ◂" : store.name());
        var free = new Label(formats.quantity(store.available()));
        free.getStyleClass().addAll("amount", store.available().isPositive() ? "strong" : "muted");
        var coming =
                store.inTransit().isZero()
                        ? muted("–")
                        : new Label("+" + formats.quantity(store.inTransit()));
        table.addRow(table.getRowCount(), name, free, coming, age(store, at));
    }

    /// How old the figure was when the server told it: a shop that is offline has sold meanwhile.
    private Node age(StockEverywhere.AtStore store, Instant at) {
        var heard = store.heardAt();
        var words =
                new Label(
                        heard.map(formats::dateTime).orElse(texts.get("sales.everywhere.unheard")));
        boolean isOld = heard.map(then -> then.plus(OLD).isBefore(at)).orElse(true);
        words.getStyleClass().addAll("small", isOld ? "caution" : "muted");
        words.setMinWidth(Label.USE_PREF_SIZE);
        return words;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node alternatives() {
        others.setId("part-others");
        others.getItems().setAll(part.others());
        others.setCellFactory(_ -> new OtherCell());
        others.setAccessibleText(texts.get("sales.others.title"));
        others.setPlaceholder(new Label(texts.get("sales.others.none")));
        others.getSelectionModel().selectFirst();
        others.getStyleClass().add("lines-4");
        others.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        others.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take();
            }
        });
        return new Card(
                texts.get("sales.others.title"),
                others,
                KeyCap.button("Enter", texts.get("sales.others.take"), this::take));
    }

    private void take() {
        Optional.ofNullable(others.getSelectionModel().getSelectedItem())
                .ifPresent(other -> {
                    layer.close(this);
                    models.parts().takeInstead(other);
                });
    }

    private final class OtherCell extends ListCell<Article> {
        @Override
        protected void updateItem(@Nullable Article article, boolean empty) {
            super.updateItem(article, empty);
            setGraphic(empty || article == null ? null : row(article));
        }

        private Node row(Article article) {
            var name = new Label(article.name(texts.locale()));
            name.getStyleClass().add("strong");
            var number = muted(article.sku().value());
            number.getStyleClass().add("small");
            var what = new VBox(name, number);
            HBox.setHgrow(what, Priority.ALWAYS);
            var stock =
                    new Label(
                            texts.get("sales.found.stock", formats.quantity(article.available())));
            stock.getStyleClass()
                    .addAll("pill", article.available().isPositive() ? "good" : "caution");
            var row = new HBox(what, stock, new Label(price(article, Quantity.ONE).orElse("–")));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("found-row");
            return row;
        }
    }
}
