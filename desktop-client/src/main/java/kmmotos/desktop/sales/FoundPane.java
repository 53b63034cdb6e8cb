package kmmotos.desktop.sales;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.TextCell;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Quantity;

/// The list under the omnibox: articles, customers or motorcycles to choose from. The field keeps
/// the focus; Up and Down move here.
final class FoundPane extends VBox {
    private static final int MAX_LINES = 8;

    private final SaleModels models;
    private final Runnable taken;
    private final ListView<Article> articles = new ListView<>();
    private final ListView<Customer> customers = new ListView<>();
    private final ListView<Motorcycle> bikes = new ListView<>();

    FoundPane(SaleModels models, Runnable taken) {
        this.models = models;
        this.taken = taken;
        getStyleClass().addAll("card", "found");
        setMaxHeight(USE_PREF_SIZE);
        articles.setItems(models.omnibox().articles());
        articles.setCellFactory(_ -> new ArticleCell());
        articles.setId("found-articles");
        customers.setItems(models.omnibox().customers());
        customers.setCellFactory(_ -> new CustomerCell());
        bikes.setItems(models.parts().bikes());
        bikes.setCellFactory(_ -> new TextCell<>(Motorcycle::toString));
        bikes.setId("found-bikes");
        prepare(articles);
        prepare(customers);
        prepare(bikes);
        getChildren().addAll(articles, customers, bikes);
        visibleProperty()
                .bind(
                        Bindings.isNotEmpty(articles.getItems())
                                .or(Bindings.isNotEmpty(customers.getItems()))
                                .or(Bindings.isNotEmpty(bikes.getItems())));
    }

    void move(int step) {
        var list = list();
        int next = list.getSelectionModel().getSelectedIndex() + step;
        list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }

    /// Takes the line the clerk moved to; answers false when they moved to none.
    boolean takeChosen() {
        var article = Optional.ofNullable(articles.getSelectionModel().getSelectedItem());
        var customer = Optional.ofNullable(customers.getSelectionModel().getSelectedItem());
        var bike = Optional.ofNullable(bikes.getSelectionModel().getSelectedItem());
        if (article.isPresent() || customer.isPresent() || bike.isPresent()) {
            article.ifPresent(models.omnibox()::pick);
            customer.ifPresent(models.omnibox()::pick);
            bike.ifPresent(models.parts()::pick);
            taken.run();
            return true;
        }
        return false;
    }

    /// The article the clerk moved to.
    Optional<Article> article() {
        return Optional.ofNullable(articles.getSelectionModel().getSelectedItem());
    }

    private ListView<?> list() {
        return articles.isVisible() ? articles : customers.isVisible() ? customers : bikes;
    }

    private void prepare(ListView<?> list) {
        list.setFocusTraversable(false);
        list.getItems().addListener((ListChangeListener<Object>) _ -> fit(list));
        list.visibleProperty().bind(Bindings.isNotEmpty(list.getItems()));
        list.managedProperty().bind(list.visibleProperty());
        list.setOnMouseClicked(_ -> takeChosen());
    }

    /// As high as what was found, up to eight lines.
    private static void fit(ListView<?> list) {
        int lines = Math.min(MAX_LINES, list.getItems().size());
        list.getStyleClass().removeIf(styleClass -> styleClass.startsWith("lines-"));
        list.getStyleClass().add("lines-" + lines);
    }

    private Label label(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private final class ArticleCell extends ListCell<Article> {
        @Override
        protected void updateItem(Article article, boolean empty) {
            super.updateItem(article, empty);
            setGraphic(empty ? null : row(article));
        }

        private Node row(Article article) {
            var name = label(article.name(models.desk().texts().locale()), "strong");
            var number = label(article.sku().value(), "muted", "small");
            var what = new VBox(name, number);
            HBox.setHgrow(what, Priority.ALWAYS);
            var row = new HBox(what, stock(article), label(price(article), "price", "strong"));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("found-row");
            return row;
        }

        private Node stock(Article article) {
            var available = article.available();
            var words =
                    models.desk()
                            .texts()
                            .get("sales.found.stock", models.desk().formats().quantity(available));
            return label(words, "pill", available.isPositive() ? "good" : "caution");
        }

        private String price(Article article) {
            var sale = models.desk().sale();
            return OpenSale.begin(sale.sale().saleId())
                    .plus(article, Quantity.ONE)
                    .engine(sale.taxes())
                    .quote(article.sku(), Quantity.ONE, sale.context(sale.sale()))
                    .map(quote -> models.desk().formats().price(quote.unit()))
                    .orElse("–");
        }
    }

    private final class CustomerCell extends ListCell<Customer> {
        @Override
        protected void updateItem(Customer customer, boolean empty) {
            super.updateItem(customer, empty);
            setGraphic(empty ? null : row(customer));
        }

        private Node row(Customer customer) {
            var contact = customer.phone().or(customer::email).or(customer::taxNumber).orElse("");
            var who = new VBox(label(customer.name(), "strong"), label(contact, "muted", "small"));
            HBox.setHgrow(who, Priority.ALWAYS);
            var row = new HBox(who);
            customer.priceGroup()
                    .ifPresent(group -> row.getChildren().add(label(group, "pill", "accent")));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("found-row");
            return row;
        }
    }
}
