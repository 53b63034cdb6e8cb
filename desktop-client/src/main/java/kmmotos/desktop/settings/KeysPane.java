package kmmotos.desktop.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyMap;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;

/// Which key does what at the counter, each to be pressed anew.
public final class KeysPane extends VBox {
    private static final int COLUMNS = 2;

    private final KeysModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final GridPane grid = new GridPane();

    public KeysPane(KeysModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        grid.getStyleClass().add("form");
        var hint = new Label(texts.get("keys.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var usual = new Button(texts.get("keys.usual"));
        usual.setId("usual-keys");
        usual.setOnAction(_ -> model.useUsual());
        var bar = new HBox(usual);
        bar.getStyleClass().add("toolbar");
        getChildren().add(new Card(texts.get("keys.title"), hint, grid, bar));
        model.keysProperty().subscribe(this::show);
    }

    private void show(KeyMap keys) {
        grid.getChildren().clear();
        var actions = CounterKey.values();
        int rows = (actions.length + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < actions.length; i++) {
            grid.add(key(keys, actions[i]), i / rows, i % rows);
        }
    }

    private Button key(KeyMap keys, CounterKey action) {
        var button =
                KeyCap.button(
                        keys.shown(action),
                        KeyWords.action(texts, action),
                        () -> dialogs.show(new NewKeyDialog(action, model, texts, dialogs)));
        button.setId("key-" + action.word());
        button.setFocusTraversable(true);
        button.getStyleClass().add("wide");
        return button;
    }
}
