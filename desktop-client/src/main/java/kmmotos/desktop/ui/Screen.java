package kmmotos.desktop.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What fills the window beside the navigation. One instance lives as long as the window; `close()`
/// undoes what its constructor subscribed.
public interface Screen {
    Node view();

    /// The clerk came here: load what may have changed and put the focus where typing should go.
    default void shown() {}

    /// The scanner read this code while the screen was in front. Answers whether the screen took
    /// it; the shell tells the clerk when it didn't.
    default boolean scanned(String code) {
        return false;
    }

    /// Keys that work wherever the focus is, as long as the screen is in front and no dialog covers
    /// it.
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /// The bar at its foot, if there is one: messages stay above it.
    default Optional<Region> foot() {
        return Optional.empty();
    }

    default void close() {}
}
