package kmmotos.desktop.stores;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Shown once, before the computer is a till.
public final class EnrolmentScreen implements Screen {
    private final EnrolmentModel model;
    private final Texts texts;
    private final TextField server = new TextField();
    private final TextField code = new TextField();
    private final StackPane view = new StackPane();

    public EnrolmentScreen(EnrolmentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        field(server, "server", "stores.enrol.server");
        field(code, "code", "stores.enrol.code");
        var start = new Button(texts.get("stores.enrol.start"));
        start.setId("enrol");
        start.setDefaultButton(true);
        start.getStyleClass().addAll("primary", "wide", "tall");
        start.disableProperty().bind(model.busyProperty());
        start.setOnAction(_ -> model.enrol(server.getText(), code.getText()));
        var hint = new Label(texts.get("stores.enrol.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var card =
                new VBox(
                        head(texts.get("stores.enrol.title")),
                        hint,
                        new Label(texts.get("stores.enrol.server")),
                        server,
                        new Label(texts.get("stores.enrol.code")),
                        code,
                        start,
                        progress(),
                        trouble());
        card.getStyleClass().addAll("card", "enrolment");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        view.getStyleClass().add("till");
        view.getChildren().add(card);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        server.requestFocus();
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        field.disableProperty().bind(model.busyProperty());
    }

    static Node head(String words) {
        var mark = new StackPane(new FontIcon(MaterialDesignM.MOTORBIKE));
        mark.getStyleClass().add("mark");
        var title = new Label(words);
        title.getStyleClass().add("screen-title");
        var head = new HBox(mark, title);
        head.getStyleClass().add("sign-in-head");
        return head;
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        var words = new Label();
        words.textProperty().bind(model.wordsProperty());
        var box = new VBox(words, bar);
        box.visibleProperty().bind(model.busyProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node trouble() {
        var trouble = new Label();
        trouble.setId("enrol-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        return trouble;
    }
}
