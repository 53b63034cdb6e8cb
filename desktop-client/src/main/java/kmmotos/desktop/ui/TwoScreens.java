package kmmotos.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

/// Two screens in one place, each on a tab. F11 turns to the other.
public final class TwoScreens implements Screen {

    private final TabPane view = new TabPane();
    private final List<Screen> screens;

    /// A screen and what its tab says.
    public record Part(String title, Screen screen) {}

    public TwoScreens(Part first, Part second) {
        this.screens = List.of(first.screen(), second.screen());
        view.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        view.getTabs()
                .setAll(
                        new Tab(first.title(), first.screen().view()),
                        new Tab(second.title(), second.screen().view()));
        view.getSelectionModel().selectedIndexProperty().subscribe(_ -> shownIfInFront());
    }

    /// Turns to the second one.
    public void showSecond() {
        view.getSelectionModel().select(1);
    }

    private Screen front() {
        return screens.get(view.getSelectionModel().getSelectedIndex());
    }

    private void shownIfInFront() {
        if (view.getScene() != null) {
            front().shown();
        }
    }

    private void turn() {
        view.getSelectionModel().select(1 - view.getSelectionModel().getSelectedIndex());
    }

    @Override
    public Node view() {
        return view;
    }

    /// The tab in front takes the keys only once it is in the window.
    @Override
    public void shown() {
        view.applyCss();
        view.layout();
        front().shown();
    }

    /// Codes of one tab are none of the other.
    @Override
    public boolean scanned(String code) {
        if (front().scanned(code)) {
            return true;
        }
        Screen other = screens.get(1 - view.getSelectionModel().getSelectedIndex());
        boolean taken = other.scanned(code);
        if (taken) {
            turn();
        }
        return taken;
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> shortcuts = new ArrayList<>(front().shortcuts());
        shortcuts.add(Shortcut.of(KeyCode.F11, this::turn));
        return shortcuts;
    }

    @Override
    public void close() {
        screens.forEach(Screen::close);
    }
}
