package kmmotos.desktop.sales;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.payments.PartsPane;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Tender;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Beside the lines while ringing up: the customer, what it comes to, and Total.
final class TotalsPane extends VBox {
    private final SaleModels models;
    private final Texts texts;

    /// @param takeBack asked for a part that is paid
    TotalsPane(SaleModels models, Consumer<Tender> takeBack) {
        this.models = models;
        this.texts = models.desk().texts();
        getStyleClass().addAll("side", "totals-side");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var parts =
                new PartsPane(models.checkout().tender(), texts, models.desk().formats(), takeBack);
        getChildren().addAll(customer(), bike(), coupons(), space, parts, totals());
    }

    private Node customer() {
        var sale = models.desk().sale().saleProperty();
        var name = new Label();
        name.getStyleClass().add("strong");
        name.textProperty()
                .bind(
                        text(() ->
                                sale.get()
                                        .customer()
                                        .map(Customer::name)
                                        .orElse(texts.get("sales.customer.none"))));
        var detail = new Label();
        detail.getStyleClass().addAll("muted", "small");
        detail.textProperty()
                .bind(
                        text(() ->
                                sale.get()
                                        .customer()
                                        .flatMap(Customer::priceGroup)
                                        .map(group -> texts.get("sales.customer.group", group))
                                        .orElse(texts.get("sales.customer.hint"))));
        var remove = icon(MaterialDesignC.CLOSE, texts.get("sales.customer.remove"));
        remove.setOnAction(_ -> models.omnibox().removeCustomer());
        remove.visibleProperty().bind(when(() -> sale.get().customer().isPresent()));
        var words = new VBox(name, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        var card = new HBox(new FontIcon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE), words, remove);
        card.getStyleClass().addAll("card", "customer");
        return card;
    }

    private Node bike() {
        var sale = models.desk().sale().saleProperty();
        var words = new Label();
        words.setId("sale-bike");
        words.setGraphic(new FontIcon(MaterialDesignM.MOTORBIKE));
        words.textProperty()
                .bind(text(() -> sale.get().parts().bike().map(Motorcycle::toString).orElse("")));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = icon(MaterialDesignC.CLOSE, texts.get("sales.bike.remove"));
        remove.setOnAction(_ -> models.parts().removeBike());
        var card = new HBox(words, remove);
        card.getStyleClass().addAll("card", "customer");
        card.visibleProperty().bind(when(() -> sale.get().parts().bike().isPresent()));
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private Node coupons() {
        var sale = models.desk().sale().saleProperty();
        var words = new Label();
        words.setGraphic(new FontIcon(MaterialDesignC.CARDS_OUTLINE));
        words.textProperty()
                .bind(
                        text(() ->
                                texts.get(
                                        "sales.coupons",
                                        String.join(
                                                ", ",
                                                sale.get().basket().coupons().stream()
                                                        .map(it -> it.code())
                                                        .toList()))));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = icon(MaterialDesignC.CLOSE, texts.get("sales.coupons.remove"));
        remove.setOnAction(_ -> models.discounts().removeCoupons());
        var card = new HBox(words, remove);
        card.getStyleClass().addAll("card", "customer");
        card.visibleProperty().bind(when(() -> !sale.get().basket().coupons().isEmpty()));
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private Node totals() {
        var total = new Label();
        total.setId("sale-total");
        total.getStyleClass().addAll("big-amount", "total-amount");
        total.textProperty().bind(text(() -> models.desk().money(toPay())));
        var key =
                KeyCap.button(
                        texts.keys().shown(CounterKey.TOTAL),
                        texts.get("sales.total"),
                        models.checkout()::total);
        key.setId("total");
        key.getStyleClass().addAll("primary", "wide", "tall");
        var card =
                new VBox(
                        pair(
                                "sales.units",
                                amount(it -> models.desk().formats().quantity(it.units()))),
                        pair("sales.gross", amount(it -> models.desk().money(it.gross()))),
                        optional(
                                pair(
                                        "sales.discount",
                                        amount(it -> models.desk().money(it.discount()))),
                                when(() -> !totalsNow().discount().isZero())),
                        optional(
                                pair(
                                        "sales.returned",
                                        amount(it -> models.desk().money(it.returned()))),
                                when(() -> !totalsNow().returned().isZero())),
                        optional(
                                pair("sales.cores", amount(it -> models.desk().money(it.cores()))),
                                when(() -> !totalsNow().cores().isZero())),
                        pair(
                                models.desk().sale().store().pricesIncludeTax()
                                        ? "sales.tax_included"
                                        : "sales.tax_added",
                                amount(it -> models.desk().money(it.tax()))),
                        big(total),
                        key);
        card.getStyleClass().addAll("card", "totals");
        return card;
    }

    private Node big(Label total) {
        var words = new Label();
        words.getStyleClass().add("section-title");
        words.textProperty()
                .bind(
                        text(() ->
                                texts.get(
                                        toPay().isNegative()
                                                ? "sales.to_pay_back"
                                                : "sales.to_pay")));
        var box = new VBox(words, total);
        box.getStyleClass().add("grand-total");
        return box;
    }

    /// With loads and deposits, which are not in the sale's total.
    private Money toPay() {
        Money due = totalsNow().due();
        return due.minus(
                Money.sum(
                        models.desk().sale().sale().paid().stream()
                                .filter(Tender::standsAlone)
                                .map(Tender::amount)
                                .toList(),
                        due.currency()));
    }

    private SaleTotals totalsNow() {
        return models.desk().sale().totalsProperty().get();
    }

    private Node pair(String key, StringBinding value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var amount = new Label();
        amount.textProperty().bind(value);
        return new HBox(name, amount);
    }

    private static Node optional(Node node, BooleanBinding shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private StringBinding amount(Function<SaleTotals, String> words) {
        return text(() -> words.apply(totalsNow()));
    }

    private StringBinding text(java.util.concurrent.Callable<String> words) {
        return Bindings.createStringBinding(
                words, models.desk().sale().totalsProperty(), models.desk().sale().saleProperty());
    }

    private BooleanBinding when(java.util.concurrent.Callable<Boolean> condition) {
        return Bindings.createBooleanBinding(
                condition,
                models.desk().sale().totalsProperty(),
                models.desk().sale().saleProperty());
    }

    private static Button icon(org.kordamp.ikonli.Ikon icon, String name) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setAccessibleText(name);
        button.setFocusTraversable(false);
        return button;
    }
}
