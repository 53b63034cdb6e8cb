package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePortTest {

    @TempDir Path folder = Path.of("");

    @Test
    void jobsFollowEachOtherInTheFile() throws IOException {
        var port = new FilePort(folder.resolve("receipts.bin"));
        port.send(new byte[] {1, 2});
        port.send(new byte[] {3});
        assertThat(Files.readAllBytes(port.file())).containsExactly(1, 2, 3);
    }

    @Test
    void aFileThatCannotBeWrittenIsAPrinterFailure() {
        var port = new FilePort(folder.resolve("missing").resolve("lp0"));
        var failure = catchThrowableOfType(DeviceFailed.class, () -> port.send(new byte[1]));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_WRITABLE);
        assertThat(failure).hasMessageContaining("lp0");
    }
}
