package kmmotos.desktop.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kmmotos.desktop.keys.KeyPressed;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Beside the screens of the training: the lessons, the one that is being done with its steps, and
/// how it went.
public final class LessonPane extends VBox {
    private static final String KEY = "Shift+F";

    private final LessonModel model;
    private final Texts texts;
    private final VBox now = new VBox();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

    public LessonPane(LessonModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("lessons");
        now.setId("lesson");
        now.getStyleClass().add("card");
        var content = new VBox(now, choice());
        content.getStyleClass().add("column");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.lessonProperty().subscribe(_ -> show());
        model.stepProperty().subscribe(_ -> show());
        model.outcomeProperty().subscribe(_ -> show());
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /// Lessons are begun by their numbers wherever the focus is.
    public List<Shortcut> shortcuts() {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (Lesson lesson : Lesson.values()) {
            shortcuts.add(Shortcut.of(key(lesson), () -> model.begin(lesson)));
        }
        return shortcuts;
    }

    /// Counts the keys that hands press; whoever hears them before anybody else tells.
    public void pressed(KeyEvent event) {
        boolean counts = !event.getCode().isModifierKey() && event.getCode() != KeyCode.UNDEFINED;
        String key = KeyPressed.name(event);
        if (counts && !key.startsWith(KEY)) {
            model.pressed(key, KeyPressed.isCommand(event));
        }
    }

    public void close() {
        clock.stop();
    }

    private static String key(Lesson lesson) {
        return KEY + (List.of(Lesson.values()).indexOf(lesson) + 1);
    }

    private void tick() {
        model.tick();
    }

    private Node choice() {
        var box = new VBox(title("training.lessons"), hint(texts.get("training.lessons.hint")));
        for (Lesson lesson : Lesson.values()) {
            var button = KeyCap.button(key(lesson), name(lesson), () -> model.begin(lesson));
            button.setId("lesson-" + lesson.word());
            button.getStyleClass().add("wide");
            box.getChildren().add(button);
        }
        box.getStyleClass().add("card");
        return box;
    }

    private String name(Lesson lesson) {
        return texts.get("training.lesson." + lesson.word());
    }

    private void show() {
        now.getChildren().clear();
        model.lessonProperty().get().ifPresent(this::steps);
        if (model.lessonProperty().get().isEmpty()) {
            model.outcomeProperty().get().ifPresent(this::outcome);
        }
        now.setVisible(!now.getChildren().isEmpty());
        now.setManaged(now.isVisible());
    }

    private void steps(Lesson lesson) {
        now.getChildren().add(heading(name(lesson)));
        for (int i = 0; i < lesson.steps().size(); i++) {
            now.getChildren().add(step(lesson.steps().get(i), i - model.stepProperty().get()));
        }
        var counters = new HBox(counter("training.time", seconds()), keys(), mistakes());
        counters.getStyleClass().add("counters");
        now.getChildren().add(counters);
    }

    /// @param ahead below 0 if it is done, 0 if it is to be done now
    private Node step(LessonStep step, int ahead) {
        Ikon icon =
                ahead < 0
                        ? MaterialDesignC.CHECK_CIRCLE
                        : ahead == 0
                                ? MaterialDesignA.ARROW_RIGHT_BOLD_CIRCLE
                                : MaterialDesignC.CIRCLE_OUTLINE;
        var label = new Label(model.words(step), new FontIcon(icon));
        label.setWrapText(true);
        label.getStyleClass().addAll("step", ahead < 0 ? "over" : ahead == 0 ? "now" : "later");
        label.setAccessibleText(
                (ahead < 0 ? texts.get("training.done") + ": " : "") + label.getText());
        return label;
    }

    private Label seconds() {
        var label = new Label();
        label.textProperty().bind(model.secondsProperty().asString("%d s"));
        return label;
    }

    private Node keys() {
        var label = new Label();
        label.setId("lesson-keys");
        label.textProperty().bind(model.keysProperty().asString());
        return counter("training.keys", label);
    }

    private Node mistakes() {
        var label = new Label();
        label.setId("lesson-mistakes");
        label.textProperty().bind(model.mistakesProperty().asString());
        return counter("training.mistakes", label);
    }

    private Node counter(String name, Label value) {
        value.getStyleClass().add("strong");
        var words = new Label(texts.get(name));
        words.getStyleClass().addAll("muted", "small");
        words.setLabelFor(value);
        return new VBox(words, value);
    }

    private void outcome(LessonModel.Outcome told) {
        var title = heading(name(told.result().lesson()));
        title.setGraphic(new FontIcon(MaterialDesignC.CHECK_CIRCLE));
        var figures = new Label(figures(told.result()));
        figures.setId("lesson-result");
        figures.getStyleClass().add("strong");
        now.getChildren().addAll(title, figures, compared(told));
        if (!told.earlier().isEmpty()) {
            now.getChildren().add(hint(texts.get("training.before")));
            told.earlier().forEach(before -> now.getChildren().add(hint(figures(before))));
        }
    }

    private String figures(LessonResult result) {
        return texts.get("training.result", result.seconds(), result.keys(), result.mistakes());
    }

    private Label compared(LessonModel.Outcome told) {
        Optional<LessonResult> best = told.best();
        String words =
                best.map(before ->
                                texts.get(
                                        told.isBest() ? "training.better" : "training.not_better",
                                        told.earlier().size(),
                                        before.seconds(),
                                        before.keys()))
                        .orElseGet(() -> texts.get("training.first"));
        var label = new Label(words);
        label.setWrapText(true);
        label.setId("lesson-compared");
        return label;
    }

    private Label title(String key) {
        return heading(texts.get(key));
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label hint(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
