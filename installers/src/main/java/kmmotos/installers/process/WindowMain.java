package kmmotos.installers.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javafx.application.Platform;
import kmmotos.desktop.Launcher;

/// The till's window as a child process: the real one, except that it also closes when its parent
/// is gone.
public final class WindowMain {
    private WindowMain() {}

    public static void main(String[] args) {
        Thread.ofPlatform().name("parent-watch").daemon().start(WindowMain::closeWithParent);
        Launcher.main(args);
    }

    private static void closeWithParent() {
        try (InputStream parent = System.in) {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Platform.exit();
        }
    }
}
