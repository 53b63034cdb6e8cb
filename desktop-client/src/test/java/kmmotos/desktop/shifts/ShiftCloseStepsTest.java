package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Closes a shift as a clerk does, by keys alone, and leaves in target/steps how many keys and how
/// long each step took. The keys are held to what they are; the time is for people to read.
class ShiftCloseStepsTest {

    private final ShiftFixture till = ShiftFixture.ana();
    private final SampleWindow window =
            SampleWindow.with(Place.SHIFT, till.workplace, () -> new ShiftScreen(till.models));
    private final List<Step> steps = new ArrayList<>();

    private record Step(String name, int keys, Duration took) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-28s %3d keys, 0 taps %6d ms", name, keys, took.toMillis());
        }
    }

    @AfterEach
    void closeWindow() {
        till.close();
        window.close();
    }

    @Test
    void aShiftIsCountedAndClosedWithTheKeysOfItsNotesAndThree() throws IOException {
        window.run(() -> till.open("200"));
        till.book.sell(SampleSlips.sale());
        step("count", 1, () -> window.keyboard().press(KeyCode.F12));
        step("200 x 1", 2, () -> enter("1"));
        step("no 100", 1, () -> enter(""));
        step("50 x 1", 2, () -> enter("1"));
        step("that is all", 1, () -> window.keyboard().press(KeyCode.F12));
        step("close, print Z", 1, () -> window.keyboard().press(KeyCode.F12));

        assertThat(till.book.closed(1).getFirst().closing().report().countedCash())
                .isEqualTo(SampleSlips.money("250"));
        assertThat(steps.stream().mapToInt(Step::keys).sum()).isEqualTo(8);
        Path folder = Files.createDirectories(Path.of("target", "steps"));
        Files.write(folder.resolve("shift-close.txt"), steps.stream().map(Step::toString).toList());
    }

    private void enter(String digits) {
        window.keyboard().type(digits);
        window.keyboard().press(KeyCode.ENTER);
    }

    private void step(String name, int keys, Runnable action) {
        long begun = System.nanoTime();
        action.run();
        steps.add(new Step(name, keys, Duration.ofNanos(System.nanoTime() - begun)));
    }
}
