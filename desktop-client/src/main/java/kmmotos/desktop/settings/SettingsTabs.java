package kmmotos.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;

/// What is set at this till, and its devices. F11 turns to the other.
public final class SettingsTabs implements Screen {

    private final TabPane view = new TabPane();
    private final List<Screen> screens;

    public SettingsTabs(Texts texts, Screen settings, Screen devices) {
        this.screens = List.of(settings, devices);
        view.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        view.getTabs()
                .setAll(
                        new Tab(texts.get("settings.title"), settings.view()),
                        new Tab(texts.get("settings.devices"), devices.view()));
        view.getSelectionModel().selectedIndexProperty().subscribe(_ -> shownIfInFront());
    }

    /// Turns to the devices.
    public void showDevices() {
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

    @Override
    public void shown() {
        front().shown();
    }

    @Override
    public boolean scanned(String code) {
        return front().scanned(code);
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
