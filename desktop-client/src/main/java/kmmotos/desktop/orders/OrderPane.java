package kmmotos.desktop.orders;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;

/// The chosen order: what is in it, and the one step that comes next.
final class OrderPane extends VBox {

    private final Workplace workplace;
    private final OrdersModel model;
    private final Texts texts;
    private Runnable next = () -> {};

    OrderPane(Workplace workplace, OrdersModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        getStyleClass().add("column");
    }

    /// F12: the step that comes next, or the field it needs.
    void next() {
        next.run();
    }

    void show(Order order, Optional<Picking> picking) {
        next = () -> {};
        getChildren().setAll(head(order), lines(order, picking), step(order, picking));
    }

    private Node head(Order order) {
        var name = new Label(order.contactName());
        name.getStyleClass().add("screen-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(name, space, OrderCell.pill(workplace, order.state()));
        top.getStyleClass().add("toolbar");
        var formats = workplace.formats();
        var facts =
                new Facts()
                        .add(texts.get("orders.placed_at"), formats.dateTime(order.placedAt()))
                        .add(texts.get("orders.keep_until"), formats.dateTime(order.expiresAt()))
                        .add(texts.get("orders.to_pay"), formats.money(order.total()));
        order.contactPhone().ifPresent(phone -> facts.add(texts.get("orders.phone"), phone));
        if (order.state() instanceof OrderState.Ready ready && !ready.shelf().isBlank()) {
            facts.add(texts.get("orders.shelf"), ready.shelf());
        }
        return new Card(order.number(), top, facts);
    }

    private Node lines(Order order, Optional<Picking> picking) {
        var list = new VBox();
        list.getStyleClass().add("order-lines");
        inTheOrderOfTheWalk(order, picking)
                .forEach(line -> list.getChildren().add(line(line, picking)));
        return new Card(texts.get("orders.goods"), list);
    }

    /// From bin to bin; what has no place comes last.
    private static Stream<Order.Line> inTheOrderOfTheWalk(Order order, Optional<Picking> picking) {
        return order.lines().stream()
                .sorted(
                        Comparator.comparing(line ->
                                picking.flatMap(it -> it.place(line.priced().sku()))
                                        .orElse("\uffff")));
    }

    private Node line(Order.Line line, Optional<Picking> picking) {
        var sku = line.priced().sku();
        var formats = workplace.formats();
        var quantity = new Label(formats.quantity(line.priced().quantity()) + " ×");
        quantity.getStyleClass().add("order-quantity");
        var text = new Label(line.description());
        text.setWrapText(true);
        var code =
                new Label(
                        picking.flatMap(it -> it.place(sku))
                                .map(bin -> texts.get("orders.bin", bin) + " · " + sku)
                                .orElse(sku.toString()));
        code.getStyleClass().addAll("muted", "small");
        var words = new VBox(text, code);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(quantity, words);
        row.getStyleClass().add("order-line");
        picking.ifPresent(current -> {
            var gathered = new CheckBox(texts.get("orders.gathered"));
            gathered.setSelected(!current.left(sku).isPositive());
            gathered.setIndeterminate(
                    current.gathered(sku).isPositive() && current.left(sku).isPositive());
            gathered.setOnAction(_ -> model.tick(sku, gathered.isSelected()));
            row.getChildren().add(gathered);
        });
        return row;
    }

    private Node step(Order order, Optional<Picking> picking) {
        return switch (order.state()) {
            case OrderState.Placed _ ->
                    new Card(texts.get("orders.step_pick"), pick(picking), refusal());
            case OrderState.Picked _ -> ready();
            case OrderState.Ready _ ->
                    new Card(texts.get("orders.step_hand_over"), handOver(), refusal());
            case OrderState.HandedOver _, OrderState.Cancelled _, OrderState.Expired _ ->
                    new Card(texts.get("orders.step_none"));
        };
    }

    private Node ready() {
        var handOver = handOver();
        var shelf = shelf();
        return new Card(texts.get("orders.step_ready"), shelf, handOver, refusal());
    }

    private Node pick(Optional<Picking> picking) {
        var hint = new Label(texts.get("orders.pick_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var pick = button("F12", "orders.pick", "primary", model::pick);
        pick.setId("pick-order");
        next = pick::fire;
        if (!picking.map(Picking::isComplete).orElse(false)) {
            pick.disableProperty().unbind();
            pick.setDisable(true);
        }
        return new VBox(8, hint, pick);
    }

    private Node shelf() {
        return entry("order-shelf", "orders.shelf_prompt", "orders.make_ready", model::ready);
    }

    private Node handOver() {
        return entry("pickup-code", "orders.code_prompt", "orders.hand_over", model::handOver);
    }

    private Node refusal() {
        return entry("refuse-reason", "orders.refuse_prompt", "orders.refuse", model::refuse);
    }

    private Node entry(String id, String promptKey, String buttonKey, Consumer<String> go) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get(promptKey));
        field.setAccessibleText(texts.get(promptKey));
        boolean refusing = buttonKey.equals("orders.refuse");
        // Enter never refuses an order: that takes a click.
        field.setOnAction(_ -> {
            if (!refusing) {
                go.accept(field.getText());
            }
        });
        if (!refusing) {
            next = field::requestFocus;
        }
        HBox.setHgrow(field, Priority.ALWAYS);
        var button =
                button(
                        refusing ? "" : "Enter",
                        buttonKey,
                        refusing ? "danger" : "primary",
                        () -> go.accept(field.getText()));
        button.setId(id + "-go");
        var row = new HBox(field, button);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private Button button(String keyCap, String text, String styleClass, Runnable action) {
        var button =
                keyCap.isEmpty()
                        ? new Button(texts.get(text))
                        : KeyCap.button(keyCap, texts.get(text), action);
        button.getStyleClass().add(styleClass);
        if (styleClass.equals("danger")) {
            button.getStyleClass().add("button-outlined");
        }
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(model.busyProperty());
        return button;
    }
}
