package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.shifts.ClosingModel.Step;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftScreenTest {

    private final ShiftFixture till = ShiftFixture.carla();
    private final SampleWindow window =
            SampleWindow.with(Place.SHIFT, till.workplace, () -> new ShiftScreen(till.models));

    @AfterEach
    void closeWindow() {
        till.close();
        window.close();
    }

    @Test
    void aShiftIsOpenedReadAndClosedByKeys() {
        window.keyboard().press(KeyCode.F3);
        window.type("#opening-float", "200");
        window.keyboard().press(KeyCode.F12);
        assertThat(till.shift().shiftProperty().get())
                .hasValueSatisfying(open -> assertThat(open.opening().isShared()).isFalse());
        window.keyboard().press(KeyCode.F6);
        assertThat(till.shift().reportProperty().get()).isPresent();
        window.keyboard().press(KeyCode.F12);
        window.type("#counted-cash", "200");
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F12);
        assertThat(till.book.closed(1)).hasSize(1);
    }

    @Test
    void moneyGoesInAndOutByKeys() {
        window.run(() -> till.open("200"));
        window.keyboard().press(KeyCode.F3);
        window.keyboard().press(KeyCode.F3);
        window.type("#cash-amount", "35");
        window.type("#cash-note", "oil");
        window.picture("shift-paid-out");
        window.keyboard().press(KeyCode.F12);
        assertThat(till.shift().movements().getFirst().movement().purpose().account())
                .isEqualTo("suppliers");
        window.keyboard().press(KeyCode.F4);
        window.keyboard().press(KeyCode.ESCAPE);
        assertThat(till.models.moves().askedProperty().get()).isEmpty();
    }

    @Test
    void aDrawerIsCountedBlindAndClosedByTheKeyboardAlone() {
        window.run(() -> till.open("200"));
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.DOWN);
        window.keyboard().type("1");
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().type("2");
        window.keyboard().press(KeyCode.F12);
        assertThat(till.models.closing().stepProperty().get())
                .isInstanceOfSatisfying(
                        Step.Counted.class,
                        counted -> assertThat(counted.difference().isZero()).isTrue());
        window.keyboard().press(KeyCode.F12);
        assertThat(till.book.closed(1)).hasSize(1);
        window.keyboard().type("150");
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F12);
        assertThat(window.find("#counted-cash", TextField.class).getText()).isEmpty();
    }

    @Test
    void foreignNotesAreCountedBesideTheShopsOwn() {
        window.run(() -> {
            till.open("200");
            till.book.sell(SampleSlips.foreignSale());
        });
        window.keyboard().press(KeyCode.F12);
        window.type("#counted-cash", "103.70");
        window.type("#counted-USD", "19");
        window.picture("shift-foreign-count");
        window.keyboard().press(KeyCode.F12);
        window.picture("shift-foreign-difference");
        assertThat(window.find("#difference-USD", Label.class).getText()).contains("1.00");
        window.keyboard().press(KeyCode.F12);
        assertThat(till.book.closed(1).getFirst().closing().report().foreign()).hasSize(1);
    }

    private static Screen front() {
        var words = new Label("locked");
        return () -> words;
    }

    @Test
    void escapeLeadsBackToTheSaleAndControlLLocksAnywhere() {
        var locked = new AtomicInteger();
        window.run(() -> window.shell().lockWith(front(), locked::incrementAndGet));
        window.keyboard().control(KeyCode.L);
        assertThat(locked).hasValue(1);
        window.keyboard().press(KeyCode.ESCAPE);
        assertThat(window.model().placeProperty().get()).isEqualTo(Place.SELL);
    }

    @Test
    void enterLeadsFromOneKindOfNoteToTheNextAndEscapeKeepsTheShiftOpen() {
        window.run(() -> till.open("200"));
        window.keyboard().press(KeyCode.F12);
        window.keyboard().type("1");
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().type("3");
        window.keyboard().press(KeyCode.ENTER);
        assertThat(till.models.closing().count().totalProperty().get())
                .isEqualTo(SampleSlips.money("500"));
        window.keyboard().press(KeyCode.ESCAPE);
        assertThat(till.models.closing().stepProperty().get()).isInstanceOf(Step.NotBegun.class);
        assertThat(till.shift().shiftProperty().get()).isPresent();
    }

    @Test
    void aShiftIsOpenedCountedAndClosed() {
        window.picture("shift-none");
        window.type("#opening-float", "200");
        window.press("#open-shift");
        window.run(() -> {
            till.book.sell(SampleSlips.sale());
            till.book.sell(SampleSlips.returned());
            SampleSlips.movements()
                    .forEach(moved ->
                            till.models
                                    .moves()
                                    .move(moved.purpose(), moved.amount().amount(), "NF 4471"));
        });
        assertThat(window.find("#takings", Label.class).getText()).isEqualTo("R$80.11");
        window.press("#key-F6");
        window.picture("shift-open");
        window.press("#count-shift");
        window.type("#piece-2", "1");
        window.type("#piece-4", "2");
        window.picture("shift-count");
        window.press("#counted-done");
        assertThat(window.find("#cash-difference", Label.class).getText())
                .isEqualTo("R$15.11 missing");
        window.picture("shift-difference");
        window.press("#close-shift");
        window.picture("shift-closed");
        assertThat(window.find("#opening-float", TextField.class).getText()).isEmpty();
        assertThat(window.find("#open-shift", Button.class).isDisabled()).isFalse();
        assertThat(till.book.closed(1)).hasSize(1);
    }
}
