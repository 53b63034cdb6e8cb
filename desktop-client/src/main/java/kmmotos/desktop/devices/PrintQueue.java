package kmmotos.desktop.devices;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kmmotos.desktop.devices.PrinterFailed.Reason;
import kmmotos.desktop.receipts.Slip;

/// Prints and opens the drawer on its own thread, in order, so that a sale never waits for
/// hardware. One thread, because most printers take one connection at a time: open the drawer
/// first, it is five bytes. A job that fails is told to the listener and never repeated by itself:
/// paper that comes out twice looks like two sales.
public final class PrintQueue implements AutoCloseable {

    /// A printer that has been dead for this many jobs is told about instead of remembered.
    public static final int MAX_WAITING = 100;

    private final AtomicReference<PrinterHardware> hardware;
    private final Consumer<PrinterFailed> onFailure;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MAX_WAITING),
                    Thread.ofPlatform().daemon().name("receipt-printer").factory());

    /// @param onFailure called on the thread of this queue
    public PrintQueue(PrinterHardware hardware, Consumer<PrinterFailed> onFailure) {
        this.hardware = new AtomicReference<>(hardware);
        this.onFailure = onFailure;
    }

    /// From the next job on, this printer.
    public void use(PrinterHardware other) {
        hardware.set(other);
    }

    /// Whether a printer is set up.
    public boolean printsOnPaper() {
        return hardware.get().onPaper();
    }

    public void print(Slip slip) {
        run(() -> hardware.get().printer().print(slip));
    }

    /// @param drawer 1 or 2
    public void openDrawer(int drawer) {
        run(() -> hardware.get().drawer().open(drawer));
    }

    /// Waits a moment for what is being printed, then gives up on the rest.
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(3, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException _) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable job) {
        try {
            worker.execute(() -> tell(job));
        } catch (RejectedExecutionException full) {
            onFailure.accept(new PrinterFailed(Reason.QUEUE_FULL, "the till", full));
        }
    }

    private void tell(Runnable job) {
        try {
            job.run();
        } catch (PrinterFailed failure) {
            onFailure.accept(failure);
        }
    }
}
