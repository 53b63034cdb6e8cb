package kmmotos.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import kmmotos.desktop.sales.SaleModels;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Picture;

/// The whole window of a real till, without a display, with its keyboard, its scanner and the way
/// into training. Work is done at once on the window's thread.
final class WholeWindow implements AutoCloseable {
    private final AtomicLong nanos = new AtomicLong();
    private final TillWindow window;
    private final Stage stage;
    private final TrainingSwitch training;
    private Keyboard keyboard;

    private WholeWindow(Till till, Settings settings) {
        Picture.startToolkit();
        var store = new SettingsStore(till.config().folder().root().resolve("settings.properties"));
        window = Picture.onFx(() -> new TillWindow(till, settings, store, Background.direct()));
        stage =
                Picture.onFx(() -> {
                    var shown = new Stage();
                    shown.setScene(scene(window));
                    shown.show();
                    return shown;
                });
        training =
                Picture.onFx(() ->
                        new TrainingSwitch(window, Background.direct(), this::scene, this::show));
        keyboard = new Keyboard(stage.getScene(), nanos);
        Picture.settle();
    }

    static WholeWindow of(Till till) {
        return of(till, Settings.initial(Locale.ENGLISH));
    }

    static WholeWindow of(Till till, Settings settings) {
        return new WholeWindow(till, settings);
    }

    /// With the first of the staff signed in and a shift with 200 in the drawer.
    static WholeWindow selling(Till till) {
        var opened = of(till);
        opened.signIn(opened.window);
        opened.on(() -> opened.window.desk().sales().shift().open("200"));
        return opened;
    }

    private Scene scene(TillWindow of) {
        return of.scene(1280, 800, nanos::get);
    }

    private void show(Scene scene) {
        stage.setScene(scene);
        keyboard = new Keyboard(scene, nanos);
    }

    void signIn(TillWindow at) {
        on(() -> {
            var signIn = at.desk().signIn();
            signIn.refresh();
            signIn.choose(TestTill.staff().getFirst());
            signIn.signIn("1111");
        });
    }

    void on(Runnable work) {
        Picture.onFx(() -> {
            work.run();
            return 0;
        });
        Picture.settle();
    }

    <T> T ask(Supplier<T> question) {
        return Picture.onFx(question::get);
    }

    TillWindow window() {
        return window;
    }

    TrainingSwitch training() {
        return training;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    SaleModels sales() {
        return window.desk().sales();
    }

    SaleState state() {
        return ask(() -> sales().desk().sale().stateProperty().get());
    }

    Node find(String selector) {
        return ask(() -> stage.getScene().getRoot().lookup(selector));
    }

    /// Presses a button.
    void fire(String selector) {
        var button = (javafx.scene.control.Button) find(selector);
        on(button::fire);
    }

    /// Leaves a picture of the window, if pictures are asked for.
    void picture(String name) {
        Picture.settle();
        if (System.getProperty("pictures") != null) {
            on(() ->
                    Picture.writePng(
                            stage.getScene(), Path.of("target", "pictures", name + ".png")));
        }
    }

    @Override
    public void close() {
        on(() -> {
            stage.hide();
            training.close();
            window.close();
        });
    }
}
