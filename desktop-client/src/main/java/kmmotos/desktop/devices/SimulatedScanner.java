package kmmotos.desktop.devices;

import java.util.function.Consumer;

/// A scanner without hardware.
public final class SimulatedScanner implements Scanner {

    private Consumer<String> listener = _ -> {};

    @Override
    public void onScan(Consumer<String> listener) {
        this.listener = listener;
    }

    public void scan(String code) {
        listener.accept(code);
    }

    @Override
    public void close() {
        listener = _ -> {};
    }
}
