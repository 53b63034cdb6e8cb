package kmmotos.desktop.display;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/// The window that faces the customer: full on the second screen, or a plain window while there is
/// one screen only. It never keeps the keyboard: scans go on to the till.
public final class CustomerWindow implements AutoCloseable {

    private static final double WIDTH = 1024;
    private static final double HEIGHT = 600;

    private final CustomerDisplayModel model;
    private @Nullable Stage stage;

    public CustomerWindow(CustomerDisplayModel model) {
        this.model = model;
    }

    /// Shows it or takes it away.
    public void show(boolean wanted) {
        if (wanted && stage == null) {
            stage = open();
        } else if (!wanted) {
            close();
        }
    }

    public boolean isShown() {
        return stage != null;
    }

    @Override
    public void close() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }

    Scene scene() {
        var scene = new Scene(new CustomerPane(model), WIDTH, HEIGHT);
        Theme.DARK.dress(scene, FontScale.PERCENT_100);
        return scene;
    }

    private Stage open() {
        var window = new Stage();
        window.setTitle(model.shop());
        window.setScene(scene());
        window.setOnHidden(_ -> stage = null);
        Screen.getScreens().stream()
                .filter(screen -> !screen.equals(Screen.getPrimary()))
                .findFirst()
                .ifPresent(second -> fill(window, second.getBounds()));
        window.focusedProperty().subscribe(has -> giveBackIf(has, window));
        window.show();
        return window;
    }

    /// A customer who touches it must not take the keyboard and the scanner from the clerk.
    private static void giveBackIf(boolean hasFocus, Stage window) {
        if (hasFocus) {
            Window.getWindows().stream()
                    .filter(other -> !other.equals(window))
                    .findFirst()
                    .ifPresent(Window::requestFocus);
        }
    }

    private static void fill(Stage window, Rectangle2D bounds) {
        window.setX(bounds.getMinX());
        window.setY(bounds.getMinY());
        window.setFullScreenExitHint("");
        window.setFullScreen(true);
    }
}
