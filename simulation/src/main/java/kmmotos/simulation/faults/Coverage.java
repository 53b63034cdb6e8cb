package kmmotos.simulation.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kmmotos.model.sync.EventType;

/// Which fault met which state of the protocol while which kind of fact was the newest.
public final class Coverage {

    /// Where a till stands in the protocol.
    public enum State {
        /// It has no snapshot, or needs a new one.
        WITHOUT_SNAPSHOT,
        /// The server has confirmed everything.
        CONFIRMED,
        /// Facts wait to be sent.
        BACKLOG,
        /// It has begun a new journal and sends everything again.
        NEW_JOURNAL
    }

    public record Cell(State state, EventType newest) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int byState = state.compareTo(other.state);
            return byState != 0 ? byState : newest.compareTo(other.newest);
        }
    }

    private final Map<Fault, Map<Cell, Long>> counts = new EnumMap<>(Fault.class);

    public void count(Fault fault, State state, EventType newest) {
        counts.computeIfAbsent(fault, _ -> new TreeMap<>())
                .merge(new Cell(state, newest), 1L, Long::sum);
    }

    public void add(Coverage other) {
        other.counts.forEach((fault, cells) ->
                cells.forEach((cell, count) ->
                        counts.computeIfAbsent(fault, _ -> new TreeMap<>())
                                .merge(cell, count, Long::sum)));
    }

    public long faults() {
        return counts.values().stream()
                .flatMap(cells -> cells.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long of(Fault fault) {
        return counts.getOrDefault(fault, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The cells that nothing fell into.
    public List<String> empty() {
        List<String> empty = new ArrayList<>();
        forEachCell((fault, cell) -> {
            if (!counts.getOrDefault(fault, Map.of()).containsKey(cell)) {
                empty.add(fault + " x " + cell.state() + " x " + cell.newest());
            }
        });
        return empty;
    }

    public static int cells() {
        return Fault.values().length * State.values().length * EventType.values().length;
    }

    private static void forEachCell(BiConsumer<Fault, Cell> visitor) {
        for (Fault fault : Fault.values()) {
            for (State state : State.values()) {
                for (EventType type : EventType.values()) {
                    visitor.accept(fault, new Cell(state, type));
                }
            }
        }
    }
}
