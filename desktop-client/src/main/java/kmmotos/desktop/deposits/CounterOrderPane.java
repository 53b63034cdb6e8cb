package kmmotos.desktop.deposits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.deposits.CounterOrdersModel.Shown;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.sales.SaleLine;

/// The chosen order: for whom, what, what is paid, and the steps that can come next.
final class CounterOrderPane extends VBox {

    private static final String USUAL_DAYS = "7";

    private final Workplace workplace;
    private final CounterOrdersModel model;
    private final Texts texts;
    private final Formats formats;
    private Runnable next = () -> {};

    CounterOrderPane(Workplace workplace, CounterOrdersModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().add("column");
    }

    /// F12: the step that comes next, or the field it needs.
    void next() {
        next.run();
    }

    void show(Shown shown) {
        next = () -> {};
        getChildren().setAll(head(shown), lines(shown.progress()));
        getChildren().addAll(steps(shown.progress()));
    }

    private Node head(Shown shown) {
        var progress = shown.progress();
        var order = progress.order();
        var name = new Label(order.customerName());
        name.getStyleClass().add("screen-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(name, space, CounterOrderCell.pill(workplace, shown));
        top.getStyleClass().add("toolbar");
        var facts =
                new Facts()
                        .add(texts.get("orders.placed_at"), formats.dateTime(order.at()))
                        .add(texts.get("orders.counter.due"), formats.date(order.due()));
        addIfThere(facts, "orders.phone", order.phone());
        addIfThere(facts, "orders.counter.supplier", order.supplier());
        addIfThere(facts, "orders.counter.note", order.note());
        add(facts, progress.state());
        facts.add(texts.get("orders.counter.total"), formats.money(order.total()))
                .add(texts.get("orders.counter.paid"), formats.money(progress.paid()))
                .add(texts.get("orders.counter.rest"), formats.money(progress.rest()));
        var print = KeyCap.button("F9", texts.get("orders.counter.print"), model::print);
        return new Card(order.number(), top, facts, print);
    }

    private void add(Facts facts, CounterOrderState state) {
        switch (state) {
            case CounterOrderState.Asked _, CounterOrderState.HandedOver _ -> {}
            case CounterOrderState.Ordered(_, var expected) ->
                    facts.add(texts.get("orders.counter.expected"), formats.date(expected));
            case CounterOrderState.Waiting(_, String shelf) ->
                    addIfThere(facts, "orders.shelf", shelf);
            case CounterOrderState.Cancelled(_, String why, var fee) -> {
                facts.add(texts.get("orders.counter.cancelled"), why);
                facts.add(texts.get("orders.counter.fee"), formats.money(fee));
            }
        }
    }

    private void addIfThere(Facts facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(texts.get(key), value);
        }
    }

    private Node lines(CounterOrderProgress progress) {
        var list = new VBox();
        list.getStyleClass().add("order-lines");
        progress.order().lines().forEach(line -> list.getChildren().add(line(line)));
        return new Card(texts.get("orders.goods"), list);
    }

    private Node line(SaleLine line) {
        var quantity = new Label(formats.quantity(line.quantity()) + " ×");
        quantity.getStyleClass().add("order-quantity");
        var text = new Label(line.description());
        text.setWrapText(true);
        var code = new Label(line.sku().toString());
        code.getStyleClass().addAll("muted", "small");
        var words = new VBox(text, code);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(quantity, words, new Label(formats.money(line.total())));
        row.getStyleClass().add("order-line");
        return row;
    }

    private List<Node> steps(CounterOrderProgress progress) {
        List<Node> steps = new ArrayList<>();
        switch (progress.state()) {
            case CounterOrderState.Asked _ -> {
                steps.add(new Card(texts.get("orders.counter.step_arrived"), arrived()));
                steps.add(new Card(texts.get("orders.counter.step_ordered"), ordered()));
            }
            case CounterOrderState.Ordered _ ->
                    steps.add(new Card(texts.get("orders.counter.step_arrived"), arrived()));
            case CounterOrderState.Waiting _ -> steps.add(handOver());
            case CounterOrderState.Cancelled _ when progress.owed().isPositive() ->
                    steps.add(giveBack(progress));
            case CounterOrderState.HandedOver _, CounterOrderState.Cancelled _ -> {}
        }
        if (progress.state().isOpen()) {
            if (progress.rest().isPositive()) {
                steps.add(new Card(texts.get("orders.counter.step_pay"), payMore()));
            }
            steps.add(cancel());
        }
        return steps;
    }

    private Node ordered() {
        var row = entry("counter-days", "orders.counter.days_prompt", "orders.counter.is_ordered");
        row.field().setText(USUAL_DAYS);
        row.onGo(model::ordered);
        next = row.field()::requestFocus;
        return row.view();
    }

    private Node arrived() {
        var row = entry("counter-shelf", "orders.shelf_prompt", "orders.counter.is_there");
        row.onGo(model::arrived);
        next = row.field()::requestFocus;
        return row.view();
    }

    private Node payMore() {
        var row = entry("counter-pay", "orders.counter.pay_prompt", "orders.counter.pay");
        row.onGo(model::payMore);
        return row.view();
    }

    private Node handOver() {
        var button = button("F12", "orders.hand_over", "primary", model::handOver);
        button.setId("counter-hand-over");
        next = button::fire;
        return new Card(texts.get("orders.step_hand_over"), button);
    }

    private Node giveBack(CounterOrderProgress progress) {
        var button = button("F12", "orders.counter.give_back", "primary", model::giveBack);
        button.setId("counter-give-back");
        next = button::fire;
        return new Card(
                texts.get("orders.counter.step_give_back", formats.money(progress.owed())), button);
    }

    /// Enter never cancels an order: that takes a click.
    private Node cancel() {
        var why = field("counter-why", "orders.counter.why_prompt");
        var withFee =
                new Button(texts.get("orders.counter.cancel_fee", formats.money(model.fee())));
        withFee.setId("counter-cancel");
        withFee.setOnAction(_ -> model.cancel(why.getText(), true));
        var free = new Button(texts.get("orders.counter.cancel_free"));
        free.setId("counter-cancel-free");
        free.setOnAction(_ -> model.cancel(why.getText(), false));
        for (var button : List.of(withFee, free)) {
            button.getStyleClass().addAll("danger", "button-outlined");
            button.setMinWidth(USE_PREF_SIZE);
            button.disableProperty().bind(model.busyProperty());
        }
        var row = new FlowPane(8, 8, withFee, free);
        return new Card(texts.get("orders.counter.step_cancel"), why, row);
    }

    private record Entry(TextField field, Button button, Node view) {

        void onGo(Consumer<String> go) {
            field.setOnAction(_ -> go.accept(field.getText()));
            button.setOnAction(_ -> go.accept(field.getText()));
        }
    }

    private Entry entry(String id, String promptKey, String buttonKey) {
        var field = field(id, promptKey);
        HBox.setHgrow(field, Priority.ALWAYS);
        var button = button("Enter", buttonKey, "primary", () -> {});
        button.setId(id + "-go");
        var row = new HBox(field, button);
        row.getStyleClass().add("toolbar");
        return new Entry(field, button, row);
    }

    private TextField field(String id, String promptKey) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get(promptKey));
        field.setAccessibleText(texts.get(promptKey));
        return field;
    }

    private Button button(String keyCap, String text, String styleClass, Runnable action) {
        var button = KeyCap.button(keyCap, texts.get(text), action);
        button.getStyleClass().add(styleClass);
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }
}
