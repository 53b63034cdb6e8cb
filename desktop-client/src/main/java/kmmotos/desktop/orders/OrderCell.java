package kmmotos.desktop.orders;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import org.jspecify.annotations.Nullable;

/// One order in the list: number and name, when it came, where it stands.
final class OrderCell extends ListCell<Order> {

    private final Workplace workplace;

    OrderCell(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    protected void updateItem(@Nullable Order order, boolean empty) {
        super.updateItem(order, empty);
        setText(null);
        setGraphic(empty || order == null ? null : row(order));
    }

    private HBox row(Order order) {
        var number = new Label(order.number());
        number.getStyleClass().add("strong");
        var name = new Label(order.contactName());
        var when =
                new Label(
                        workplace.formats().dateTime(order.placedAt())
                                + " · "
                                + workplace.texts().count("orders.lines", order.lines().size())
                                + " · "
                                + workplace.formats().money(order.total()));
        when.getStyleClass().addAll("muted", "small");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(number, name);
        top.getStyleClass().add("toolbar");
        var row = new HBox(new VBox(top, when), space, pill(workplace, order.state()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label pill(Workplace workplace, OrderState state) {
        var pill = new Label(workplace.texts().get("orders.state." + state.word()));
        pill.getStyleClass().add("pill");
        pill.setMinWidth(USE_PREF_SIZE);
        pill.getStyleClass()
                .add(
                        switch (state) {
                            case OrderState.Placed _ -> "caution";
                            case OrderState.Picked _ -> "accent";
                            case OrderState.Ready _, OrderState.HandedOver _ -> "good";
                            case OrderState.Cancelled _, OrderState.Expired _ -> "bad";
                        });
        return pill;
    }
}
