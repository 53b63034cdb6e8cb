package kmmotos.desktop.devices;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the receipt printer is, as a person writes it: `192.168.0.50`, `printer.local:9100`, a
/// file (`/dev/usb/lp0`, `C:\till\receipts.bin`, `file:receipts.bin`) or nothing for the screen
/// only.
public sealed interface PrinterAddress {

    int RAW_PORT = 9100;

    record Network(String host, int port) implements PrinterAddress {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    record DeviceFile(Path path) implements PrinterAddress {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /// No printer: receipts are shown on the screen.
    record ScreenOnly() implements PrinterAddress {
        @Override
        public String toString() {
            return "";
        }
    }

    /// Empty when the text is none of these.
    static Optional<PrinterAddress> parse(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return Optional.of(new ScreenOnly());
        }
        if (address.startsWith("file:")) {
            return file(address.substring("file:".length()));
        }
        if (address.contains("/") || address.contains("\\")) {
            return file(address);
        }
        return network(address);
    }

    private static Optional<PrinterAddress> file(String path) {
        try {
            return path.isBlank() ? Optional.empty() : Optional.of(new DeviceFile(Path.of(path)));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<PrinterAddress> network(String address) {
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
