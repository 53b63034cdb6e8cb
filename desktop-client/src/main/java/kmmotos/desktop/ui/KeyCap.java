package kmmotos.desktop.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// Buttons that show the key which does the same.
public final class KeyCap {
    private KeyCap() {}

    public static Label of(String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        return cap;
    }

    public static Button button(String key, String text, Runnable action) {
        var cap = of(key);
        var button = new Button(text, cap);
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setAlignment(Pos.CENTER_LEFT);
        button.getStyleClass().add("key-button");
        button.setFocusTraversable(false);
        button.setAccessibleText(text + ", " + key);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
