package kmmotos.desktop.ui;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field, and a button that does something with what is typed there.
public final class EntryBar extends HBox {
    private final TextField field = new TextField();

    public EntryBar(String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
        getStyleClass().add("toolbar");
    }

    /// @param styles of the button, e.g. `danger`
    public EntryBar does(String id, String text, Consumer<String> action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.accept(field.getText()));
        button.getStyleClass().addAll(styles);
        getChildren().add(button);
        return this;
    }
}
