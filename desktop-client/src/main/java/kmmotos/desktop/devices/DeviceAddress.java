package kmmotos.desktop.devices;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a device is, as a person writes it: `192.168.0.50`, `printer.local:9100`, a serial line
/// with its speed (`/dev/ttyUSB0@9600`, `/dev/ttyS0@9600,7E1`), a file (`/dev/usb/lp0`,
/// `C:\till\receipts.bin`, `file:receipts.bin`), `simulated`, or nothing.
public sealed interface DeviceAddress {

    int RAW_PORT = 9100;
    String SIMULATED = "simulated";

    record Network(String host, int port) implements DeviceAddress {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// With 1 stop bit.
    ///
    /// @param baud bits for each second
    /// @param evenParity 7 data bits and even parity, as scales like it, instead of 8 and none
    record Serial(Path path, int baud, boolean evenParity) implements DeviceAddress {
        private static final String EVEN = ",7E1";

        @Override
        public String toString() {
            return path + "@" + baud + (evenParity ? EVEN : "");
        }
    }

    record DeviceFile(Path path) implements DeviceAddress {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /// The device's twin in memory, to learn and to try.
    record Simulated() implements DeviceAddress {
        @Override
        public String toString() {
            return SIMULATED;
        }
    }

    /// No device: receipts are shown on the screen.
    record None() implements DeviceAddress {
        @Override
        public String toString() {
            return "";
        }
    }

    /// What carries bytes there; nothing is connected yet. Empty if there is no cable.
    default Optional<DevicePort> wire() {
        return switch (this) {
            case Network(String host, int port) -> Optional.of(new TcpPort(host, port));
            case Serial serial -> Optional.of(new SerialPort(serial));
            case DeviceFile(Path path) -> Optional.of(new FilePort(path));
            case Simulated() -> Optional.empty();
            case None() -> Optional.empty();
        };
    }

    /// Empty when the text is none of these.
    static Optional<DeviceAddress> parse(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return Optional.of(new None());
        }
        if (address.equals(SIMULATED)) {
            return Optional.of(new Simulated());
        }
        if (address.startsWith("file:")) {
            return path(address.substring("file:".length())).map(DeviceFile::new);
        }
        if (address.contains("/") || address.contains("\\")) {
            return serial(address).or(() -> path(address).map(DeviceFile::new));
        }
        return network(address);
    }

    private static Optional<Path> path(String path) {
        try {
            return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<DeviceAddress> serial(String address) {
        Matcher parts = Pattern.compile("(.+)@(\\d{3,6})(,7E1)?").matcher(address);
        return parts.matches()
                ? path(parts.group(1))
                        .map(path ->
                                new Serial(
                                        path,
                                        Integer.parseInt(parts.group(2)),
                                        parts.group(3) != null))
                : Optional.empty();
    }

    private static Optional<DeviceAddress> network(String address) {
        Matcher parts = Pattern.compile("([\\w.-]+)(?::(\\d{1,5}))?").matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(2) == null ? RAW_PORT : Integer.parseInt(parts.group(2));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new Network(parts.group(1), port));
    }
}
