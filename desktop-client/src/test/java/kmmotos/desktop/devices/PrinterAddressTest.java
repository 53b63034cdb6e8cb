package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.desktop.devices.PrinterAddress.DeviceFile;
import kmmotos.desktop.devices.PrinterAddress.Network;
import kmmotos.desktop.devices.PrinterAddress.ScreenOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterAddressTest {

    @Test
    void aHostWithoutAPortMeansTheRawPort() {
        assertThat(PrinterAddress.parse(" 192.168.0.50 "))
                .contains(new Network("192.168.0.50", 9100));
        assertThat(PrinterAddress.parse("printer.local:9101"))
                .contains(new Network("printer.local", 9101));
    }

    @Test
    void aPathIsADeviceFile() {
        assertThat(PrinterAddress.parse("/dev/usb/lp0"))
                .contains(new DeviceFile(Path.of("/dev/usb/lp0")));
        assertThat(PrinterAddress.parse("file:receipts.bin"))
                .contains(new DeviceFile(Path.of("receipts.bin")));
    }

    @Test
    void nothingMeansTheScreenOnly() {
        assertThat(PrinterAddress.parse("  ")).contains(new ScreenOnly());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"printer:0", "printer:65536", "two words", "ftp:21:x", "file:", "a:b:c"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(PrinterAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"printer:9100", "file:/dev/usb/lp0", ""})
    void anAddressReadsBackAsItWasWritten(String text) {
        assertThat(PrinterAddress.parse(text).orElseThrow().toString()).isEqualTo(text);
    }
}
