package kmmotos.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws a scene without a display and writes it as a PNG. Needs `-Dglass.platform=Headless
/// -Dprism.order=sw`.
public final class Picture {
    private Picture() {}

    public static void startToolkit() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
        } catch (IllegalStateException _) {
            // Another test started it.
            started.countDown();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> T onFx(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Shows the scene, lets it lay itself out, writes it, and leaves the stage open for the caller
    /// to close.
    public static void write(Scene scene, Path file) {
        var stage =
                onFx(() -> {
                    var window = new Stage();
                    window.setScene(scene);
                    window.show();
                    return window;
                });
        settle();
        onFx(() -> {
            writePng(scene, file);
            window(stage);
            return file;
        });
    }

    private static void window(Stage stage) {
        stage.hide();
    }

    /// Lets queued work and two layout pulses go by.
    public static void settle() {
        for (int i = 0; i < 3; i++) {
            onFx(() -> 0);
        }
    }

    /// Writes the scene of a window that is shown already.
    public static void writePng(Scene scene, Path file) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
