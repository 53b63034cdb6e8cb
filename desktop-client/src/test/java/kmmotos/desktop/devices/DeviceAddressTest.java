package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.desktop.devices.DeviceAddress.DeviceFile;
import kmmotos.desktop.devices.DeviceAddress.Network;
import kmmotos.desktop.devices.DeviceAddress.None;
import kmmotos.desktop.devices.DeviceAddress.Serial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

    @Test
    void aHostWithoutAPortMeansTheRawPort() {
        assertThat(DeviceAddress.parse(" 192.168.0.50 "))
                .contains(new Network("192.168.0.50", 9100));
        assertThat(DeviceAddress.parse("printer.local:9101"))
                .contains(new Network("printer.local", 9101));
    }

    @Test
    void aPathIsADeviceFile() {
        assertThat(DeviceAddress.parse("/dev/usb/lp0"))
                .contains(new DeviceFile(Path.of("/dev/usb/lp0")));
        assertThat(DeviceAddress.parse("file:receipts.bin"))
                .contains(new DeviceFile(Path.of("receipts.bin")));
    }

    @Test
    void nothingMeansTheScreenOnly() {
        assertThat(DeviceAddress.parse("  ")).contains(new None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"printer:0", "printer:65536", "two words", "ftp:21:x", "file:", "a:b:c"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(DeviceAddress.parse(text)).isEmpty();
    }

    @Test
    void aPathWithASpeedIsASerialLine() {
        assertThat(DeviceAddress.parse("/dev/ttyUSB0@9600"))
                .contains(new Serial(Path.of("/dev/ttyUSB0"), 9600, false));
        assertThat(DeviceAddress.parse("/dev/ttyS0@9600,7E1"))
                .contains(new Serial(Path.of("/dev/ttyS0"), 9600, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printer:9100",
                "file:/dev/usb/lp0",
                "",
                "/dev/ttyS0@19200",
                "/dev/ttyS0@9600,7E1",
                "simulated"
            })
    void anAddressReadsBackAsItWasWritten(String text) {
        assertThat(DeviceAddress.parse(text).orElseThrow().toString()).isEqualTo(text);
    }
}
