package kmmotos.desktop.devices;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;

/// A serial line (`/dev/ttyS0`, `/dev/ttyUSB0`). It is set up by `stty`, which Linux and macOS
/// have.
public record SerialPort(DeviceAddress.Serial address) implements DevicePort {

    private static final int STTY_SECONDS = 3;

    @Override
    public Line open() {
        // Opening a path that is no device would make a file of it.
        if (!Files.exists(path())) {
            throw failed(Reason.NOT_REACHED, Outcome.NOT_BEGUN, new IOException("no " + path()));
        }
        try {
            setUp();
            return new SerialLine(new RandomAccessFile(path().toFile(), "rw"));
        } catch (IOException failure) {
            throw failed(Reason.NOT_WRITABLE, Outcome.NOT_BEGUN, failure);
        }
    }

    /// `min 0 time 1`: a read ends after a tenth of a second without a byte.
    private void setUp() throws IOException {
        List<String> command = new ArrayList<>();
        command.add("stty");
        command.add(System.getProperty("os.name", "").startsWith("Mac") ? "-f" : "-F");
        command.add(path().toString());
        command.add(Integer.toString(address.baud()));
        command.addAll(List.of("raw", "-echo", "-cstopb", "clocal", "min", "0", "time", "1"));
        command.addAll(
                address.evenParity()
                        ? List.of("cs7", "parenb", "-parodd")
                        : List.of("cs8", "-parenb"));
        var stty =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!stty.waitFor(STTY_SECONDS, TimeUnit.SECONDS) || stty.exitValue() != 0) {
                stty.destroy();
                throw new IOException("stty can't set " + address);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while opening " + address, stopped);
        }
    }

    private Path path() {
        return address.path();
    }

    private DeviceFailed failed(Reason reason, Outcome outcome, IOException failure) {
        return new DeviceFailed(reason, outcome, address.toString(), failure);
    }

    private final class SerialLine implements Line {
        private final RandomAccessFile tty;

        private SerialLine(RandomAccessFile tty) {
            this.tty = tty;
        }

        @Override
        public void write(byte[] bytes) {
            try {
                tty.write(bytes);
            } catch (IOException failure) {
                throw failed(Reason.CLOSED_EARLY, Outcome.BROKEN_OFF, failure);
            }
        }

        @Override
        public OptionalInt read(Duration atMost) {
            long until = System.nanoTime() + atMost.toNanos();
            try {
                int heard = tty.read();
                while (heard < 0 && System.nanoTime() < until) {
                    heard = tty.read();
                }
                return heard < 0 ? OptionalInt.empty() : OptionalInt.of(heard);
            } catch (IOException failure) {
                throw failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, failure);
            }
        }

        @Override
        public void close() {
            try {
                tty.close();
            } catch (IOException failure) {
                throw failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, failure);
            }
        }
    }
}
