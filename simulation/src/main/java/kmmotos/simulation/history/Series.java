package kmmotos.simulation.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A list that grows at its end, and whose growth can be undone.
public final class Series<T> {

    private final History history;
    private final List<T> items = new ArrayList<>();

    public Series(History history) {
        this.history = history;
    }

    public void add(T item) {
        items.add(item);
        history.changed(items::removeLast);
    }

    public T get(int index) {
        return items.get(index);
    }

    public int size() {
        return items.size();
    }

    public List<T> items() {
        return Collections.unmodifiableList(items);
    }
}
