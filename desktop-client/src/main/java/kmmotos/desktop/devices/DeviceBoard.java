package kmmotos.desktop.devices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// What each device of a till said last, and when. Whoever works with a device writes here, on any
/// thread.
public final class DeviceBoard {

    /// What hangs on a till.
    public enum Device {
        RECEIPT_PRINTER,
        DRAWER,
        LABEL_PRINTER,
        DISPLAY,
        CARD_TERMINAL,
        SCANNER,
        SCALE
    }

    /// @param word names what it said, as texts are named: a [DeviceFailed.Reason], or `GOOD`
    /// @param detail goes into the text: an address, a weight, a code
    /// @param isTrouble whether somebody has to do something
    public record Said(String word, String detail, boolean isTrouble, Instant at) {}

    private final Supplier<Instant> clock;
    private final Map<Device, Said> said = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public DeviceBoard(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /// Told on the thread that writes.
    public void onNews(Runnable listener) {
        listeners.add(listener);
    }

    public void good(Device device, String word, String detail) {
        put(device, new Said(word, detail, false, clock.get()));
    }

    public void trouble(Device device, String word, String detail) {
        put(device, new Said(word, detail, true, clock.get()));
    }

    public void failed(Device device, DeviceFailed failure) {
        trouble(device, failure.reason().name(), failure.where());
    }

    /// Another device stands there now.
    public void forget(Device device) {
        said.remove(device);
        listeners.forEach(Runnable::run);
    }

    public Optional<Said> of(Device device) {
        return Optional.ofNullable(said.get(device));
    }

    private void put(Device device, Said words) {
        said.put(device, words);
        listeners.forEach(Runnable::run);
    }
}
