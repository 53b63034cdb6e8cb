package kmmotos.desktop.stock;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The count that is under way, with the differences it makes.
final class CountPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final CountModel model;
    private final Texts texts;
    private final ScanBar bar;

    CountPane(Workplace workplace, CountModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.bar =
                new ScanBar(texts, "count-quantity", model::typed)
                        .books(
                                "book-count",
                                texts.get("stock.count_book"),
                                model::book,
                                model.busyProperty());
        getStyleClass().add("column");
        var hint = new Label(texts.get("stock.count_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var list = new ListView<>(model.lines());
        list.setId("count-lines");
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPrefHeight(420);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                        texts.get("stock.count_none"),
                        texts.get("stock.count_none_text")));
        getChildren()
                .addAll(
                        new ApprovalPane(model.approvals(), texts, bar::focus),
                        new Card(texts.get("stock.count"), hint, list, bar));
    }

    private GoodsLinePane row(ScannedLines.Line line) {
        Quantity difference = CountModel.difference(line);
        String remark =
                difference.isZero()
                        ? texts.get("stock.count_right")
                        : texts.get(
                                "stock.count_differs",
                                (difference.isPositive() ? "+" : "")
                                        + workplace.formats().quantity(difference));
        return new GoodsLinePane(
                        workplace, line.item(), line.quantity(), remark, !difference.isZero())
                .removable(texts.get("stock.count_remove"), () -> model.remove(line));
    }

    @Override
    public boolean isAllowed() {
        return model.mayCount();
    }

    @Override
    public void shown() {
        bar.focus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public boolean isAsking() {
        return model.approvals().askedProperty().get().isPresent();
    }

    @Override
    public void cancel() {
        model.approvals().cancel();
    }

    @Override
    public void book() {
        model.book();
    }
}
