package kmmotos.desktop.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs slow work away from the window's thread and brings the answer back to it, in the order
/// asked.
public interface Background {
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs everything at once on the caller's thread: for tests and headless tills.
    static Background direct() {
        return new DirectBackground();
    }
}
