package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kmmotos.desktop.devices.DeviceAddress.Serial;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On a pseudo-terminal, which is set and read as a serial line is.
class SerialPortTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private final Process farEnd;
    private final BufferedReader heard;
    private final SerialPort port;

    SerialPortTest() throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT), "needs " + SCRIPT);
        farEnd =
                new ProcessBuilder(SCRIPT.toString(), "-qfc", "tty; exec sleep 60", "/dev/null")
                        .start();
        heard =
                new BufferedReader(
                        new InputStreamReader(
                                farEnd.getInputStream(), StandardCharsets.ISO_8859_1));
        port = new SerialPort(new Serial(Path.of(heard.readLine().strip()), 9600, false));
    }

    @AfterEach
    void hangUp() {
        farEnd.descendants().forEach(ProcessHandle::destroy);
        farEnd.destroy();
    }

    @Test
    void bytesGoBothWaysUnchanged() throws IOException {
        try (DevicePort.Line line = port.open()) {
            line.write(new byte[] {0x1B, '@', 0x11, 0x13, (byte) 0xE7, '\n'});
            assertThat(heard.readLine()).isEqualTo("\u001B@\u0011\u0013\u00E7");
            farEnd.outputWriter().write("\u0012W\r");
            farEnd.outputWriter().flush();
            assertThat(line.read(Duration.ofSeconds(10))).hasValue(0x12);
            assertThat(line.read(Duration.ofSeconds(10))).hasValue('W');
            assertThat(line.read(Duration.ofSeconds(10))).hasValue('\r');
        }
    }

    @Test
    void aDeviceThatSaysNothingIsWaitedForAMoment() {
        try (DevicePort.Line line = port.open()) {
            assertThat(line.read(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void aLineThatIsNotThereMakesNoFile() {
        var missing = new SerialPort(new Serial(Path.of("target", "no-such-tty"), 9600, false));
        var failure = catchThrowableOfType(DeviceFailed.class, missing::open);
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(missing.address().path()).doesNotExist();
    }
}
