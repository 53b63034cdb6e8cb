package kmmotos.desktop.keys;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// How a key that was just pressed is written.
public final class KeyPressed {
    private KeyPressed() {}

    public static String name(KeyEvent event) {
        return (event.isControlDown() ? "Ctrl+" : "")
                + (event.isAltDown() ? "Alt+" : "")
                + (event.isShiftDown() ? "Shift+" : "")
                + event.getCode().getName();
    }

    /// Whether it does something by itself, as letters, arrows and Enter don't.
    public static boolean isCommand(KeyEvent event) {
        return event.isControlDown()
                || event.getCode().isFunctionKey()
                || event.getCode() == KeyCode.INSERT;
    }
}
