package kmmotos.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.DeviceBoard;
import kmmotos.desktop.devices.DeviceBoard.Device;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.EscPosPrinter;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.SimulatedPort;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesScreenTest {

    @TempDir Path folder = Path.of("");
    private final SimulatedPort device = new SimulatedPort();

    @Test
    void everyDeviceSaysHowItIsAndIsTestedByAKey() {
        var window = window(SampleWorkplace.of(Role.MANAGER));
        window.press("#simulate-receipt-printer");
        window.press("#simulate-scale");
        window.key(KeyCode.F8);
        assertThat(said(window, "scale")).startsWith("It answered: 1.254 kg");
        window.key(KeyCode.F5);
        assertThat(said(window, "display")).isEqualTo("none set up");
        window.run(() -> window.shell().scanned("7891000000014"));
        assertThat(said(window, "scanner")).startsWith("Read: 7891000000014");
        window.key(KeyCode.F2);
        waitFor(window, "receipt-printer", "Ready");
        waitUntil(() -> device.receipts().size() == 1);
        window.key(KeyCode.F3);
        waitUntil(() -> device.openings().equals(List.of(1)));
        waitFor(window, "drawer", "Shut");
        window.close();
    }

    @Test
    void aReceiptThatWaitsForPaperIsShownUntilItIsPrinted() {
        Workplace workplace = SampleWorkplace.of(Role.MANAGER, Texts.PORTUGUESE);
        try (var queue = queue()) {
            var window = window(workplace, queue);
            window.press("#simulate-receipt-printer");
            window.press("#simulate-label-printer");
            device.paperFor(0);
            queue.print(Slip.named("S1-1-1043").text("S1-1-1043").build());
            waitFor(window, "receipt-printer", "Sem papel");
            assertThat(window.find("#waiting-slips", Label.class).getText())
                    .startsWith("S1-1-1043: é impresso sozinho");
            window.picture("devices");
            device.newRoll();
            window.press("#print-waiting");
            waitFor(window, "receipt-printer", "Pronta");
            assertThat(device.receipts()).hasSize(1);
            window.close();
        }
    }

    @Test
    void aCashierTestsButChangesNothing() {
        var window = window(SampleWorkplace.of(Role.CASHIER, Locale.ENGLISH));
        assertThat(window.find("#address-scale", TextField.class).isDisabled()).isTrue();
        window.key(KeyCode.F6);
        assertThat(window.model().placeProperty().get()).isEqualTo(Place.SETTINGS);
        window.close();
    }

    private SampleWindow window(Workplace workplace) {
        return window(workplace, queue());
    }

    private SampleWindow window(Workplace workplace, PrintQueue queue) {
        var choices =
                new SettingsModel(
                        workplace,
                        new SettingsStore(folder.resolve("settings.properties")),
                        Settings.initial(Locale.ENGLISH),
                        _ -> {});
        var board = new DeviceBoard(() -> Instant.parse("2026-11-21T13:00:00Z"));
        var window =
                SampleWindow.with(
                        Place.SETTINGS,
                        workplace,
                        () ->
                                new DevicesScreen(
                                        workplace,
                                        new DevicesModel(
                                                workplace,
                                                choices,
                                                new DevicesModel.Tools(
                                                        queue,
                                                        board,
                                                        javafx.application.Platform::runLater,
                                                        Map.of(
                                                                Device.SCALE,
                                                                () -> "1.254 kg",
                                                                Device.LABEL_PRINTER,
                                                                DevicesScreenTest::broken)))));
        return window;
    }

    private static String broken() {
        throw new DeviceFailed(
                DeviceFailed.Reason.NOT_REACHED,
                DeviceFailed.Outcome.NOT_BEGUN,
                "192.168.0.60:9100",
                null);
    }

    private PrintQueue queue() {
        var printer =
                new EscPosPrinter(
                        device,
                        new PrinterSettings(
                                new DeviceAddress.Simulated(),
                                new PaperLayout(42),
                                CodePage.PC858));
        return new PrintQueue(new PrinterHardware(printer, printer, true), _ -> {});
    }

    private static String said(SampleWindow window, String device) {
        Picture.settle();
        return window.find("#said-" + device, Label.class).getText();
    }

    /// The printer works on a thread of its own.
    private static void waitFor(SampleWindow window, String device, String words) {
        waitUntil(() -> said(window, device).startsWith(words));
    }

    private static void waitUntil(BooleanSupplier condition) {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Picture.settle();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
