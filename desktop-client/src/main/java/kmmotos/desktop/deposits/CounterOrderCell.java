package kmmotos.desktop.deposits;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.deposits.CounterOrdersModel.Shown;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrderState;
import org.jspecify.annotations.Nullable;

/// One order in the list: number and name, by when, what is left to pay, where it stands.
final class CounterOrderCell extends ListCell<Shown> {

    private final Workplace workplace;

    CounterOrderCell(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    protected void updateItem(@Nullable Shown order, boolean empty) {
        super.updateItem(order, empty);
        setText(null);
        setGraphic(empty || order == null ? null : row(order));
    }

    private HBox row(Shown shown) {
        var progress = shown.progress();
        var order = progress.order();
        var texts = workplace.texts();
        var formats = workplace.formats();
        var number = new Label(order.number());
        number.getStyleClass().add("strong");
        var top = new HBox(number, new Label(order.customerName()));
        top.getStyleClass().add("toolbar");
        var kind = texts.get("orders.counter.kind." + order.kind().name().toLowerCase(Locale.ROOT));
        var detail =
                new Label(
                        kind
                                + " · "
                                + formats.date(order.due())
                                + " · "
                                + texts.get("orders.counter.left", formats.money(progress.rest())));
        detail.getStyleClass().addAll("muted", "small");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(new VBox(top, detail), space, pill(workplace, shown));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label pill(Workplace workplace, Shown shown) {
        var state = shown.progress().state();
        String word = shown.isThere() ? "there" : state.word();
        var pill = new Label(workplace.texts().get("orders.counter.state." + word));
        pill.getStyleClass().add("pill");
        pill.setMinWidth(USE_PREF_SIZE);
        pill.getStyleClass()
                .add(
                        switch (state) {
                            case CounterOrderState.Asked _ -> "caution";
                            case CounterOrderState.Ordered _ -> "accent";
                            case CounterOrderState.Waiting _, CounterOrderState.HandedOver _ ->
                                    "good";
                            case CounterOrderState.Cancelled _ -> "bad";
                        });
        return pill;
    }
}
