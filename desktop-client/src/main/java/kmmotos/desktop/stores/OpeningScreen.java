package kmmotos.desktop.stores;

import javafx.beans.value.ObservableStringValue;
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
        var counted = label("opening-counted", model.countedProperty());
        counted.getStyleClass().add("muted");
        counted.visibleProperty().bind(model.busyProperty());
        var card =
                new VBox(
                        EnrolmentScreen.head(model.title()),
                        label("opening", model.wordsProperty()),
                        bar(model),
                        counted);
        card.getStyleClass().addAll("card", "enrolment");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        view.getStyleClass().add("till");
        view.getChildren().add(card);
    }

    private static Label label(String id, ObservableStringValue words) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.textProperty().bind(words);
        return label;
    }

    private static ProgressBar bar(OpeningModel model) {
        var bar = new ProgressBar();
        bar.setId("opening-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.busyProperty());
        bar.accessibleTextProperty().bind(model.wordsProperty());
        return bar;
    }

    @Override
    public Node view() {
        return view;
    }
}
