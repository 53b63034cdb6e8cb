package kmmotos.desktop.headoffice;

import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.AfterSaleView.Back;
import kmmotos.desktop.headoffice.AfterSaleView.Lost;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;

/// What was asked for in vain above, what came back below.
final class AfterSalePane extends VBox {
    private final Texts texts;
    private final Formats formats;

    AfterSalePane(Workplace workplace, AfterSaleModel model) {
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var lost = new Card(texts.get("headoffice.lost"), lost(model.lost()));
        var returns = new Card(texts.get("headoffice.returns"), returns(model.returns()));
        VBox.setVgrow(returns, Priority.ALWAYS);
        getChildren().addAll(lost, returns);
    }

    private TableView<Lost> lost(ObservableList<Lost> rows) {
        var table = this.<Lost>table("lost-sales", "headoffice.lost.none", rows);
        add(table, "headoffice.lost.asked", 340, this::asked);
        add(table, "headoffice.lost.reason", 180, one -> word("headoffice.lost.", one.reason()));
        table.getColumns()
                .add(
                        new TextColumn<Lost>(
                                        texts.get("headoffice.lost.times"),
                                        110,
                                        one -> Long.toString(one.times()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<Lost>(
                                        texts.get("headoffice.lost.quantity"),
                                        110,
                                        one -> formats.quantity(one.quantity()))
                                .right());
        table.setPrefHeight(260);
        return table;
    }

    private String asked(Lost lost) {
        return lost.sku().map(Sku::value).orElse(lost.words());
    }

    private TableView<Back> returns(ObservableList<Back> rows) {
        var table = this.<Back>table("returns", "headoffice.returns.none", rows);
        add(table, "headoffice.cash.day", 100, one -> formats.date(one.businessDay()));
        add(table, "headoffice.returns.receipt", 140, Back::receipt);
        add(
                table,
                "headoffice.returns.of",
                140,
                one -> one.ofReceipt().orElse(texts.get("headoffice.returns.without")));
        add(table, "headoffice.returns.article", 170, one -> one.sku().value());
        table.getColumns()
                .add(
                        new TextColumn<Back>(
                                        texts.get("headoffice.lost.quantity"),
                                        80,
                                        one -> formats.quantity(one.quantity()))
                                .right());
        table.getColumns()
                .add(
                        new TextColumn<Back>(
                                        texts.get("headoffice.returns.refund"),
                                        110,
                                        one -> formats.money(one.refund()))
                                .right());
        add(table, "headoffice.lost.reason", 120, one -> optional(one.reason()));
        add(table, "headoffice.returns.goods", 120, one -> optional(one.condition()));
        add(table, "headoffice.cash.by", 140, this::people);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private String people(Back back) {
        return back.approvedBy()
                .map(other -> texts.get("headoffice.returns.approved", back.by(), other))
                .orElse(back.by());
    }

    private String optional(java.util.Optional<? extends Enum<?>> one) {
        return one.map(it -> word("headoffice.returns.", it)).orElse("");
    }

    private String word(String prefix, Enum<?> one) {
        return texts.get(prefix + one.name().toLowerCase(Locale.ROOT));
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
