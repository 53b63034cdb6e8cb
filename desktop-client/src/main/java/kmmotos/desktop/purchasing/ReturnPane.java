package kmmotos.desktop.purchasing;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.stock.GoodsLinePane;
import kmmotos.desktop.stock.ScanBar;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.purchasing.SupplierReturn.Reason;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Goods that go back to a supplier.
public final class ReturnPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final ReturnModel model;
    private final Texts texts;
    private final ComboBox<String> supplier = new ComboBox<>();
    private final ComboBox<Reason> reason = new ComboBox<>();
    private final TextField reference = new TextField();
    private final ScanBar bar;

    public ReturnPane(Workplace workplace, ReturnModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.bar =
                new ScanBar(texts, "return-quantity", model::typed)
                        .books(
                                "return-book",
                                texts.get("purchasing.return_book"),
                                this::book,
                                model.busyProperty());
        getStyleClass().add("column");
        var hint = new Label(texts.get("purchasing.return_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        getChildren().add(new Card(texts.get("purchasing.return"), hint, where(), lines(), bar));
    }

    private FlowPane where() {
        supplier.setId("return-supplier");
        supplier.setEditable(true);
        supplier.setItems(model.suppliers());
        supplier.setPromptText(texts.get("purchasing.return_supplier"));
        supplier.getEditor().setAccessibleText(texts.get("purchasing.return_supplier"));
        supplier.setPrefWidth(260);
        reason.setId("return-reason");
        reason.getItems().setAll(Reason.values());
        reason.getSelectionModel().selectFirst();
        reason.setConverter(words());
        reason.setAccessibleText(texts.get("stock.reason"));
        reference.setId("return-reference");
        reference.setPromptText(texts.get("purchasing.return_reference"));
        reference.setAccessibleText(texts.get("purchasing.return_reference"));
        var row = new FlowPane(supplier, reason, reference);
        row.setHgap(8);
        row.setVgap(8);
        return row;
    }

    private StringConverter<Reason> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Reason one) {
                return one == null ? "" : texts.get("purchasing.return_reason." + one.name());
            }

            @Override
            public Reason fromString(String text) {
                throw new UnsupportedOperationException("reasons are chosen, not typed");
            }
        };
    }

    private ListView<ReturnModel.Line> lines() {
        var list = new ListView<>(model.lines());
        list.setId("return-lines");
        list.setPrefHeight(360);
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignT.TRUCK_OUTLINE,
                        texts.get("stock.send_none"),
                        texts.get("stock.send_none_text")));
        return list;
    }

    private GoodsLinePane row(ReturnModel.Line line) {
        var left = line.item().onHand().minus(line.quantity());
        return new GoodsLinePane(
                        workplace,
                        line.item(),
                        line.quantity(),
                        texts.get("stock.send_left", workplace.formats().quantity(left)),
                        left.isNegative())
                .removable(texts.get("stock.send_remove"), () -> model.remove(line));
    }

    @Override
    public boolean isAllowed() {
        return model.mayGiveBack();
    }

    @Override
    public void shown() {
        model.refresh();
        supplier.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public void book() {
        model.giveBack(supplier.getEditor().getText(), reason.getValue(), reference.getText());
        if (model.lines().isEmpty()) {
            reference.clear();
        }
    }
}
