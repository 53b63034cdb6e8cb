package kmmotos.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.model.scanning.LabelPattern;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final Calibration calibration = new Calibration();
    private long nanos;

    private Optional<ScannerSettings> scan(String sent, long gapMillis) {
        sent.chars()
                .forEach(
                        letter -> calibration.typed((char) letter, nanos += gapMillis * 1_000_000));
        return calibration.learned(ScannerSettings.INITIAL);
    }

    @Test
    void aPlainScannerSendsNothingAroundACode() {
        assertThat(scan("KM-SCAN\u001D24680", 5))
                .contains(new ScannerSettings(Duration.ofMillis(20), "", "", "", List.of()));
    }

    @Test
    void whatComesBeforeAndAfterIsLearnedAndWhatStandsForFnc1() {
        assertThat(scan("~*KM-SCAN|24680#", 12))
                .contains(new ScannerSettings(Duration.ofMillis(34), "~*", "#", "|", List.of()));
    }

    @Test
    void theKindOfSymbolIsNoPrefix() {
        assertThat(scan("~]C0KM-SCAN24680", 5).orElseThrow().prefix()).isEqualTo("~");
    }

    @Test
    void aSlowScannerGetsTimeButNotForever() {
        assertThat(scan("KM-SCAN24680", 45).orElseThrow().gap()).isEqualTo(Duration.ofMillis(100));
        calibration.beginAnew();
        assertThat(scan("KM-SCAN24680", 300).orElseThrow().gap())
                .isEqualTo(ScannerSettings.MAX_GAP);
    }

    @Test
    void anotherBarcodeTeachesNothing() {
        assertThat(scan("7891000000014", 5)).isEmpty();
        assertThat(scan("KM-SCAN", 5)).isEmpty();
        calibration.beginAnew();
        assertThat(scan("MUCH-TOO-LONGKM-SCAN24680", 5)).isEmpty();
    }

    @Test
    void theShopsLabelsAreKept() {
        var labels = List.of(new LabelPattern("20IIIIIVPP.PPK"));
        "KM-SCAN24680".chars().forEach(letter -> calibration.typed((char) letter, nanos += 1));
        assertThat(
                        calibration
                                .learned(
                                        new ScannerSettings(
                                                Duration.ofMillis(45), "", "", "", labels))
                                .orElseThrow()
                                .labels())
                .isEqualTo(labels);
    }
}
