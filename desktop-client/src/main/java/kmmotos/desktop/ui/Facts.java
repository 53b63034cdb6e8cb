package kmmotos.desktop.ui;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names on the left, values on the right, one below the other.
public final class Facts extends GridPane {

    public Facts() {
        getStyleClass().add("fact-list");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    public Facts add(String name, String value) {
        var shown = new Label(value);
        shown.getStyleClass().add("fact-value");
        shown.setWrapText(true);
        return add(name, shown);
    }

    public Facts add(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(value);
        addRow(getRowCount(), label, value);
        return this;
    }

    public void clear() {
        getChildren().clear();
    }
}
