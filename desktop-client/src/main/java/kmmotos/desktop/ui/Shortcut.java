package kmmotos.desktop.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A key that does something on a screen.
public record Shortcut(KeyCombination keys, Runnable action) {
    public static Shortcut of(KeyCode key, Runnable action) {
        return new Shortcut(new KeyCodeCombination(key), action);
    }

    public static Shortcut control(KeyCode key, Runnable action) {
        return new Shortcut(new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN), action);
    }
}
