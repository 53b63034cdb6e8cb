package kmmotos.desktop.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import kmmotos.desktop.stores.EnrolmentModel.Outcome;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Texts;
import org.junit.jupiter.api.Test;

/// The first run, with a head office that answers what the test wants.
class EnrolmentScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Outcome answer = new Outcome.Enrolled();
    private final Parent root;

    EnrolmentScreenTest() {
        Picture.startToolkit();
        var texts = new Texts(Locale.ENGLISH);
        var model =
                new EnrolmentModel(
                        (server, code, progress) -> {
                            asked.add(server + " " + code);
                            progress.at(1, 2);
                            return answer;
                        },
                        Background.direct(),
                        texts,
                        () -> opened.add("till"));
        root =
                Picture.onFx(() -> {
                    var view = (Parent) new EnrolmentScreen(model, texts).view();
                    new Scene(view, 900, 700);
                    view.applyCss();
                    return view;
                });
    }

    private void enrol(String server, String code) {
        Picture.onFx(() -> {
            field("#server").setText(server);
            field("#code").setText(code);
            ((Button) root.lookup("#enrol")).fire();
            return 0;
        });
        Picture.settle();
    }

    private TextField field(String id) {
        return (TextField) root.lookup(id);
    }

    private String trouble() {
        return ((Label) root.lookup("#enrol-trouble")).getText();
    }

    @Test
    void addressAndCodeMakeATill() {
        enrol(" km.example.com ", " ABC-123 ");
        assertThat(asked).containsExactly("km.example.com ABC-123");
        assertThat(opened).hasSize(1);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void withoutACodeNobodyIsAsked() {
        enrol("km.example.com", "  ");
        assertThat(asked).isEmpty();
        assertThat(trouble()).contains("Type the address and the code");
    }

    @Test
    void aRefusedCodeIsSaidAndAnotherCanBeTried() {
        answer = new Outcome.CodeRefused("it was used already.");
        enrol("km.example.com", "OLD");
        assertThat(trouble()).contains("it was used already").contains("new one");
        assertThat(field("#code").isDisabled()).isFalse();
        answer = new Outcome.Enrolled();
        enrol("km.example.com", "NEW");
        assertThat(trouble()).isEmpty();
        assertThat(opened).hasSize(1);
    }

    @Test
    void aWrongAddressIsToldFromNoAnswer() {
        answer = new Outcome.WrongAddress("a web shop answers");
        enrol("shop.example.com", "ABC");
        assertThat(trouble()).contains("no KM Motos server").contains("a web shop answers");
        answer = new Outcome.NoAnswer("connection refused");
        enrol("km.example.com", "ABC");
        assertThat(trouble()).contains("Nobody answers").contains("connection refused");
        assertThat(opened).isEmpty();
    }
}
