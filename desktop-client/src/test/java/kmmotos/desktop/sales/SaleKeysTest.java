package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Picture;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk who never lets go of the keyboard.
class SaleKeysTest {
    private final SaleWindow window;
    private final CounterFixture at;

    SaleKeysTest(@TempDir Path folder) {
        window = new SaleWindow(folder);
        at = window.at();
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    @Test
    void theLineThatTheKeysWorkOnIsAlwaysMarked() {
        window.burst(PAD);
        window.burst(PAD);
        var lines = (ListView<?>) window.find("#lines");
        assertThat(lines.getSelectionModel().getSelectedIndex()).isZero();
        window.burst(KIT);
        window.press(KeyCode.UP);
        window.type("/5");
        window.press(KeyCode.ENTER);
        assertThat(lines.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(at.sale().rows().getFirst().discount().isZero()).isFalse();
    }

    @Test
    void aQuantityStillInTheFieldCountsForTheScan() {
        window.type("3*");
        window.burst(PAD);
        assertThat(at.sale().rows().getFirst().quantity()).isEqualTo(Quantity.of(3));
        window.burst(KIT);
        assertThat(at.sale().rows().getLast().quantity()).isEqualTo(Quantity.ONE);
    }

    @Test
    void aQuantityTypedBeforeTheWordsCountsForTheArticleChosen() {
        window.type("5*chain");
        window.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(at.sale().rows().getFirst().quantity()).isEqualTo(Quantity.of(5));
    }

    @Test
    void aStarBeforeANumberCountsTheChosenLine() {
        window.burst(PAD);
        window.burst(KIT);
        window.press(KeyCode.UP);
        window.type("*4");
        window.press(KeyCode.ENTER);
        assertThat(at.sale().rows())
                .extracting(LineView::quantity)
                .containsExactly(Quantity.of(4), Quantity.ONE);
    }

    @Test
    void aReturnTakesNoMouse() {
        window.burst(PAD);
        window.burst(KIT);
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.F10);
        window.type("000001");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(at.due()).isEqualTo("-189.00");
    }

    @Test
    void aScanInTheReturnCountsThatArticleBack() {
        window.burst(PAD);
        window.burst(KIT);
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.ENTER, KeyCode.F10);
        window.type("000001");
        window.press(KeyCode.ENTER);
        window.burst(PAD);
        window.burst(PAD);
        assertThat(at.lastMessage()).contains("not on this receipt");
        window.press(KeyCode.ENTER);
        assertThat(at.due()).isEqualTo("-49.90");
    }

    @Test
    void aReceiptIsOnlySaidToBePrintedAgainWhereAPrinterIsSetUp() {
        window.burst(PAD);
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.F9);
        assertThat(at.lastMessage()).contains("printed again");
        window.unplugPrinter();
        window.press(KeyCode.F9);
        assertThat(at.lastMessage()).contains("No printer is set up");
    }

    @Test
    void nothingTypedInADialogReachesTheSaleBehindIt() {
        window.burst(PAD);
        window.press(KeyCode.F1);
        window.press(KeyCode.TAB, KeyCode.TAB);
        window.type("KT-520-118");
        window.press(KeyCode.DELETE, KeyCode.ESCAPE);
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(window.focused().getId()).isEqualTo("omnibox");
    }

    @Test
    void whileMoneyIsTakenTabStaysWithTheMoney() {
        window.burst(PAD);
        window.press(KeyCode.F12);
        for (int i = 0; i < 8; i++) {
            window.press(KeyCode.TAB);
            assertThat(window.focused().getId()).isNotEqualTo("omnibox");
        }
    }

    @Test
    void parkedSalesAreCountedOnTheirKey() {
        window.burst(PAD);
        window.press(KeyCode.F4);
        assertThat(((Button) window.find("#park")).getText()).endsWith("(1)");
    }

    @Test
    void whatWasRefusedToOneCustomerIsNotShownToTheNext() {
        window.burst(PAD);
        window.burst("4006381333931");
        Picture.onFx(() -> {
            at.messages.problem("The printer is off.");
            return 0;
        });
        window.press(KeyCode.F12, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(at.messages.shown())
                .extracting(it -> it.text())
                .containsExactly("The printer is off.");
    }

    @Test
    void escapeWithNothingElseToLeaveDismissesTheNewestMessage() {
        window.burst(PAD);
        window.burst("4006381333931");
        window.press(KeyCode.ESCAPE);
        assertThat(at.messages.shown()).isEmpty();
        assertThat(at.due()).isEqualTo("49.90");
    }
}
