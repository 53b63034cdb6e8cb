package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What waits for a person, and which of it they chose.
final class WorkList<T> {

    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ObservableList<T> shown = FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<Optional<T>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The same again leaves a table's selection as it is.
    void show(List<T> now) {
        if (!items.equals(now)) {
            items.setAll(now);
        }
    }

    void choose(Optional<T> item) {
        chosen.set(item);
    }

    void clear() {
        items.clear();
        chosen.set(Optional.empty());
    }

    ObservableList<T> items() {
        return shown;
    }

    ReadOnlyObjectProperty<Optional<T>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
