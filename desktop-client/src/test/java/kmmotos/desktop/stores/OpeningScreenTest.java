package kmmotos.desktop.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpeningScreenTest {
    private final OpeningModel model = new OpeningModel(new Texts(Locale.ENGLISH));
    private final Parent root;

    OpeningScreenTest() {
        Picture.startToolkit();
        root =
                Picture.onFx(() -> {
                    var view = (Parent) new OpeningScreen(model).view();
                    new Scene(view, 800, 600);
                    view.applyCss();
                    return view;
                });
    }

    private String words() {
        return label("#opening").getText();
    }

    private Label label(String id) {
        return (Label) root.lookup(id);
    }

    private ProgressBar bar() {
        return (ProgressBar) root.lookup("#opening-progress");
    }

    @Test
    void itSaysWhatIsDoneAndHowMuchOfIt() {
        assertThat(words()).isEqualTo("Opening the till's database ...");
        assertThat(bar().isIndeterminate()).isTrue();
        model.at(OpeningProgress.Step.CATALOGUE, 12_000, 30_000);
        Picture.settle();
        assertThat(words()).startsWith("Storing catalogue");
        assertThat(label("#opening-counted").getText()).isEqualTo("12,000 of 30,000");
        assertThat(bar().getProgress()).isEqualTo(0.4);
    }

    @Test
    void whileFactsAreAppliedItSaysThatNothingIsLost() {
        model.at(OpeningProgress.Step.FACTS, 60_000, 100_000);
        Picture.settle();
        assertThat(words()).contains("No sale is lost");
        assertThat(label("#opening-counted").getText()).isEqualTo("60,000 of 100,000");
        assertThat(bar().getProgress()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @EnumSource(OpeningProgress.Step.class)
    void eachStepHasItsWords(OpeningProgress.Step step) {
        model.at(step, 0, 0);
        Picture.settle();
        assertThat(words()).isNotBlank().doesNotContain("!");
        assertThat(label("#opening-counted").getText()).isEmpty();
    }

    @Test
    void aTillThatCantBeOpenedShowsNoProgress() {
        Picture.onFx(() -> {
            model.failed("This till is open already.");
            return 0;
        });
        assertThat(words()).isEqualTo("This till is open already.");
        assertThat(bar().isVisible()).isFalse();
    }
}
