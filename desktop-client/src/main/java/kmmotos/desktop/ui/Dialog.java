package kmmotos.desktop.ui;

import javafx.scene.Node;

/// A question inside the window. It covers the screen but not the scanner: a scan it doesn't take
/// waits in line until it closes.
public interface Dialog {
    String title();

    Node view();

    /// Where typing goes when the dialog opens.
    Node firstFocus();

    /// Answers whether the dialog took the scan.
    default boolean scanned(String code) {
        return false;
    }

    /// The clerk pressed Esc or clicked beside it; nothing was decided.
    default void cancelled() {}
}
