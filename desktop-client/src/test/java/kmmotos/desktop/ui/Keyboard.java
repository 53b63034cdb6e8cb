package kmmotos.desktop.ui;

import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys as a keyboard or a scanner sends them to a scene, with a clock of their own.
public final class Keyboard {
    private static final long BY_HAND = 500_000_000;
    private static final long BY_SCANNER = 2_000_000;

    private final Scene scene;
    private final AtomicLong nanos;

    /// @param nanos the clock that the scene's scanner ear reads
    public Keyboard(Scene scene, AtomicLong nanos) {
        this.scene = scene;
        this.nanos = nanos;
    }

    public void press(KeyCode code) {
        nanos.addAndGet(BY_HAND);
        key(code, "", false);
        Picture.settle();
    }

    public void control(KeyCode code) {
        nanos.addAndGet(BY_HAND);
        key(code, "", true);
        Picture.settle();
    }

    /// As fingers do: half a second between two keys.
    public void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            nanos.addAndGet(BY_HAND);
            character(text.charAt(i));
        }
    }

    /// As a scanner or a password filler does: two milliseconds between two keys, Enter at the end.
    public void burst(String code) {
        burst(code, KeyCode.ENTER);
    }

    /// The same with another key at the end.
    public void burst(String code, KeyCode end) {
        nanos.addAndGet(BY_HAND);
        for (int i = 0; i < code.length(); i++) {
            nanos.addAndGet(BY_SCANNER);
            character(code.charAt(i));
        }
        nanos.addAndGet(BY_SCANNER);
        key(end, "", false);
        Picture.settle();
    }

    private void character(char c) {
        if (c == '\u001D') {
            key(KeyCode.CLOSE_BRACKET, "\u001D", true);
            return;
        }
        var code = Character.isDigit(c) ? KeyCode.getKeyCode(String.valueOf(c)) : null;
        key(code == null ? KeyCode.UNDEFINED : code, String.valueOf(c), false);
    }

    private void key(KeyCode code, String text, boolean control) {
        Picture.onFx(() -> {
            // A field takes keys once it has its skin, which it gets before any real key.
            scene.getRoot().applyCss();
            fire(KeyEvent.KEY_PRESSED, code, "", control);
            if (!text.isEmpty()) {
                fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, text, false);
            } else if (code == KeyCode.ENTER) {
                fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "\r", false);
            }
            fire(KeyEvent.KEY_RELEASED, code, "", control);
            return 0;
        });
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, String text, boolean control) {
        // A node that left the window keeps the focus until the next pulse, before any real key.
        var owner = scene.getFocusOwner();
        var target = owner == null || !scene.equals(owner.getScene()) ? scene.getRoot() : owner;
        var character = type == KeyEvent.KEY_TYPED ? text : KeyEvent.CHAR_UNDEFINED;
        Event.fireEvent(
                target, new KeyEvent(type, character, text, code, false, control, false, false));
    }
}
