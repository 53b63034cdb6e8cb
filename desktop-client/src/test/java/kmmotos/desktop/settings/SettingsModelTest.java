package kmmotos.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PaperDecoder;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsModelTest {

    private static final Settings INITIAL = Settings.initial(Locale.ENGLISH);

    @TempDir Path folder = Path.of("");
    private final List<Settings> applied = new ArrayList<>();

    @Test
    void aChoiceIsFeltAtOnceAndKept() {
        SettingsModel model = model(SampleWorkplace.of(Role.CASHIER));
        model.useDark(true);
        model.useFontScale(150);
        model.useLanguage(Texts.PORTUGUESE);
        assertThat(applied).hasSize(3);
        assertThat(store().read(INITIAL))
                .isEqualTo(
                        INITIAL.withDark(true)
                                .withFontScalePercent(150)
                                .withLanguage(Texts.PORTUGUESE));
    }

    @Test
    void onlyAManagerChangesThePrinter() {
        Workplace cashier = SampleWorkplace.of(Role.CASHIER);
        model(cashier).usePrinter("10.0.0.9", 42, CodePage.PC850);
        assertThat(applied).isEmpty();
        assertThat(SampleWorkplace.lastMessage(cashier)).contains("Only a manager");

        model(SampleWorkplace.of(Role.MANAGER)).usePrinter("10.0.0.9", 42, CodePage.PC850);
        assertThat(applied.getFirst().printer().address())
                .isEqualTo(new DeviceAddress.Network("10.0.0.9", 9100));
    }

    @Test
    void theTestSlipIsPrintedWithoutSaving() throws IOException {
        Path device = folder.resolve("lp0");
        Workplace manager = SampleWorkplace.of(Role.MANAGER);
        model(manager).testPrint("file:" + device, 42, CodePage.PC858);
        assertThat(PaperDecoder.decode(Files.readAllBytes(device)))
                .anyMatch(line -> line.contains("ç ã é í ó ú ñ ¿ ¡ º ª € R$"));
        assertThat(applied).isEmpty();
        assertThat(SampleWorkplace.lastMessage(manager)).contains("test slip went to");
    }

    @Test
    void aPrinterThatFailsIsToldInOneSentence() {
        Workplace manager = SampleWorkplace.of(Role.MANAGER);
        model(manager).testPrint("file:" + folder.resolve("no/such/lp0"), 42, CodePage.PC858);
        assertThat(SampleWorkplace.lastMessage(manager))
                .startsWith("Can't write to ")
                .contains("Check the cable");
        model(manager).testPrint("a:b:c", 42, CodePage.PC858);
        assertThat(SampleWorkplace.lastMessage(manager)).contains("no printer address");
        model(manager).testPrint("", 42, CodePage.PC858);
        assertThat(SampleWorkplace.lastMessage(manager)).contains("no printer yet");
    }

    private SettingsModel model(Workplace workplace) {
        return new SettingsModel(workplace, store(), INITIAL, applied::add);
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.properties"));
    }
}
