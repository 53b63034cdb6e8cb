package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which bursts of keys are scans, and which are a password filler at work.
class ScanCatcherTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> scans = new ArrayList<>();
    private final ScanBursts bursts = new ScanBursts(Duration.ofMillis(45));
    private final AtomicInteger enters = new AtomicInteger();
    private final PasswordField marked;
    private final PasswordField plain;
    private final Stage stage;
    private final Keyboard keyboard;

    ScanCatcherTest() {
        Picture.startToolkit();
        marked = field();
        HandTyped.mark(marked);
        plain = field();
        stage = Picture.onFx(this::open);
        keyboard = new Keyboard(stage.getScene(), nanos);
        Picture.settle();
    }

    private PasswordField field() {
        return Picture.onFx(() -> {
            var field = new PasswordField();
            field.setOnAction(_ -> enters.incrementAndGet());
            return field;
        });
    }

    private Stage open() {
        var scene = new Scene(new VBox(plain, marked), 300, 200);
        new ScanCatcher(scene, bursts, nanos::get, scans::add);
        var window = new Stage();
        window.setScene(scene);
        window.show();
        return window;
    }

    @AfterEach
    void closeTheWindow() {
        Picture.onFx(() -> {
            stage.hide();
            return 0;
        });
    }

    private void focus(PasswordField field) {
        Picture.onFx(() -> {
            field.requestFocus();
            return 0;
        });
    }

    @Test
    void aPasswordFillerFillsAMarkedFieldAndItsEnterCounts() {
        focus(marked);
        keyboard.burst("correct-horse-7");
        assertThat(marked.getText()).isEqualTo("correct-horse-7");
        assertThat(enters).hasValue(1);
        assertThat(scans).isEmpty();
    }

    @Test
    void aScanAtAnyOtherFieldLeavesItAloneAndItsEnterCountsForNothing() {
        focus(plain);
        keyboard.burst("7891000000014");
        assertThat(plain.getText()).isEmpty();
        assertThat(enters).hasValue(0);
        assertThat(scans).containsExactly("7891000000014");
    }

    @Test
    void keysHeldForAnotherFieldStayInOrder() {
        focus(plain);
        keyboard.type("12");
        focus(marked);
        keyboard.burst("345678");
        assertThat(plain.getText() + marked.getText()).isEqualTo("12345678");
        assertThat(scans).isEmpty();
    }

    @Test
    void aScannerThatSendsTabForEnterIsAScannerToo() {
        focus(plain);
        keyboard.burst("7891000000014", KeyCode.TAB);
        assertThat(scans).containsExactly("7891000000014");
        assertThat(Picture.onFx(plain::isFocused)).isTrue();
    }

    @Test
    void theSeparatorOfAGs1SymbolBelongsToTheScan() {
        focus(plain);
        keyboard.burst("0107891000000014" + "10A\u001D21B7");
        assertThat(scans).containsExactly("0107891000000014" + "10A\u001D21B7");
        assertThat(plain.getText()).isEmpty();
    }

    @Test
    void whatBeginsWithThePrefixIsAScanHoweverShort() {
        bursts.use(Duration.ofMillis(45), "~", "#");
        focus(plain);
        keyboard.burst("~A1#");
        keyboard.burst("~7891000000014#");
        assertThat(scans).containsExactly("A1", "7891000000014");
        keyboard.burst("A1");
        assertThat(plain.getText()).isEqualTo("A1");
    }
}
