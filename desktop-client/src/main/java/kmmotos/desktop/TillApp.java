package kmmotos.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import kmmotos.desktop.guide.GuideStore;
import kmmotos.desktop.journal.JournalDamaged;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.stores.EnrolmentModel;
import kmmotos.desktop.stores.EnrolmentScreen;
import kmmotos.desktop.stores.OpeningModel;
import kmmotos.desktop.stores.OpeningScreen;
import kmmotos.desktop.sync.Enroller;
import kmmotos.desktop.sync.EnrolmentAnswer;
import kmmotos.desktop.ui.BackgroundThread;
import kmmotos.desktop.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The till as a program: first run, then the window; both in one stage.
public final class TillApp extends Application {
    private static final Logger log = LoggerFactory.getLogger(TillApp.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final BackgroundThread background = new BackgroundThread("till-work");
    private @Nullable Till till;
    private @Nullable TillWindow window;
    private @Nullable TrainingSwitch training;

    @Override
    public void start(Stage stage) {
        var config = TillConfig.of(folder(getParameters().getNamed()));
        var store = new SettingsStore(config.folder().root().resolve("settings.properties"));
        var settings = store.read(Settings.initial(language()));
        var texts = new Texts(settings.language());
        stage.setTitle(texts.get("ui.title"));
        stage.setMinWidth(1000);
        stage.setMinHeight(680);
        // The customer's window must not keep the program alive.
        stage.setOnHidden(_ -> Platform.exit());
        if (config.folder().isEnrolled()) {
            open(stage, config, settings, store);
        } else {
            enrol(stage, config, settings, store);
        }
        stage.show();
    }

    /// A person can work at the window now.
    private void usable(TillConfig config) {
        ProcessHandle.current()
                .info()
                .startInstant()
                .map(started -> java.time.Duration.between(started, config.clock().instant()))
                .ifPresent(took ->
                        log.info("The window can be used {} ms after the start", took.toMillis()));
        if (getParameters().getUnnamed().contains("--show-and-exit")) {
            exitSoon();
        }
    }

    /// For packaging: proves that the window opens, and trains the start-up cache.
    private static void exitSoon() {
        var shown = new PauseTransition(Duration.seconds(3));
        shown.setOnFinished(_ -> Platform.exit());
        shown.play();
    }

    @Override
    public void stop() {
        if (training != null) {
            training.close();
        }
        if (window != null) {
            window.close();
        }
        background.close();
        if (till != null) {
            till.close();
        }
    }

    private void enrol(Stage stage, TillConfig config, Settings settings, SettingsStore store) {
        var texts = new Texts(settings.language());
        var enroller = new Enroller(config.folder(), Clock.systemUTC(), Till.APP_VERSION);
        var model =
                new EnrolmentModel(
                        (server, code, progress) ->
                                outcome(enroller.enrol(server, code, progress::at)),
                        background,
                        texts,
                        () -> {
                            new GuideStore(config.folder().root()).write(Map.of());
                            open(stage, config, settings, store);
                        });
        var screen = new EnrolmentScreen(model, texts);
        show(stage, (Parent) screen.view(), settings);
        screen.shown();
        usable(config);
        var named = getParameters().getNamed();
        if (named.containsKey("server") && named.containsKey("code")) {
            model.enrol(named.get("server"), named.get("code"));
        }
    }

    private static EnrolmentModel.Outcome outcome(EnrolmentAnswer answer) {
        return switch (answer) {
            case EnrolmentAnswer.Enrolled _ -> new EnrolmentModel.Outcome.Enrolled();
            case EnrolmentAnswer.CodeRefused(String why) ->
                    new EnrolmentModel.Outcome.CodeRefused(why);
            case EnrolmentAnswer.NoAnswer(String why) -> new EnrolmentModel.Outcome.NoAnswer(why);
            case EnrolmentAnswer.WrongAddress(String why) ->
                    new EnrolmentModel.Outcome.WrongAddress(why);
        };
    }

    private void open(Stage stage, TillConfig config, Settings settings, SettingsStore store) {
        var opening = new OpeningModel(new Texts(settings.language()));
        show(stage, (Parent) new OpeningScreen(opening).view(), settings);
        background.run(
                () ->
                        opened(() ->
                                Till.open(
                                        config.withNeighbours(settings.neighbours()), opening::at)),
                opened -> {
                    till = opened;
                    opened.goOnline();
                    try {
                        sell(stage, opened, settings, store);
                        usable(config);
                    } catch (LinkageError | VirtualMachineError broken) {
                        opening.failed(words(new ProgramBroken(broken), settings));
                    }
                },
                failure -> opening.failed(words(failure, settings)));
    }

    private void sell(Stage stage, Till opened, Settings settings, SettingsStore store) {
        var sold = new TillWindow(opened, settings, store, background);
        window = sold;
        stage.setScene(sold.scene(stage.getScene().getWidth(), stage.getScene().getHeight()));
        training =
                new TrainingSwitch(
                        sold,
                        background,
                        other ->
                                other.scene(
                                        stage.getScene().getWidth(), stage.getScene().getHeight()),
                        stage::setScene);
    }

    /// A program that is damaged or lacks memory fails with an Error, which nobody waits for: the
    /// window would say "Opening the till ..." for ever.
    static Till opened(Callable<Till> opening) throws Exception {
        try {
            return opening.call();
        } catch (LinkageError | VirtualMachineError broken) {
            throw new ProgramBroken(broken);
        }
    }

    static String words(Exception failure, Settings settings) {
        var texts = new Texts(settings.language());
        return switch (failure) {
            case ProgramBroken broken -> {
                log.error("The till's program can't run", broken);
                yield texts.get("ui.open.broken", String.valueOf(broken.getMessage()));
            }
            case FolderInUse _ -> texts.get("ui.open.in_use");
            case JournalDamaged damaged ->
                    texts.get("ui.open.damaged", String.valueOf(damaged.getMessage()));
            case StorageFailed failed ->
                    texts.get("ui.open.failed", String.valueOf(failed.getMessage()));
            default -> {
                log.error("The till can't be opened", failure);
                yield texts.get("ui.open.failed", String.valueOf(failure.getMessage()));
            }
        };
    }

    private static void show(Stage stage, Parent root, Settings settings) {
        var scene = new Scene(root, WIDTH, HEIGHT);
        TillWindow.dress(scene, settings);
        stage.setScene(scene);
    }

    private static Path folder(Map<String, String> named) {
        var given = named.get("folder");
        return given == null
                ? Path.of(System.getProperty("user.home"), ".kmmotos", "till")
                : Path.of(given);
    }

    private static Locale language() {
        var system = Locale.getDefault().getLanguage();
        return Texts.LANGUAGES.stream()
                .filter(candidate -> candidate.getLanguage().equals(system))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
