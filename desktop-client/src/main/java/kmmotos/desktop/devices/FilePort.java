package kmmotos.desktop.devices;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalInt;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;

/// A device behind a device file (`/dev/usb/lp0`), or a plain file that collects the jobs. It says
/// nothing back.
public record FilePort(Path file) implements DevicePort {

    @Override
    public Line open() {
        try {
            return new FileLine(
                    Files.newOutputStream(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND));
        } catch (IOException failure) {
            throw failed(Outcome.NOT_BEGUN, failure);
        }
    }

    private DeviceFailed failed(Outcome outcome, IOException failure) {
        return new DeviceFailed(Reason.NOT_WRITABLE, outcome, file.toString(), failure);
    }

    private final class FileLine implements Line {
        private final OutputStream out;

        private FileLine(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes) {
            try {
                out.write(bytes);
            } catch (IOException failure) {
                throw failed(Outcome.BROKEN_OFF, failure);
            }
        }

        @Override
        public OptionalInt read(Duration atMost) {
            return OptionalInt.empty();
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException failure) {
                throw failed(Outcome.UNKNOWN, failure);
            }
        }
    }
}
