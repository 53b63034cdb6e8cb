package kmmotos.desktop.devices;

import java.time.Duration;
import java.util.OptionalInt;

/// Reaches a device over a network, a serial cable or a device file.
public interface DevicePort {

    /// @throws DeviceFailed if nothing is there
    Line open();

    /// One job of which no answer is awaited.
    default void send(byte[] job) {
        try (Line line = open()) {
            line.write(job);
            line.finish();
        }
    }

    /// As long as both are connected. Whatever is broken is a [DeviceFailed].
    interface Line extends AutoCloseable {

        void write(byte[] bytes);

        /// The next byte that the device says; empty if it says nothing for so long.
        OptionalInt read(Duration atMost);

        /// Waits until the device has taken everything, as far as that can be known.
        default void finish() {}

        @Override
        void close();
    }
}
