package kmmotos.desktop.ui;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Marks the few fields where even the fastest typing is typing, as a password filler does it. The
/// scanner's ear leaves their keys alone, so never mark a field where a stray scan does harm: a PIN
/// field would count it as a wrong PIN.
public final class HandTyped {
    private HandTyped() {}

    public static void mark(Node field) {
        field.getProperties().put(HandTyped.class, true);
    }

    static boolean isMarked(@Nullable Node field) {
        return field != null && field.getProperties().containsKey(HandTyped.class);
    }
}
