package kmmotos.desktop.purchasing;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import kmmotos.desktop.purchasing.ReorderBook.Wanted;
import kmmotos.desktop.stock.GoodsLinePane;
import kmmotos.desktop.stock.ScanBar;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What the shop should get.
public final class ReorderPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final ReorderModel model;
    private final Texts texts;
    private final ScanBar bar;

    public ReorderPane(Workplace workplace, ReorderModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.bar = bar();
        getStyleClass().add("column");
        var hint = new Label(texts.get("purchasing.reorder_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        getChildren().add(new Card(texts.get("purchasing.reorder"), hint, lines(), bar));
    }

    private ListView<Wanted> lines() {
        var list = new ListView<>(model.lines());
        list.setId("reorder-lines");
        list.setPrefHeight(420);
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                        texts.get("purchasing.enough"),
                        texts.get("purchasing.enough_text")));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null) {
                        model.choose(chosen);
                    }
                });
        return list;
    }

    private GoodsLinePane row(Wanted line) {
        var formats = workplace.formats();
        return new GoodsLinePane(
                        workplace,
                        line.item(),
                        line.wanted(),
                        texts.get(
                                "purchasing.there_and_coming",
                                formats.quantity(line.item().available()),
                                formats.quantity(line.coming())),
                        !line.item().available().isPositive())
                .removable(texts.get("purchasing.not_wanted"), () -> model.remove(line));
    }

    private ScanBar bar() {
        var look = new Button(texts.get("purchasing.look_again"));
        look.setId("reorder-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(_ -> model.refresh());
        return new ScanBar(texts, "reorder-quantity", model::typed)
                .with(look)
                .books(
                        "reorder-propose",
                        texts.get("purchasing.propose"),
                        model::propose,
                        model.busyProperty());
    }

    @Override
    public boolean isAllowed() {
        return workplace.may(Permission.RECEIVE_STOCK);
    }

    @Override
    public void shown() {
        model.refresh();
        bar.focus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public void book() {
        model.propose();
    }
}
