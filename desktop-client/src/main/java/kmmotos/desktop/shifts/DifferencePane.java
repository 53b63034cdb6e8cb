package kmmotos.desktop.shifts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.shifts.ClosingModel.Step.Counted;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.ForeignCount;

/// After the count: what should have been there, the difference, and which receipts may explain it.
final class DifferencePane extends VBox {

    private final ShiftModels models;
    private final Texts texts;
    private final Formats formats;

    DifferencePane(ShiftModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        this.formats = models.desk().workplace().formats();
        getStyleClass().addAll("card", "difference-pane");
    }

    void show(Counted counted) {
        var title = new Label(texts.get("shifts.difference"));
        title.getStyleClass().add("section-title");
        var difference = new Label(words(counted.difference()));
        difference.setId("cash-difference");
        difference.getStyleClass().addAll("big-amount", styleOf(counted.difference()));
        getChildren()
                .setAll(
                        title,
                        difference,
                        new Facts()
                                .add(
                                        texts.get("shifts.counted"),
                                        formats.money(counted.count().cash()))
                                .add(
                                        texts.get("shifts.in_drawer"),
                                        formats.money(counted.expected())));
        counted.count().foreign().forEach(one -> getChildren().add(foreign(one)));
        if (!counted.difference().isZero()) {
            getChildren().add(explanations(counted));
        }
        getChildren().add(buttons());
    }

    private Node foreign(ForeignCount one) {
        var code = one.counted().currency().getCurrencyCode();
        var difference = new Label(words(one.difference()));
        difference.setId("difference-" + code);
        difference.getStyleClass().addAll("strong", styleOf(one.difference()));
        return new VBox(
                difference,
                new Facts()
                        .add(
                                texts.get("shifts.counted_foreign", code),
                                formats.money(one.counted()))
                        .add(texts.get("shifts.in_drawer"), formats.money(one.expected())));
    }

    private String words(Money difference) {
        String money = formats.money(difference.abs());
        return difference.isZero()
                ? texts.get("shifts.exact")
                : texts.get(difference.isNegative() ? "shifts.short" : "shifts.over", money);
    }

    private static String styleOf(Money difference) {
        return difference.isZero() ? "good" : difference.isNegative() ? "bad" : "caution";
    }

    private Node explanations(Counted counted) {
        var box = new VBox();
        box.getStyleClass().add("explanations");
        var title =
                new Label(
                        texts.get(
                                counted.explanations().isEmpty()
                                        ? "shifts.unexplained"
                                        : "shifts.explained"));
        title.setWrapText(true);
        title.getStyleClass().add("muted");
        box.getChildren().add(title);
        counted.explanations().forEach(one -> box.getChildren().add(row(one)));
        return box;
    }

    private Node row(Explanation one) {
        var words =
                new Label(
                        texts.get(
                                "shifts.explain." + one.kind(),
                                formats.money(one.keyed()),
                                formats.money(one.meant())));
        words.setWrapText(true);
        var where = new Label(where(one));
        where.getStyleClass().add("explanation-place");
        var row = new VBox(words, where);
        row.getStyleClass().add("explanation");
        return row;
    }

    private String where(Explanation one) {
        return one.sale()
                .map(sale ->
                        texts.get(
                                "shifts.receipt",
                                sale.receiptNumber().toString(),
                                formats.time(sale.at())))
                .or(() ->
                        one.movement()
                                .map(movement ->
                                        texts.get(
                                                "shifts.slip",
                                                movement.number(),
                                                formats.time(movement.at()))))
                .orElse("");
    }

    private HBox buttons() {
        var close = KeyCap.button("F12", texts.get("shifts.close"), models.closing()::close);
        close.setId("close-shift");
        close.getStyleClass().addAll("primary", "tall");
        close.disableProperty().bind(models.closing().busyProperty());
        var again = KeyCap.button("F7", texts.get("shifts.again"), models.closing()::begin);
        var back = KeyCap.button("Esc", texts.get("shifts.keep_open"), models.closing()::cancel);
        var row = new HBox(close, again, back);
        row.getStyleClass().add("toolbar");
        return row;
    }
}
