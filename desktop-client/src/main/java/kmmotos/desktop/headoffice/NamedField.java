package kmmotos.desktop.headoffice;

import javafx.scene.control.TextField;
import kmmotos.desktop.ui.Texts;

/// A field that says what belongs into it, also to who does not see it.
final class NamedField extends TextField {

    NamedField(Texts texts, String id, String key) {
        setId(id);
        setPromptText(texts.get(key));
        setAccessibleText(texts.get(key));
    }

    /// What was typed; the field is empty afterwards.
    String take() {
        String typed = getText();
        clear();
        return typed;
    }
}
