package kmmotos.desktop.stock;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;

/// Below a list that is being scanned: how many of what was scanned last, and the key that books
/// the list.
public final class ScanBar extends HBox {
    private final TextField quantity = new TextField();

    public ScanBar(Texts texts, String id, Consumer<String> typed) {
        quantity.setId(id);
        quantity.setPromptText(texts.get("stock.how_many"));
        quantity.setAccessibleText(texts.get("stock.how_many"));
        quantity.setPrefColumnCount(6);
        quantity.setOnAction(_ -> {
            if (!quantity.getText().isBlank()) {
                typed.accept(quantity.getText());
                quantity.clear();
            }
        });
        getStyleClass().add("toolbar");
        getChildren().add(quantity);
    }

    public ScanBar with(Node node) {
        getChildren().add(node);
        return this;
    }

    public ScanBar books(String id, String text, Runnable action, ReadOnlyBooleanProperty busy) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button book = KeyCap.button("F12", text, action);
        book.setId(id);
        book.getStyleClass().add("primary");
        book.setMinWidth(USE_PREF_SIZE);
        book.disableProperty().bind(busy);
        getChildren().addAll(space, book);
        return this;
    }

    /// For the next quantity.
    public void focus() {
        quantity.requestFocus();
    }
}
