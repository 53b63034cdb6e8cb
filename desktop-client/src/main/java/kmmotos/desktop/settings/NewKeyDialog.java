package kmmotos.desktop.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyPressed;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.Texts;

/// Waits for the key that an action is to have.
final class NewKeyDialog implements Dialog {
    private final CounterKey action;
    private final KeysModel model;
    private final Texts texts;
    private final Dialogs layer;
    private final Button waiting;
    private final VBox view = new VBox();

    NewKeyDialog(CounterKey action, KeysModel model, Texts texts, Dialogs layer) {
        this.action = action;
        this.model = model;
        this.texts = texts;
        this.layer = layer;
        this.waiting = new Button(texts.get("keys.press"));
        waiting.setId("new-key");
        waiting.getStyleClass().addAll("wide", "tall");
        view.getChildren().add(waiting);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return;
        }
        event.consume();
        layer.close(this);
        model.use(action, KeyPressed.name(event));
    }

    @Override
    public String title() {
        return KeyWords.action(texts, action);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return waiting;
    }
}
