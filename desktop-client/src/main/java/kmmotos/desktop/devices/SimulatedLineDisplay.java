package kmmotos.desktop.devices;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A display of two lines in memory.
public final class SimulatedLineDisplay implements LineDisplay {

    private final AtomicReference<List<String>> shown = new AtomicReference<>(List.of("", ""));

    @Override
    public void show(String top, String bottom) {
        shown.set(List.of(top, bottom));
    }

    public List<String> shown() {
        return shown.get();
    }
}
