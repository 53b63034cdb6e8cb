package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairDialogTest {

    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final RepairModel model =
            new RepairModel(
                    workplace,
                    new HeadOfficeClient(server.address(), Locale.ENGLISH),
                    (method, _, _) -> "KM-Device signed " + method);
    private final SampleWindow window =
            SampleWindow.with(Place.SYNC, workplace, () -> new Empty(new StackPane()));

    private record Empty(Node view) implements Screen {}

    @BeforeEach
    void open() {
        window.run(() -> window.shell().dialogs().show(new RepairDialog(workplace, model)));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        server.close();
    }

    @Test
    void aWrongPinShowsNothing() {
        window.enter("#repair-pin", "0000");
        window.picture("repair-pin");
        assertThat(window.find("#repair-trouble", Label.class).getText()).isNotEmpty();
        assertThat(model.signedInProperty().get()).isFalse();
    }

    @Test
    void aManagerRepairsWithTheirPinAndEscForgetsThem() {
        window.enter("#repair-pin", SampleHeadOffice.PIN);
        var table = window.find("#chain-exceptions", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("repair");
        window.type("#exception-note", "the customer was called");
        window.press("#exception-note-do");
        assertThat(server.commands())
                .containsExactly("dismiss {\"note\":\"the customer was called\"}");

        window.key(KeyCode.ESCAPE);
        assertThat(model.signedInProperty().get()).isFalse();
        assertThat(model.exceptions().items()).isEmpty();
    }
}
