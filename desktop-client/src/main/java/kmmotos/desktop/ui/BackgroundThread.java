package kmmotos.desktop.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// One thread that works through what the screens ask, in order; answers arrive on the JavaFX
/// thread. A second one is made for work that waits for the network, so that a slow line never
/// holds up a scan.
public final class BackgroundThread implements Background, AutoCloseable {
    private final ExecutorService worker;

    public BackgroundThread(String name) {
        this.worker =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        worker.execute(() ->
                ActionRunner.run(
                        work,
                        answer -> Platform.runLater(() -> done.accept(answer)),
                        cause -> Platform.runLater(() -> failed.accept(cause))));
    }

    @Override
    public void close() {
        worker.close();
    }
}
