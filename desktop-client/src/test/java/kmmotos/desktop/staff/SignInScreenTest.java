package kmmotos.desktop.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kmmotos.desktop.sales.CounterFixture;
import kmmotos.desktop.ui.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInScreenTest {

    private final CounterFixture at;
    private final Scene scene;

    SignInScreenTest(@TempDir Path temp) {
        Picture.startToolkit();
        at = new CounterFixture(temp);
        scene =
                Picture.onFx(() -> {
                    var screen = new SignInScreen(at.signIn, at.texts, "Centro");
                    var content = new Scene(new StackPane(screen.view()), 900, 600);
                    var stage = new Stage();
                    stage.setScene(content);
                    stage.show();
                    screen.shown();
                    return content;
                });
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
        Picture.onFx(() -> {
            pin().appendText("1");
            Event.fireEvent(scene.getFocusOwner(), pressed(KeyCode.DOWN));
            return 0;
        });
        assertThat(at.signIn.chosenProperty().get()).contains(people.get(1));
        assertThat(pin().getText()).isEmpty();
        Picture.onFx(() -> {
            Event.fireEvent(scene.getFocusOwner(), pressed(KeyCode.UP));
            Event.fireEvent(scene.getFocusOwner(), pressed(KeyCode.UP));
            return 0;
        });
        assertThat(at.signIn.chosenProperty().get()).contains(people.getFirst());
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void aPinIsHeardWhateverHasTheFocus() {
        Picture.onFx(() -> {
            person().requestFocus();
            for (String digit : List.of("1", "2")) {
                Event.fireEvent(scene.getFocusOwner(), typed(digit));
            }
            return 0;
        });
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

    private static KeyEvent typed(String digit) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, digit, "", KeyCode.UNDEFINED, false, false, false, false);
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
