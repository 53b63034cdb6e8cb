package kmmotos.desktop.ui;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import kmmotos.desktop.keys.CounterKey;
import org.jspecify.annotations.Nullable;

/// The window's content: navigation, the screen in front, messages, dialogs and the status bar; in
/// front of all of it, while nobody is signed in, the lock screen.
///
/// A scan goes to the top dialog, else, when no dialog is open, to the screen in front. While a
/// dialog is open that doesn't want it, it waits in line; none is dropped.
public final class Shell implements AutoCloseable {
    private static final KeyCombination TRAINING =
            new KeyCodeCombination(KeyCode.T, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination HELP =
            new KeyCodeCombination(KeyCode.F1, KeyCombination.CONTROL_ANY);

    private final ShellModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final MessagePane messages;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final Deque<String> waitingScans = new ArrayDeque<>();
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final StackPane root;
    private @Nullable Screen lockScreen;
    private final KeyCombination lockKey;
    private List<Shortcut> asideKeys = List.of();
    private Consumer<KeyEvent> listener = _ -> {};
    private Runnable training = () -> {};
    private Runnable lock = () -> {};
    private Runnable help = () -> {};
    private Predicate<String> first = _ -> false;
    private @Nullable Screen front;

    public Shell(ShellModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.lockKey = KeyCombination.valueOf(texts.keys().key(CounterKey.LOCK));
        this.dialogs = new Dialogs(texts, frame);
        this.messages = new MessagePane(model.messages(), texts);
        StackPane.setAlignment(messages, Pos.BOTTOM_LEFT);
        content.getStyleClass().add("content");
        frame.setLeft(scrolling(new NavigationPane(model, texts, () -> help.run())));
        frame.setCenter(new StackPane(content, messages));
        frame.setBottom(new StatusBarPane(model));
        root = new StackPane(frame, dialogs);
        root.getStyleClass().add("till");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_PRESSED, FirstInList::choose);
        model.placeProperty().subscribe(_ -> bringToFront());
        model.lockedProperty().subscribe(_ -> bringToFront());
        dialogs.showingProperty().subscribe(_ -> deliverWaitingScans());
    }

    public void add(Place place, Screen screen) {
        screens.put(place, screen);
        bringToFront();
    }

    /// What is shown while nobody is signed in, and what Ctrl+L does from any place.
    public void lockWith(Screen screen, Runnable signOut) {
        lockScreen = screen;
        lock = signOut;
        bringToFront();
    }

    /// Who is asked first whether a scan is for them, wherever the clerk is.
    public void scansFirstTo(Predicate<String> taker) {
        first = taker;
    }

    /// What explains the screen in front: F1, or Ctrl+F1 where that is taken.
    public void helpWith(Runnable explanation) {
        help = explanation;
    }

    /// What Ctrl+T does, also while nobody is signed in.
    public void trainingWith(Runnable turn) {
        training = turn;
    }

    public void turnToTraining() {
        training.run();
    }

    /// Nobody can take this window for one in which things are real.
    ///
    /// @param mark one word, across everything
    /// @param banner what it means, with the way out
    public void markAs(String mark, Node banner) {
        var across = new Label(mark);
        across.setId("mark");
        across.getStyleClass().add("across");
        across.setMouseTransparent(true);
        frame.setTop(banner);
        root.getChildren().add(1, across);
    }

    /// Something that stays beside every screen, with keys that work wherever the focus is.
    public void keepAside(Node node, List<Shortcut> keys) {
        frame.setRight(node);
        asideKeys = List.copyOf(keys);
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Parent root() {
        return root;
    }

    /// Told of each key that hands press, before it does anything.
    public void listenToKeys(Consumer<KeyEvent> told) {
        listener = told;
    }

    /// The scene with the scanner's ear in it.
    public Scene scene(double width, double height, ScanBursts bursts, LongSupplier nanos) {
        var scene = new Scene(root, width, height);
        new ScanCatcher(scene, bursts, nanos, this::scanned);
        return scene;
    }

    /// Comes from the keyboard's bursts or from a scanner on a serial line.
    public void scanned(String code) {
        if (first.test(code)) {
            return;
        }
        if (dialogs.showingProperty().get() && !model.lockedProperty().get()) {
            if (!dialogs.scanned(code)) {
                waitingScans.add(code);
            }
            return;
        }
        if (front == null || !front.scanned(code)) {
            boolean locked = model.lockedProperty().get();
            model.messages().note(texts.get(locked ? "ui.scan.locked" : "ui.scan.elsewhere", code));
        }
    }

    @Override
    public void close() {
        screens.values().forEach(Screen::close);
        if (lockScreen != null) {
            lockScreen.close();
        }
    }

    /// With large letters in a small window not all places fit, and the foot of the window must.
    private static ScrollPane scrolling(Node navigation) {
        var scroll = new ScrollPane(navigation);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("navigation-scroll");
        return scroll;
    }

    private void deliverWaitingScans() {
        while (!dialogs.showingProperty().get() && !waitingScans.isEmpty()) {
            scanned(waitingScans.remove());
        }
    }

    private void bringToFront() {
        boolean locked = model.lockedProperty().get() && lockScreen != null;
        var next = locked ? lockScreen : screens.get(model.placeProperty().get());
        show(frame.getLeft(), !locked);
        if (next == null || next.equals(front)) {
            return;
        }
        if (locked) {
            dialogs.cancelAll();
        }
        front = next;
        content.getChildren().setAll(next.view());
        messages.stayAbove(next.foot());
        next.shown();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void pressed(KeyEvent event) {
        listener.accept(event);
        if (dialogs.showingProperty().get()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                dialogs.cancelTop();
            }
            return;
        }
        if (TRAINING.match(event)) {
            event.consume();
            training.run();
            return;
        }
        if (front == null || model.lockedProperty().get() || goesToPlace(event)) {
            return;
        }
        var chosen =
                Stream.concat(asideKeys.stream(), front.shortcuts().stream())
                        .filter(shortcut -> shortcut.keys().match(event))
                        .findFirst();
        if (chosen.isPresent()) {
            event.consume();
            chosen.get().action().run();
        } else if (lockKey.match(event)) {
            event.consume();
            lock.run();
        } else if (HELP.match(event)) {
            event.consume();
            help.run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            oneStepBack();
        }
    }

    /// No place is a dead end: Esc leads to the sale, where the clerk is at home.
    private void oneStepBack() {
        if (!model.messages().dismissNewest()) {
            model.goTo(Place.SELL);
        }
    }

    private boolean goesToPlace(KeyEvent event) {
        var place =
                Arrays.stream(Place.values())
                        .filter(candidate -> candidate.keys().match(event))
                        .findFirst();
        place.ifPresent(chosen -> {
            event.consume();
            model.goTo(chosen);
        });
        return place.isPresent();
    }
}
