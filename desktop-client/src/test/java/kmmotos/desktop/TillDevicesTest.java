package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.EscPosPrinter;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.SimulatedPort;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole till whose printer has no paper.
class TillDevicesTest {

    @TempDir Path home = Path.of("");
    private final SimulatedPort device = new SimulatedPort();

    @BeforeAll
    static void startToolkit() {
        Picture.startToolkit();
    }

    @Test
    void aSaleWithoutPaperIsSoldSaidAndPrintedOnce() throws Exception {
        try (var till = TestTill.open(home)) {
            var store = new SettingsStore(home.resolve("settings.properties"));
            var settings = Settings.initial(Locale.ENGLISH);
            var window =
                    Picture.onFx(() -> new TillWindow(till, settings, store, Background.direct()));
            device.paperFor(0);
            window.desk().printer().use(hardware());
            waitUntil(() -> words(window).equals("Printer out of paper"));

            act(() -> signIn(window));
            act(() -> sell(window));
            waitUntil(() -> words(window).startsWith("Printer out of paper: 1 slip"));
            assertThat(window.desk().sales().checkout().doneProperty().get()).isPresent();
            assertThat(device.receipts()).isEmpty();
            assertThat(device.openings()).containsExactly(1);

            device.newRoll();
            window.desk().printer().printNow();
            waitUntil(() -> words(window).isEmpty());
            assertThat(device.receipts()).hasSize(1);
            act(window::close);
        }
    }

    private PrinterHardware hardware() {
        var printer =
                new EscPosPrinter(
                        device,
                        new PrinterSettings(
                                new DeviceAddress.Simulated(),
                                new PaperLayout(42),
                                CodePage.PC858));
        return new PrinterHardware(printer, printer, true);
    }

    private static void signIn(TillWindow window) {
        var signIn = window.desk().signIn();
        signIn.refresh();
        signIn.choose(signIn.people().getFirst());
        signIn.signIn("1111");
        window.desk().sales().shift().open("200");
    }

    private static void sell(TillWindow window) {
        window.desk().sales().omnibox().submit("OL1030");
        window.desk().sales().checkout().total();
        window.desk().sales().checkout().cash("");
    }

    private static String words(TillWindow window) {
        return Picture.onFx(() -> window.model().devicesProperty().get());
    }

    private static void act(Runnable work) {
        Picture.onFx(() -> {
            work.run();
            return 0;
        });
        Picture.settle();
    }

    /// The printer works on a thread of its own.
    private static void waitUntil(BooleanSupplier condition) {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Picture.settle();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
