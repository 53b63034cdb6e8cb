package kmmotos.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The till's window around one screen, off any display. With `-Dpictures` each picture is taken in
/// both themes and two sizes, into target/pictures, for a person to look at.
public final class SampleWindow {

    private final Scene scene;
    private final Shell shell;
    private final ShellModel model;
    private final Stage stage;
    private final Keyboard keyboard;

    private SampleWindow(
            Scene scene, Shell shell, ShellModel model, Stage stage, AtomicLong nanos) {
        this.scene = scene;
        this.model = model;
        this.shell = shell;
        this.stage = stage;
        this.keyboard = new Keyboard(scene, nanos);
    }

    public static SampleWindow with(Place place, Workplace workplace, Callable<Screen> screen) {
        Picture.startToolkit();
        return Picture.onFx(() -> {
            var model = new ShellModel();
            model.unlock(workplace.operator().get().name());
            model.showTill(workplace.store().name() + " · " + workplace.till().number());
            model.showSync(SyncLight.CONFIRMED, "312 of 312 confirmed");
            model.showClock("14:05");
            var shell = new Shell(model, workplace.texts());
            var nanos = new AtomicLong();
            var scene = shell.scene(980, 700, new ScanBursts(Duration.ofMillis(50)), nanos::get);
            Theme.LIGHT.dress(scene, FontScale.PERCENT_100);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shell.add(place, screen.call());
            model.goTo(place);
            return new SampleWindow(scene, shell, model, stage, nanos);
        });
    }

    public <T extends Node> T find(String selector, Class<T> kind) {
        // What a pane got since the last pulse is only found once its skin has taken it in.
        Node node =
                Picture.onFx(() -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene.getRoot().lookup(selector);
                });
        if (node == null) {
            throw new AssertionError("nothing on the screen is " + selector);
        }
        return kind.cast(node);
    }

    public void type(String selector, String text) {
        var field = find(selector, TextInputControl.class);
        Picture.onFx(() -> {
            field.setText(text);
            return 0;
        });
        Picture.settle();
    }

    /// Types into a field and presses Enter there.
    public void enter(String selector, String text) {
        type(selector, text);
        var field = find(selector, TextField.class);
        run(() -> field.fireEvent(new ActionEvent()));
    }

    /// Presses a key wherever the focus is.
    public void key(KeyCode key) {
        run(() -> {
            Node focus = scene.getFocusOwner();
            Event.fireEvent(
                    focus == null ? scene.getRoot() : focus,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    public void press(String selector) {
        var button = find(selector, Button.class);
        Picture.onFx(() -> {
            button.fire();
            return 0;
        });
        Picture.settle();
    }

    public void run(Runnable work) {
        Picture.onFx(() -> {
            work.run();
            return 0;
        });
        Picture.settle();
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    public @Nullable Node focused() {
        return Picture.onFx(() -> Optional.ofNullable(scene.getFocusOwner())).orElse(null);
    }

    public ShellModel model() {
        return model;
    }

    public Shell shell() {
        return shell;
    }

    public void picture(String name) {
        @Nullable String wanted = System.getProperty("pictures");
        if (wanted == null) {
            return;
        }
        for (Theme theme : Theme.values()) {
            for (int width : List.of(1280, 1920)) {
                run(() -> {
                    theme.dress(scene, FontScale.PERCENT_100);
                    stage.setWidth(width);
                    stage.setHeight(width == 1280 ? 800 : 1080);
                });
                String file = "%s-%s-%d.png".formatted(name, theme, width);
                Picture.settle();
                run(() -> write(width, Path.of("target", "pictures", file)));
            }
        }
        run(() -> Theme.LIGHT.dress(scene, FontScale.PERCENT_100));
    }

    private void write(int width, Path file) {
        Parent root = scene.getRoot();
        root.resize(width, width == 1280 ? 800 : 1080);
        root.applyCss();
        root.layout();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(
                    SwingFXUtils.fromFXImage(root.snapshot(null, null), null),
                    "png",
                    file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void close() {
        Picture.onFx(() -> {
            stage.hide();
            shell.close();
            return 0;
        });
    }
}
