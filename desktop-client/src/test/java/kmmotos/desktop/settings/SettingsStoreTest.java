package kmmotos.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.neighbours.NeighbourSettings;
import kmmotos.desktop.receipts.PaperLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    private static final Settings INITIAL = Settings.initial(Locale.ENGLISH);

    @TempDir Path folder = Path.of("");
    private Path file = Path.of("");
    private SettingsStore store = new SettingsStore(file);

    @BeforeEach
    void openStore() {
        file = folder.resolve("settings.properties");
        store = new SettingsStore(file);
    }

    @Test
    void withoutAFileTheInitialSettingsHold() {
        assertThat(store.read(INITIAL)).isEqualTo(INITIAL);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        var printer =
                new PrinterSettings(
                        new DeviceAddress.Network("10.0.0.9", 9100),
                        new PaperLayout(42),
                        CodePage.WPC1252);
        var settings =
                new Settings(Locale.of("pt", "BR"), true, 150, printer)
                        .withNeighbours(
                                NeighbourSettings.parse(false, "8000", "10.0.0.2, till-3:9000")
                                        .orElseThrow());
        store.write(settings);
        assertThat(store.read(INITIAL)).isEqualTo(settings);
    }

    @Test
    void whatWasChangedIsSaidAsItStandsInTheFile() {
        assertThat(SettingsStore.changes(INITIAL, INITIAL)).isEmpty();
        assertThat(SettingsStore.changes(INITIAL, INITIAL.withDark(true).withFontScalePercent(150)))
                .isEqualTo("font.scale.percent: 100 -> 150, theme: light -> dark");
    }

    @Test
    void valuesThatMakeNoSenseCountAsNotSet() throws IOException {
        Files.writeString(
                file,
                """
                theme=dark
                font.scale.percent=huge
                printer.address=a:b:c
                printer.columns=7
                printer.code.page=PC437
                """);
        assertThat(store.read(INITIAL)).isEqualTo(INITIAL.withDark(true));
    }

    @Test
    void aFileThatIsNoTextDoesNotKeepTheTillFromStarting() throws IOException {
        Files.write(file, new byte[] {(byte) 0xFF, 0, '\\', 'u', 'z', 'z', 'z', 'z'});
        assertThat(store.read(INITIAL)).isEqualTo(INITIAL);
    }
}
