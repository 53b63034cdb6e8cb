package kmmotos.desktop.stores;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Screen;

/// In front until the till is open.
public final class OpeningScreen implements Screen {
    private final StackPane view = new StackPane();

    public OpeningScreen(OpeningModel model) {
        var words = new Label();
        words.setId("opening");
        words.setWrapText(true);
        words.getStyleClass().add("screen-title");
        words.textProperty().bind(model.wordsProperty());
        var bar = new ProgressBar();
        bar.setId("opening-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.busyProperty());
        bar.accessibleTextProperty().bind(model.wordsProperty());
        var card = new VBox(words, bar);
        card.getStyleClass().addAll("card", "enrolment");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        view.getStyleClass().add("till");
        view.getChildren().add(card);
    }

    @Override
    public Node view() {
        return view;
    }
}
