package kmmotos.desktop.display;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.display.CustomerView.Line;
import kmmotos.desktop.display.CustomerView.Moment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The customer's side: the lines as they are rung up, the newest at the bottom, beneath them the
/// total; what is due, the change, thanks; the shop's name while nobody is served.
final class CustomerPane extends BorderPane {

    /// More would not be readable from the other side of the counter.
    private static final int MAX_LINES = 7;

    private final CustomerDisplayModel model;

    CustomerPane(CustomerDisplayModel model) {
        this.model = model;
        getStyleClass().add("customer-display");
        model.viewProperty().subscribe(this::show);
    }

    private void show(CustomerView view) {
        getChildren().clear();
        switch (view.moment()) {
            case IDLE -> setCenter(screensaver());
            case RINGING_UP, PAYING -> {
                setCenter(lines(view.lines()));
                setBottom(amount(view));
            }
            case DONE -> setCenter(thanks(view));
        }
    }

    private Node screensaver() {
        var shop = label(model.shop(), "customer-shop");
        shop.setGraphic(new FontIcon(MaterialDesignM.MOTORBIKE));
        var box = new VBox(shop, label(model.texts().get("display.welcome"), "customer-words"));
        box.getStyleClass().add("customer-middle");
        return box;
    }

    private Node lines(List<Line> lines) {
        int hidden = Math.max(0, lines.size() - MAX_LINES);
        var box = new VBox();
        box.getStyleClass().add("customer-lines");
        if (hidden > 0) {
            box.getChildren()
                    .add(label(model.texts().count("display.more", hidden), "customer-more"));
        }
        lines.subList(hidden, lines.size()).forEach(line -> box.getChildren().add(row(line)));
        if (!lines.isEmpty()) {
            box.getChildren().getLast().getStyleClass().add("newest");
        }
        return box;
    }

    private static Node row(Line line) {
        var name = label(line.name(), "customer-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var count = label(line.count(), "customer-count");
        count.setMinWidth(USE_PREF_SIZE);
        var total = label(line.total(), "customer-money");
        total.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(name, count, total);
        row.getStyleClass().add("customer-row");
        return row;
    }

    private static Node amount(CustomerView view) {
        var caption = label(view.caption(), "customer-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(caption, Priority.ALWAYS);
        var amount = label(view.amount(), "customer-amount");
        amount.setId("customer-amount");
        amount.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(caption, amount);
        bar.getStyleClass()
                .addAll("customer-total", view.moment() == Moment.PAYING ? "due" : "sum");
        return bar;
    }

    private Node thanks(CustomerView view) {
        var caption = label(view.caption(), "customer-caption");
        caption.setGraphic(new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        var amount = label(view.amount(), "customer-amount");
        amount.setId("customer-amount");
        var box =
                new VBox(
                        caption,
                        amount,
                        label(model.texts().get("display.thanks"), "customer-words"));
        box.getStyleClass().add("customer-middle");
        return box;
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }
}
