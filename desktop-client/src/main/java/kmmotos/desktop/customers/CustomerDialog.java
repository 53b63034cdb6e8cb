package kmmotos.desktop.customers;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextCell;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.sales.Sale;

/// A customer, known or new: at the left who they are, at the right what they ride, owe and bought.
/// F12 writes it down and takes the customer for the sale.
public final class CustomerDialog implements Dialog {
    private final CustomerModel model;
    private final Dialogs layer;
    private final Chosen chosen;
    private final Texts texts;
    private final CustomerForm form;
    private final VBox view = new VBox();

    /// What the sale does with the answer.
    ///
    /// @param customer who was written down
    /// @param motorcycle one of theirs, taken for the sale
    public record Chosen(Consumer<Customer> customer, Consumer<Motorcycle> motorcycle) {}

    private CustomerDialog(CustomerModel model, Dialogs layer, Chosen chosen) {
        this.model = model;
        this.layer = layer;
        this.chosen = chosen;
        this.texts = model.desk().texts();
        this.form = new CustomerForm(model, () -> save(Optional.empty()));
        var who = new VBox(new Card(texts.get("customers.who"), form), account());
        var garage =
                new GaragePane(model.garage(), texts, bike -> save(Optional.of(bike.motorcycle())));
        var more = new VBox(garage, purchases());
        who.getStyleClass().add("column");
        more.getStyleClass().add("column");
        HBox.setHgrow(more, Priority.ALWAYS);
        var sides = new HBox(who, more);
        sides.getStyleClass().add("split");
        var scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("customer-sheet");
        view.getStyleClass().addAll("dialog-body", "customer-dialog");
        view.getChildren().addAll(scroll, trouble(), buttons());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Somebody new, called like this so far.
    public static CustomerDialog begin(
            CustomerModel model, Dialogs layer, String name, Chosen chosen) {
        model.begin(name);
        return new CustomerDialog(model, layer, chosen);
    }

    public static CustomerDialog of(
            CustomerModel model, Dialogs layer, Customer customer, Chosen chosen) {
        model.open(customer);
        return new CustomerDialog(model, layer, chosen);
    }

    @Override
    public String title() {
        return model.customerProperty()
                .get()
                .map(Customer::name)
                .orElse(texts.get("customers.new"));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return form.firstField();
    }

    private Node account() {
        var words = new Label();
        words.setId("customer-account");
        words.setWrapText(true);
        words.textProperty().bind(model.accountProperty());
        var card = new Card(texts.get("customers.account"), words);
        card.visibleProperty().bind(model.accountProperty().isNotEmpty());
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private Node purchases() {
        var list = new ListView<>(model.purchases());
        list.setId("purchases");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(texts.get("customers.purchases.none")));
        list.setCellFactory(_ -> new TextCell<>(this::words));
        list.getStyleClass().add("lines-5");
        return new Card(texts.get("customers.purchases"), list);
    }

    private String words(Sale sale) {
        var formats = model.desk().formats();
        var what = sale.lines().stream().findFirst().map(line -> line.description()).orElse("");
        return texts.get(
                "customers.purchases.line",
                formats.dateTime(sale.at()),
                sale.receiptNumber(),
                formats.money(sale.total()),
                what);
    }

    private Node trouble() {
        var trouble = new Label();
        trouble.setId("customer-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        return trouble;
    }

    private Node buttons() {
        var save = KeyCap.button("F12", texts.get("customers.save"), () -> save(Optional.empty()));
        save.setId("customer-save");
        save.getStyleClass().add("primary");
        save.disableProperty().bind(model.busyProperty());
        var cancel = KeyCap.button("Esc", texts.get("ui.cancel"), () -> layer.close(this));
        var hint = new Label(texts.get("customers.keys"));
        hint.getStyleClass().addAll("muted", "small");
        var bar = new HBox(save, cancel, hint);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F12) {
            save(Optional.empty());
            event.consume();
        }
    }

    private void save(Optional<Motorcycle> bike) {
        model.save(
                form.typed(),
                customer -> {
                    layer.close(this);
                    chosen.customer().accept(customer);
                    bike.ifPresent(chosen.motorcycle());
                });
    }
}
