package kmmotos.desktop;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.training.LessonModel;
import kmmotos.desktop.training.LessonPane;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import org.jspecify.annotations.Nullable;

/// Turns a till's window from real to training and back. The real window stays as it is meanwhile,
/// with its open sale and locked; its till goes on talking to head office.
final class TrainingSwitch implements AutoCloseable {
    private static final String KEY = "Ctrl+T";

    private final TillWindow window;
    private final Background background;
    private final Function<TillWindow, Scene> scenes;
    private final Consumer<Scene> show;
    private boolean isTurning;
    private @Nullable Classroom classroom;

    /// The training while it is in front.
    private record Classroom(Till till, TillWindow window, LessonPane lessons, Scene before) {}

    /// @param window of the real till
    /// @param scenes makes the scene of another window
    /// @param show puts a scene in front
    TrainingSwitch(
            TillWindow window,
            Background background,
            Function<TillWindow, Scene> scenes,
            Consumer<Scene> show) {
        this.window = window;
        this.background = background;
        this.scenes = scenes;
        this.show = show;
        window.shell().trainingWith(this::turn);
        window.signInScreen()
                .trainingBy(KeyCap.button(KEY, texts().get("training.enter"), this::turn));
    }

    /// The training's window while it is in front.
    Optional<TillWindow> practising() {
        return Optional.ofNullable(classroom).map(Classroom::window);
    }

    void turn() {
        if (isTurning) {
            return;
        }
        if (classroom == null) {
            enter();
        } else {
            leave(classroom);
        }
    }

    private void enter() {
        isTurning = true;
        var person = window.desk().signIn().operator();
        window.desk().signIn().lock();
        window.model().messages().note(texts().get("training.preparing"));
        background.run(
                () -> Training.open(window.desk().till()),
                opened -> {
                    isTurning = false;
                    window.model().messages().clear();
                    show(opened);
                    person.ifPresent(member ->
                            practising().ifPresent(at -> at.desk().signIn().choose(member)));
                },
                failure -> {
                    isTurning = false;
                    window.model()
                            .messages()
                            .problem(
                                    texts().get(
                                                    "training.failed",
                                                    String.valueOf(failure.getMessage())));
                });
    }

    private void show(Till opened) {
        Settings real = window.settings();
        Settings settings =
                real.withLabels(new DeviceAddress.None()).withCounter(real.counter().practising());
        var store =
                new SettingsStore(opened.config().folder().root().resolve("settings.properties"));
        var other = new TillWindow(opened, settings, store, background);
        var scene = scenes.apply(other);
        classroom = new Classroom(opened, other, furnish(other), window.shell().root().getScene());
        show.accept(scene);
        other.desk().signIn().refresh();
    }

    private LessonPane furnish(TillWindow other) {
        var shell = other.shell();
        var model =
                new LessonModel(
                        new LessonModel.AtTill(
                                other.desk().sales(),
                                other.shifts(),
                                other.model().placeProperty(),
                                other.model()::goTo),
                        new TillLessons(window.desk().till()),
                        window.desk().till().config().clock()::instant);
        var lessons = new LessonPane(model, other.desk().texts());
        other.desk().signIn().operatorProperty().subscribe(_ -> model.stop());
        shell.markAs(texts().get("training.mark"), banner(other.desk().texts()));
        shell.keepAside(lessons, lessons.shortcuts());
        shell.listenToKeys(lessons::pressed);
        shell.trainingWith(this::turn);
        other.signInScreen()
                .trainingBy(KeyCap.button(KEY, texts().get("training.leave"), this::turn));
        return lessons;
    }

    private HBox banner(Texts texts) {
        var words = new Label(texts.get("training.banner"));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var back = KeyCap.button(KEY, texts.get("training.leave"), this::turn);
        back.setId("leave-training");
        var banner = new HBox(words, back);
        banner.getStyleClass().add("training-banner");
        return banner;
    }

    private void leave(Classroom left) {
        classroom = null;
        show.accept(left.before());
        end(left);
    }

    private static void end(Classroom left) {
        left.lessons().close();
        left.window().close();
        Training.end(left.till());
    }

    private Texts texts() {
        return window.desk().texts();
    }

    @Override
    public void close() {
        if (classroom != null) {
            end(classroom);
            classroom = null;
        }
    }
}
