package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextCell;
import kmmotos.model.sales.Sale;

/// The last receipts, and what can be done with one: print it again, print it without prices for a
/// present, reverse the sale.
final class ReceiptsDialog implements Dialog {
    private final Dialogs layer;
    private final String title;
    private final ListView<Sale> list = new ListView<>();
    private final VBox view = new VBox();

    /// What is done with the chosen receipt.
    record Actions(Consumer<Sale> print, Consumer<Sale> gift, Consumer<Sale> reverse) {}

    ReceiptsDialog(SaleModels models, Dialogs layer, List<Sale> sales, Actions actions) {
        this.layer = layer;
        var desk = models.desk();
        var texts = desk.texts();
        this.title = texts.get("sales.receipts.title");
        list.getItems().setAll(sales);
        list.setId("receipts");
        list.getStyleClass().add("choice");
        list.setPlaceholder(new Label(texts.get("sales.reprint.none")));
        list.setCellFactory(_ ->
                new TextCell<>(sale ->
                        texts.get(
                                "sales.reprint.line",
                                desk.formats().dateTime(sale.at()),
                                sale.receiptNumber(),
                                desk.money(sale.total()))));
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(actions.print());
            }
        });
        list.setOnKeyTyped(event -> typed(event.getCharacter(), actions));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take(actions.print());
            }
        });
        var print =
                KeyCap.button("Enter", texts.get("sales.key.reprint"), () -> take(actions.print()));
        print.getStyleClass().add("primary");
        var keys =
                new HBox(
                        print,
                        KeyCap.button("G", texts.get("sales.gift"), () -> take(actions.gift())),
                        KeyCap.button(
                                "V", texts.get("sales.void_sale"), () -> take(actions.reverse())));
        keys.getStyleClass().add("toolbar");
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(list, keys);
    }

    private void typed(String character, Actions actions) {
        switch (character) {
            case "g", "G" -> take(actions.gift());
            case "v", "V" -> take(actions.reverse());
            default -> {}
        }
    }

    private void take(Consumer<Sale> action) {
        var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        layer.close(this);
        chosen.ifPresent(action);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return list;
    }
}
