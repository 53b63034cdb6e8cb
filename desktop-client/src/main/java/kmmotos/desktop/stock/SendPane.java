package kmmotos.desktop.stock;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Goods that are being packed for another store.
final class SendPane extends VBox implements StockSide {

    private final Workplace workplace;
    private final SendModel model;
    private final Texts texts;
    private final ComboBox<Shop> shops;
    private final ScanBar bar;

    SendPane(Workplace workplace, SendModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.shops = shops();
        this.bar =
                new ScanBar(texts, "send-quantity", model::typed)
                        .books(
                                "send-goods",
                                texts.get("stock.send_book"),
                                this::book,
                                model.busyProperty());
        getStyleClass().add("column");
        var hint = new Label(texts.get("stock.send_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var list = new ListView<>(model.lines());
        list.setId("send-lines");
        list.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        list.setPrefHeight(380);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignT.TRUCK_FAST_OUTLINE,
                        texts.get("stock.send_none"),
                        texts.get("stock.send_none_text")));
        getChildren().add(new Card(texts.get("stock.send"), hint, shops, list, bar));
    }

    private ComboBox<Shop> shops() {
        var choice = new ComboBox<>(model.shops());
        choice.setId("send-to");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(texts.get("stock.send_to"));
        choice.setAccessibleText(texts.get("stock.send_to"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Shop shop) {
                        return shop == null ? "" : shop.name() + " (" + shop.store() + ")";
                    }

                    @Override
                    public Shop fromString(String text) {
                        throw new UnsupportedOperationException("stores are chosen, not typed");
                    }
                });
        return choice;
    }

    private GoodsLinePane row(ScannedLines.Line line) {
        Quantity left = line.item().onHand().minus(line.quantity());
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
        return model.maySend();
    }

    @Override
    public void shown() {
        model.refresh();
        if (shops.getValue() == null) {
            shops.requestFocus();
        } else {
            bar.focus();
        }
    }

    @Override
    public void scanned(String code) {
        model.scanned(code);
        bar.focus();
    }

    @Override
    public void book() {
        model.send(Optional.ofNullable(shops.getValue()));
    }
}
