package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is typed always goes somewhere.
class SaleFocusTest {
    @TempDir private Path folder;

    @Test
    void theDayBeginsInTheFieldForTheDrawersCash() {
        try (var window = SaleWindow.beforeTheShift(folder)) {
            assertThat(window.focused().getId()).isEqualTo("float");
            window.type("200");
            window.press(KeyCode.ENTER);
            assertThat(window.at().models.shift().shiftProperty().get()).isPresent();
            assertThat(window.focused().getId()).isEqualTo("omnibox");
        }
    }

    @Test
    void aClickBesideTheButtonsLeavesTheFocusWithTheOmnibox() {
        try (var window = new SaleWindow(folder)) {
            window.click(".sale-screen > .scroll-pane");
            assertThat(window.focused().getId()).isEqualTo("omnibox");
        }
    }
}
