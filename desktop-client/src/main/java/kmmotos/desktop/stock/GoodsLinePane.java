package kmmotos.desktop.stock;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One item of a list that is being scanned: how many, what, and a remark about it.
public final class GoodsLinePane extends HBox {

    public GoodsLinePane(
            Workplace workplace, Item item, Quantity quantity, String remark, boolean attention) {
        this(item, remark, attention);
        var count = new Label(workplace.formats().quantity(quantity) + " ×");
        count.getStyleClass().add("order-quantity");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addFirst(count);
    }

    private GoodsLinePane(Item item, String remark, boolean attention) {
        var name = new Label(item.description());
        var sku = new Label(skuAndBin(item));
        sku.getStyleClass().addAll("muted", "small");
        var words = new VBox(name, sku);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var note = new Label(remark);
        note.getStyleClass().addAll("pill", attention ? "caution" : "good");
        note.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("toolbar");
        getChildren().addAll(words, note);
    }

    /// A line that tells nothing of how many there should be.
    static GoodsLinePane blind(Item item, String remark, boolean attention) {
        return new GoodsLinePane(item, remark, attention);
    }

    private static String skuAndBin(Item item) {
        return item.bins().isEmpty()
                ? item.sku().toString()
                : item.sku() + " · " + item.bins().getFirst();
    }

    public GoodsLinePane removable(String text, Runnable remove) {
        var button = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(text);
        button.setOnAction(_ -> remove.run());
        getChildren().add(button);
        return this;
    }

    /// As wide as the list: long names are cut, the list is not pushed sideways.
    private abstract static class FittingCell<T> extends ListCell<T> {
        FittingCell() {
            setPrefWidth(0);
        }
    }

    /// A list's cell that shows each line as a row.
    public static <T> ListCell<T> cell(Function<T, GoodsLinePane> row) {
        return new FittingCell<>() {
            @Override
            protected void updateItem(@Nullable T line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty || line == null ? null : row.apply(line));
            }
        };
    }

    /// A list's cell that shows each line as a sentence.
    public static <T> ListCell<T> words(Function<T, String> words) {
        return new FittingCell<>() {
            @Override
            protected void updateItem(@Nullable T line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : words.apply(line));
            }
        };
    }
}
