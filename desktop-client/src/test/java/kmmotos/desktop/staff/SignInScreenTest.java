package kmmotos.desktop.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import kmmotos.desktop.sales.CounterFixture;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInScreenTest {

    private final AtomicLong nanos = new AtomicLong();
    private final CounterFixture at;
    private final Scene scene;
    private final Keyboard keyboard;

    SignInScreenTest(@TempDir Path temp) {
        Picture.startToolkit();
        at = new CounterFixture(temp);
        scene =
                Picture.onFx(() -> {
                    var screen = new SignInScreen(at.signIn, at.texts, "Centro");
                    var shell = new Shell(new ShellModel(), at.texts);
                    shell.lockWith(screen, () -> {});
                    var bursts = new ScanBursts(Duration.ofMillis(45));
                    var content = shell.scene(900, 600, bursts, nanos::get);
                    var stage = new Stage();
                    stage.setScene(content);
                    stage.show();
                    screen.shown();
                    return content;
                });
        keyboard = new Keyboard(scene, nanos);
        Picture.settle();
    }

    @AfterEach
    void close() {
        Picture.onFx(() -> {
            scene.getWindow().hide();
            return 0;
        });
    }

    @Test
    void upAndDownChooseThePerson() {
        var people = at.signIn.people();
        keyboard.type("1");
        keyboard.press(KeyCode.DOWN);
        assertThat(at.signIn.chosenProperty().get()).contains(people.get(1));
        assertThat(pin().getText()).isEmpty();
        keyboard.press(KeyCode.UP);
        keyboard.press(KeyCode.UP);
        assertThat(at.signIn.chosenProperty().get()).contains(people.getFirst());
    }

    @Test
    void aPinIsHeardWhateverHasTheFocus() {
        Picture.onFx(() -> {
            person().requestFocus();
            return 0;
        });
        keyboard.type("12");
        keyboard.press(KeyCode.END);
        assertThat(pin().getText()).isEqualTo("12");
        assertThat(scene.getFocusOwner()).isEqualTo(pin());
    }

    @Test
    void choosingThePersonWhoIsChosenKeepsThem() {
        Picture.onFx(() -> {
            person().fire();
            return 0;
        });
        assertThat(person().isSelected()).isTrue();
        assertThat(scene.getFocusOwner()).isEqualTo(pin());
    }

    @Test
    void aStrayScanIsNoWrongPin() {
        for (int scan = 0; scan < 6; scan++) {
            keyboard.burst("7891000000014");
        }
        assertThat(at.staff.wrongPins()).isZero();
        keyboard.type("1111");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.signIn.operator()).isPresent();
    }

    private PasswordField pin() {
        return (PasswordField) find("#pin");
    }

    private ToggleButton person() {
        return (ToggleButton) find(".person");
    }

    private Node find(String selector) {
        return scene.getRoot().lookup(selector);
    }
}
