package kmmotos.desktop.shifts;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import kmmotos.desktop.ui.KeyCap;

/// One of several, with the key that chooses it; pressing the chosen one again leaves it chosen.
final class Choice extends ToggleButton {

    Choice(String key, String text, ToggleGroup group) {
        super(text, KeyCap.of(key));
        setToggleGroup(group);
        setFocusTraversable(false);
        setAccessibleText(text + ", " + key);
        getStyleClass().add("key-button");
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
