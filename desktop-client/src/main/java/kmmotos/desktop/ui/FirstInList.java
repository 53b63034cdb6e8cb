package kmmotos.desktop.ui;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The first ↓ in a list chooses its first row. JavaFX would pass it over, as the keys stand on it
/// already, and choose nothing at all in a list with one row.
final class FirstInList {

    private FirstInList() {}

    static void choose(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN
                && event.getTarget() instanceof ListView<?> list
                && list.getSelectionModel().isEmpty()
                && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
            event.consume();
        }
    }
}
