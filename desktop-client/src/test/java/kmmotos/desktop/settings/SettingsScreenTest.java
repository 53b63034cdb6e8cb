package kmmotos.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsScreenTest {

    @TempDir Path folder = Path.of("");

    @Test
    void aPrinterIsTriedAndSaved() {
        Workplace workplace = SampleWorkplace.of(Role.MANAGER, Texts.PORTUGUESE);
        List<Settings> applied = new ArrayList<>();
        var model =
                new SettingsModel(
                        workplace,
                        new SettingsStore(folder.resolve("settings.properties")),
                        Settings.initial(Locale.ENGLISH),
                        applied::add);
        var window =
                SampleWindow.with(
                        Place.SETTINGS, workplace, () -> new SettingsScreen(workplace, model));
        window.type("#printer-address", "file:" + folder.resolve("lp0"));
        window.press("#test-print");
        window.picture("settings");
        assertThat(Files.exists(folder.resolve("lp0"))).isTrue();
        window.press("#save-printer");
        assertThat(applied).hasSize(1);
        window.close();
    }

    @Test
    void aScannerIsLearnedFromOneScan() {
        Workplace workplace = SampleWorkplace.of(Role.MANAGER, Locale.ENGLISH);
        List<Settings> applied = new ArrayList<>();
        var store = new SettingsStore(folder.resolve("settings.properties"));
        var model =
                new SettingsModel(workplace, store, Settings.initial(Locale.ENGLISH), applied::add);
        var window =
                SampleWindow.with(
                        Place.SETTINGS, workplace, () -> new SettingsScreen(workplace, model));
        window.run(window.find("#scanner-teach", TextField.class)::requestFocus);
        window.keyboard().burst("7891000000014");
        assertThat(applied).isEmpty();
        window.keyboard().burst("~KM-SCAN\u001D24680#");
        window.picture("settings-scanner");
        assertThat(applied).hasSize(1);
        assertThat(window.find("#scanner-prefix", TextField.class).getText()).isEqualTo("~");
        var kept = store.read(Settings.initial(Locale.ENGLISH)).scanner();
        assertThat(kept).isEqualTo(applied.getFirst().scanner());
        assertThat(kept.suffix()).isEqualTo("#");
        window.close();
    }
}
