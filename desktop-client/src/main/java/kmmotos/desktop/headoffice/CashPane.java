package kmmotos.desktop.headoffice;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.CashView.Closed;
import kmmotos.desktop.headoffice.CashView.Open;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// The open drawers above, the counted ones with their differences below.
final class CashPane extends VBox {
    private final Texts texts;
    private final Formats formats;

    CashPane(Workplace workplace, CashModel model) {
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var open = new Card(texts.get("headoffice.cash.open"), open(model.open()));
        var closed = new Card(texts.get("headoffice.cash.closed"), closed(model.closed()));
        VBox.setVgrow(closed, Priority.ALWAYS);
        getChildren().addAll(open, closed);
    }

    private TableView<Open> open(ObservableList<Open> shifts) {
        var table = this.<Open>table("open-shifts", "headoffice.cash.none_open", shifts);
        add(table, "headoffice.till", 120, one -> one.store() + "-" + one.till());
        add(table, "headoffice.cash.drawer", 90, one -> Integer.toString(one.drawer()));
        add(table, "headoffice.cash.since", 170, one -> formats.dateTime(one.openedAt()));
        add(table, "headoffice.cash.by", 200, Open::openedBy);
        table.getColumns()
                .add(
                        new TextColumn<Open>(
                                        texts.get("headoffice.cash.in_drawer"),
                                        150,
                                        one -> formats.money(one.cash()))
                                .right());
        table.setPrefHeight(240);
        return table;
    }

    private TableView<Closed> closed(ObservableList<Closed> shifts) {
        var table = this.<Closed>table("closed-shifts", "headoffice.cash.none_closed", shifts);
        add(table, "headoffice.till", 100, one -> one.store() + "-" + one.till());
        add(table, "headoffice.cash.z", 60, one -> Integer.toString(one.zNumber()));
        add(table, "headoffice.cash.day", 110, one -> formats.date(one.businessDay()));
        add(table, "headoffice.cash.by", 180, Closed::closedBy);
        table.getColumns()
                .add(
                        new TextColumn<Closed>(
                                        texts.get("headoffice.cash.counted"),
                                        130,
                                        one -> formats.money(one.counted()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<Closed>(
                                        texts.get("headoffice.cash.difference"),
                                        130,
                                        one -> formats.money(one.difference()))
                                .right());
        add(table, "headoffice.cash.remark", 220, this::remark);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private String remark(Closed shift) {
        if (!shift.proved()) {
            return texts.get("headoffice.cash.unproved");
        }
        return shift.goesOn()
                .map(isTakenUp ->
                        texts.get(
                                isTakenUp
                                        ? "headoffice.cash.goes_on"
                                        : "headoffice.cash.on_its_way"))
                .orElse("");
    }

    private <T> TableView<T> table(String id, String none, ObservableList<T> rows) {
        var table = new TableView<>(rows);
        table.setId(id);
        table.setPlaceholder(new Label(texts.get(none)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    private <T> void add(TableView<T> table, String title, double width, Function<T, String> text) {
        table.getColumns().add(new TextColumn<>(texts.get(title), width, text));
    }
}
