package kmmotos.desktop.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/// A column of a table that shows one text of each row. Unsorted: the model decides the order.
public final class TextColumn<S> extends TableColumn<S, String> {

    public TextColumn(String title, double width, Function<S, String> text) {
        super(title);
        setPrefWidth(width);
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    /// Figures stand at the right edge.
    public TextColumn<S> right() {
        getStyleClass().add("right");
        return this;
    }
}
