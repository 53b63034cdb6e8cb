package kmmotos.desktop.sales;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.SaleLine;

/// What of a receipt comes back: plus and minus for each line, never more than was sold. A scan of
/// a sold article counts one back.
final class ReturnDialog implements Dialog {
    private final SaleModels models;
    private final Dialogs layer;
    private final ReturnModel model;
    private final Texts texts;
    private final Label refund = new Label();
    private final VBox lines = new VBox();
    private final VBox view = new VBox();
    private final Button take;

    ReturnDialog(SaleModels models, Dialogs layer, ReturnModel model) {
        this.models = models;
        this.layer = layer;
        this.model = model;
        this.texts = models.desk().texts();
        lines.getStyleClass().add("return-lines");
        refund.setId("refund");
        refund.getStyleClass().add("big-amount");
        var all = KeyCap.button("A", texts.get("sales.return.all"), this::all);
        take = KeyCap.button("Enter", texts.get("sales.return.take"), this::take);
        take.setFocusTraversable(true);
        take.setDefaultButton(true);
        take.setId("take-returns");
        take.getStyleClass().add("primary");
        var buttons = new HBox(all, take);
        buttons.getStyleClass().add("toolbar");
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(lines, refund, buttons);
        view.setOnKeyTyped(event -> {
            if (event.getCharacter().equalsIgnoreCase("a")) {
                all();
            }
        });
        show();
    }

    @Override
    public String title() {
        return texts.get("sales.return.title", model.sold().sale().receiptNumber());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return take;
    }

    private void all() {
        model.lines().forEach(line -> model.choose(line, model.returnable(line)));
        show();
    }

    private void take() {
        var refunds = model.refunds();
        layer.close(this);
        if (!refunds.isEmpty()) {
            models.lines().addReturns(refunds);
        }
    }

    private void show() {
        lines.getChildren().setAll(model.lines().stream().map(this::row).toList());
        refund.setText(models.desk().money(model.refund()));
        take.setDisable(model.refunds().isEmpty());
    }

    private Node row(SaleLine line) {
        var formats = models.desk().formats();
        var name = new Label(line.description());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var sold =
                new Label(
                        texts.get(
                                "sales.return.of",
                                formats.quantity(model.returnable(line)),
                                formats.quantity(line.quantity())));
        sold.getStyleClass().add("muted");
        var count = new Label(formats.quantity(model.chosen(line)));
        count.getStyleClass().addAll("strong", "return-count");
        var row =
                new HBox(
                        name,
                        sold,
                        step("−", line, Quantity.ONE.negated()),
                        count,
                        step("+", line, Quantity.ONE),
                        new Label(formats.amount(line.total())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("return-row");
        return row;
    }

    private Button step(String sign, SaleLine line, Quantity by) {
        var button = new Button(sign);
        button.setFocusTraversable(false);
        button.setAccessibleText(sign + " " + line.description());
        button.setDisable(!model.returnable(line).isPositive());
        button.setOnAction(_ -> {
            model.choose(line, model.chosen(line).plus(by));
            show();
        });
        return button;
    }
}
