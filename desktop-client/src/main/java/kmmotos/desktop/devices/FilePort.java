package kmmotos.desktop.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kmmotos.desktop.devices.PrinterFailed.Reason;

/// A printer behind a device file (`/dev/usb/lp0`), or a plain file that collects the jobs.
public record FilePort(Path file) implements PrinterPort {

    @Override
    public void send(byte[] job) {
        try {
            Files.write(
                    file,
                    job,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new PrinterFailed(Reason.NOT_WRITABLE, file.toString(), failure);
        }
    }
}
