package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftScreenTest {

    private final SampleShiftBook book = new SampleShiftBook();
    private final PrintQueue queue =
            new PrintQueue(PrinterHardware.simulated(new SimulatedPrinter()), _ -> {});
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final ShiftModel model =
            new ShiftModel(workplace, book, queue, Clock.fixed(SampleSlips.NOON, ZoneOffset.UTC));
    private final SampleWindow window =
            SampleWindow.with(Place.SHIFT, workplace, () -> new ShiftScreen(workplace, model));

    @AfterEach
    void closeWindow() {
        queue.close();
        window.close();
    }

    @Test
    void aShiftIsOpenedReadAndClosedByKeys() {
        window.type("#opening-float", "200");
        window.keyboard().press(KeyCode.F12);
        assertThat(model.shiftProperty().get()).isPresent();
        window.keyboard().press(KeyCode.F6);
        assertThat(model.reportProperty().get()).isPresent();
        window.type("#counted-cash", "200");
        window.keyboard().press(KeyCode.F12);
        assertThat(book.closed(1)).hasSize(1);
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
    void aShiftIsOpenedCountedAndClosed() {
        window.picture("shift-none");
        window.type("#opening-float", "200");
        window.press("#open-shift");
        Picture.onFx(() -> {
            book.sell(SampleSlips.sale());
            book.sell(SampleSlips.returned());
            model.refresh();
            return 0;
        });
        assertThat(window.find("#takings", Label.class).getText()).isEqualTo("R$80.11");
        window.press("#print-x");
        window.type("#counted-cash", "219.61");
        assertThat(window.find("#cash-difference", Label.class).getText())
                .isEqualTo("R$0.50 missing");
        window.picture("shift-open");
        window.press("#close-shift");
        window.picture("shift-closed");
        assertThat(window.find("#opening-float", TextField.class).getText()).isEmpty();
        assertThat(window.find("#open-shift", Button.class).isDisabled()).isFalse();
        assertThat(book.closed(1)).hasSize(1);
    }
}
