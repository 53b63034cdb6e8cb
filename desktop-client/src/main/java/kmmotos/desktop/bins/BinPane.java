package kmmotos.desktop.bins;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.GoodsLinePane;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.stock.StockSide;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// One bin: its name, what lies in it, and its label.
public final class BinPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final BinModel model;
    private final Texts texts;
    private final TextField bin = new TextField();

    public BinPane(Workplace workplace, BinModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        getStyleClass().add("column");
        var hint = new Label(texts.get("bins.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        getChildren().add(new Card(texts.get("bins.title"), hint, name(), items(), bar()));
    }

    private HBox name() {
        bin.setId("bin");
        bin.setPromptText(texts.get("bins.prompt"));
        bin.setAccessibleText(texts.get("bins.prompt"));
        bin.setPrefColumnCount(16);
        bin.setOnAction(_ -> {
            if (!bin.getText().isBlank()) {
                model.open(bin.getText());
                bin.clear();
            }
        });
        var open = new Label();
        open.setId("bin-open");
        open.getStyleClass().add("screen-title");
        model.openProperty()
                .subscribe(name -> open.setText(name.orElseGet(() -> texts.get("bins.none_open"))));
        var row = new HBox(bin, open);
        row.getStyleClass().add("toolbar");
        HBox.setHgrow(open, Priority.ALWAYS);
        return row;
    }

    private ListView<Item> items() {
        var list = new ListView<>(model.items());
        list.setId("bin-items");
        list.setPrefHeight(360);
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignB.BOOKSHELF,
                        texts.get("bins.empty"),
                        texts.get("bins.empty_text")));
        return list;
    }

    private GoodsLinePane row(Item item) {
        boolean isPickedHere = item.bins().stream().findFirst().equals(model.openProperty().get());
        return new GoodsLinePane(
                        workplace,
                        item,
                        item.onHand(),
                        texts.get(isPickedHere ? "bins.picked_here" : "bins.also_here"),
                        item.onHand().isNegative())
                .removable(texts.get("bins.take_out"), () -> model.takeOut(item));
    }

    private HBox bar() {
        var oneMore = new CheckBox(texts.get("bins.one_more"));
        oneMore.setId("bin-one-more");
        oneMore.selectedProperty().bindBidirectional(model.oneMoreProperty());
        Button print = KeyCap.button("F12", texts.get("bins.print"), model::print);
        print.setId("bin-print");
        var bar = new HBox(oneMore, print);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    @Override
    public boolean isAllowed() {
        return model.mayPut();
    }

    @Override
    public void shown() {
        model.refresh();
        bin.requestFocus();
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
    }

    @Override
    public void book() {
        model.print();
    }
}
