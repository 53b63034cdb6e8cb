package kmmotos.desktop.deposits;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;

/// All that waits for a customer: web orders, and orders of the counter. F11 turns to the other.
public final class OrderTabs implements Screen {

    private final TabPane view = new TabPane();
    private final List<Screen> screens;

    public OrderTabs(Texts texts, Screen web, Screen counter) {
        this.screens = List.of(web, counter);
        view.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        view.getTabs()
                .setAll(
                        new Tab(texts.get("orders.title"), web.view()),
                        new Tab(texts.get("orders.counter.title"), counter.view()));
        view.getSelectionModel().selectedIndexProperty().subscribe(_ -> shownIfInFront());
    }

    /// Turns to the orders of the counter.
    public void showCounter() {
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
