package kmmotos.simulation.history;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A sorted table whose changes can be undone.
public final class Table<K extends Comparable<? super K>, V> {

    private final History history;
    private final TreeMap<K, V> rows = new TreeMap<>();

    public Table(History history) {
        this.history = history;
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public V get(K key, V otherwise) {
        return rows.getOrDefault(key, otherwise);
    }

    public boolean has(K key) {
        return rows.containsKey(key);
    }

    public void put(K key, V value) {
        @Nullable V before = rows.put(key, value);
        history.changed(() -> restore(key, before));
    }

    public void update(K key, V otherwise, UnaryOperator<V> change) {
        put(key, change.apply(get(key, otherwise)));
    }

    public void remove(K key) {
        @Nullable V before = rows.remove(key);
        if (before != null) {
            history.changed(() -> restore(key, before));
        }
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    public void clear() {
        rows.keySet().stream().toList().forEach(this::remove);
    }

    /// Takes over all rows of another table, without a way back.
    public void takeAll(Table<K, V> other) {
        rows.putAll(other.rows);
    }

    public Collection<V> values() {
        return rows.values();
    }

    public NavigableMap<K, V> rows() {
        return rows;
    }

    public int size() {
        return rows.size();
    }
}
