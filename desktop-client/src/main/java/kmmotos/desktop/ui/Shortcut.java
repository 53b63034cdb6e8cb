package kmmotos.desktop.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A key that does something on a screen.
public record Shortcut(KeyCombination keys, Runnable action) {
    public static Shortcut of(KeyCode key, Runnable action) {
        return new Shortcut(new KeyCodeCombination(key), action);
    }

    /// @param key as it is written, such as `Ctrl+D`
    public static Shortcut of(String key, Runnable action) {
        return new Shortcut(KeyCombination.valueOf(key), action);
    }

    public static Shortcut control(KeyCode key, Runnable action) {
        return new Shortcut(new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN), action);
    }
}
