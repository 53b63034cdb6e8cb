package kmmotos.desktop.devices;

import java.util.function.Consumer;

/// Reads barcodes. Each code reaches the listener once, in the order scanned.
public interface Scanner extends AutoCloseable {

    /// Replaces the listener; called on the thread that reads the scanner.
    void onScan(Consumer<String> listener);

    @Override
    void close();
}
