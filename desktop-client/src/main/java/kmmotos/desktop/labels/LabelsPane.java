package kmmotos.desktop.labels;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.stock.GoodsLinePane;
import kmmotos.desktop.stock.ScanBar;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The labels that are to be printed.
public final class LabelsPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final LabelsModel model;
    private final Texts texts;
    private final ScanBar bar;

    public LabelsPane(Workplace workplace, LabelsModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.bar = bar();
        getStyleClass().add("column");
        var hint = new javafx.scene.control.Label(texts.get("labels.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        getChildren().add(new Card(texts.get("labels.title"), hint, lines(), bar, sheets()));
    }

    private ListView<LabelsModel.Line> lines() {
        var list = new ListView<>(model.lines());
        list.setId("label-lines");
        list.setPrefHeight(360);
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignL.LABEL_OUTLINE,
                        texts.get("labels.none_yet"),
                        texts.get("labels.none_yet_text")));
        return list;
    }

    private GoodsLinePane row(LabelsModel.Line line) {
        return new GoodsLinePane(
                        workplace,
                        line.item(),
                        Quantity.of(line.count()),
                        texts.count("labels.count", line.count()),
                        false)
                .removable(texts.get("labels.remove"), () -> model.remove(line));
    }

    private ScanBar bar() {
        var renew = new Button(texts.get("labels.renew"));
        renew.setId("labels-renew");
        renew.setMinWidth(USE_PREF_SIZE);
        renew.setOnAction(_ -> model.renew());
        return new ScanBar(texts, "label-count", model::typed)
                .with(renew)
                .books("labels-print", texts.get("labels.print"), this::book, model.busyProperty());
    }

    private HBox sheets() {
        var sheet = new ComboBox<LabelSheet>();
        sheet.setId("label-sheet");
        sheet.getItems().setAll(LabelSheet.values());
        sheet.getSelectionModel().selectFirst();
        sheet.setConverter(words());
        sheet.setAccessibleText(texts.get("labels.sheet"));
        var used = new TextField();
        used.setId("labels-used");
        used.setPrefColumnCount(12);
        used.setPromptText(texts.get("labels.used"));
        used.setAccessibleText(texts.get("labels.used"));
        var save = new Button(texts.get("labels.save"));
        save.setId("labels-pdf");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(_ -> model.savePdf(sheet.getValue(), used.getText()));
        var row = new HBox(sheet, used, save);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private StringConverter<LabelSheet> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable LabelSheet sheet) {
                return sheet == null ? "" : texts.get("labels.sheet." + sheet.name());
            }

            @Override
            public LabelSheet fromString(String text) {
                throw new UnsupportedOperationException("sheets are chosen, not typed");
            }
        };
    }

    @Override
    public boolean isAllowed() {
        return workplace.may(Permission.RECEIVE_STOCK);
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
    public void book() {
        model.print();
    }
}
