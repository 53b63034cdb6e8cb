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
        return ((Label) root.lookup("#opening")).getText();
    }

    private ProgressBar bar() {
        return (ProgressBar) root.lookup("#opening-progress");
    }

    @Test
    void itSaysHowMuchIsStored() {
        assertThat(words()).isEqualTo("Opening the till ...");
        assertThat(bar().isIndeterminate()).isTrue();
        model.stored(12_000, 30_000);
        Picture.settle();
        assertThat(words()).contains("12,000 of 30,000");
        assertThat(bar().getProgress()).isEqualTo(0.4);
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
