package kmmotos.desktop.stock;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockBook.Movement;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.StockAdjustment.Reason;
import org.jspecify.annotations.Nullable;

/// One item: its figures, a correction, and what moved it.
final class ItemPane extends VBox {

    private final Workplace workplace;
    private final StockModel model;
    private final StockModels models;
    private final List<ItemAction> actions;
    private final Consumer<String> turnTo;
    private final Texts texts;
    private final ApprovalPane approval;

    /// @param turnTo brings a side in front by its id
    ItemPane(
            Workplace workplace,
            StockModels models,
            List<ItemAction> actions,
            Consumer<String> turnTo) {
        this.workplace = workplace;
        this.model = models.items();
        this.models = models;
        this.actions = List.copyOf(actions);
        this.turnTo = turnTo;
        this.texts = workplace.texts();
        this.approval = new ApprovalPane(model.approvals(), texts, this::requestFocus);
        getStyleClass().add("column");
    }

    void show(Item item) {
        getChildren().setAll(List.of(approval, head(item), movements()));
        if (model.mayAdjust()) {
            getChildren().add(2, correction());
        }
    }

    private Node head(Item item) {
        var name = new Label(item.description());
        name.getStyleClass().add("screen-title");
        name.setWrapText(true);
        var figures =
                new HBox(
                        figure("stock.on_hand", item.onHand()),
                        figure("stock.reserved", item.reserved()),
                        figure("stock.set_aside", item.setAside()),
                        figure("stock.available", item.available()));
        figures.getStyleClass().add("figures");
        var quantity = new TextField();
        quantity.setPromptText(texts.get("stock.how_many"));
        quantity.setAccessibleText(texts.get("stock.how_many"));
        quantity.setPrefColumnCount(6);
        var bar = new FlowPane(quantity);
        bar.setHgap(8);
        bar.setVgap(8);
        bar.getChildren()
                .add(
                        putInto(
                                "stock.add_to_delivery",
                                quantity,
                                () -> models.delivery().add(item, orOne(quantity))));
        if (models.count().mayCount()) {
            bar.getChildren()
                    .add(
                            putInto(
                                    "stock.add_to_count",
                                    quantity,
                                    () -> models.count().set(item, quantity.getText())));
        }
        if (models.send().maySend()) {
            bar.getChildren()
                    .add(
                            putInto(
                                    "stock.add_to_send",
                                    quantity,
                                    () -> models.send().set(item, orOne(quantity))));
        }
        if (model.maySetAside()) {
            var setAside =
                    putInto(
                            "stock.set_aside_button",
                            quantity,
                            () -> model.setAside(quantity.getText()));
            setAside.setId("set-aside");
            bar.getChildren().add(setAside);
        }
        for (ItemAction action : actions) {
            var button =
                    putInto(
                            action.text(),
                            quantity,
                            () -> {
                                action.action().accept(item, orOne(quantity));
                                action.side().ifPresent(turnTo);
                            });
            button.setId(action.id());
            bar.getChildren().add(button);
        }
        bar.getStyleClass().add("toolbar");
        var bins = new Label(bins(item));
        bins.setId("item-bins");
        bins.setWrapText(true);
        return new Card(item.sku().toString(), name, bins, figures, bar);
    }

    private String bins(Item item) {
        return item.bins().isEmpty()
                ? texts.get("stock.no_bin")
                : texts.get("stock.bins", String.join(" · ", item.bins()));
    }

    private Button putInto(String text, TextField quantity, Runnable action) {
        var button = new Button(texts.get(text));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            action.run();
            quantity.clear();
        });
        return button;
    }

    private static String orOne(TextField quantity) {
        return quantity.getText().isBlank() ? "1" : quantity.getText();
    }

    private Node figure(String key, Quantity quantity) {
        var value = new Label(workplace.formats().quantity(quantity));
        value.getStyleClass().add("figure-value");
        if (quantity.isNegative()) {
            value.getStyleClass().add("bad");
        }
        var label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        var box = new VBox(value, label);
        box.getStyleClass().add("figure");
        return box;
    }

    private Node correction() {
        var reason = new ComboBox<Reason>();
        reason.getItems().setAll(Reason.values());
        reason.getSelectionModel().select(Reason.MISSING);
        reason.setConverter(words());
        reason.setAccessibleText(texts.get("stock.reason"));
        var quantity = new TextField();
        quantity.setId("adjust-quantity");
        quantity.setPrefColumnCount(6);
        quantity.setPromptText(texts.get("stock.how_many"));
        quantity.setAccessibleText(texts.get("stock.how_many"));
        var note = new TextField();
        note.setId("adjust-note");
        note.setPromptText(texts.get("stock.note"));
        note.setAccessibleText(texts.get("stock.note"));
        var adjust = new Button(texts.get("stock.adjust"));
        adjust.setId("adjust-stock");
        adjust.disableProperty().bind(model.busyProperty());
        adjust.setOnAction(
                _ -> model.adjust(quantity.getText(), reason.getValue(), note.getText()));
        GridPane.setHgrow(note, Priority.ALWAYS);
        var form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, reason, quantity, adjust);
        form.add(note, 0, 1, 3, 1);
        return new Card(texts.get("stock.correct"), form);
    }

    private StringConverter<Reason> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Reason reason) {
                return reason == null ? "" : texts.get("stock.reason." + reason.name());
            }

            @Override
            public Reason fromString(String text) {
                throw new UnsupportedOperationException("reasons are chosen, not typed");
            }
        };
    }

    private Node movements() {
        var formats = workplace.formats();
        var table = new TableView<>(model.movements());
        table.getColumns()
                .add(
                        new TextColumn<Movement>(
                                texts.get("stock.when"),
                                180,
                                movement -> formats.dateTime(movement.at())));
        table.getColumns()
                .add(
                        new TextColumn<Movement>(
                                        texts.get("stock.change"),
                                        90,
                                        movement -> signed(movement.change()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<Movement>(
                                texts.get("stock.why"),
                                150,
                                movement -> texts.get("stock.fact." + movement.reason())));
        table.getColumns()
                .add(new TextColumn<>(texts.get("stock.reference"), 130, Movement::reference));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("stock.no_movements")));
        table.setPrefHeight(280);
        return new Card(texts.get("stock.movements"), table);
    }

    private String signed(Quantity change) {
        return (change.isPositive() ? "+" : "") + workplace.formats().quantity(change);
    }
}
