package kmmotos.simulation.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.sync.SyncSteps;
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
        /// It has begun a new journal, of which the server has confirmed nothing yet.
        NEW_JOURNAL;

        public static State of(Journal journal, SyncSteps steps, boolean isSnapshotNeeded) {
            boolean isBehind = steps.status().backlog() > 0;
            if (isBehind && steps.status().confirmed() == 0 && journal.series() > 1) {
                return NEW_JOURNAL;
            }
            if (isSnapshotNeeded) {
                return WITHOUT_SNAPSHOT;
            }
            return isBehind ? BACKLOG : CONFIRMED;
        }
    }

    public record Cell(State state, EventType newest) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int byState = state.compareTo(other.state);
            return byState != 0 ? byState : newest.compareTo(other.newest);
        }
    }

    /// A cell that may stay empty, and why.
    public record Excused(Fault fault, State state, EventType newest, String why) {}

    /// All of them. Whatever is not named here must have happened.
    public static final List<Excused> EXCUSED = List.of();

    private final Map<Fault, Map<Cell, Long>> counts = new EnumMap<>(Fault.class);

    /// @param newest empty if there is no fact yet, or none that this program knows
    public void count(Fault fault, State state, Optional<EventType> newest) {
        newest.ifPresent(type ->
                counts.computeIfAbsent(fault, _ -> new TreeMap<>())
                        .merge(new Cell(state, type), 1L, Long::sum));
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

    /// The cells that nothing fell into and that are not excused.
    public List<String> empty() {
        List<String> empty = new ArrayList<>();
        forEachCell((fault, cell) -> {
            if (!counts.getOrDefault(fault, Map.of()).containsKey(cell)
                    && !isExcused(fault, cell)) {
                empty.add(fault + " x " + cell.state() + " x " + cell.newest());
            }
        });
        return empty;
    }

    private static boolean isExcused(Fault fault, Cell cell) {
        return EXCUSED.stream()
                .anyMatch(one ->
                        one.fault() == fault
                                && one.state() == cell.state()
                                && one.newest() == cell.newest());
    }

    public static int cells() {
        return Fault.values().length * State.values().length * EventType.values().length;
    }

    public static void forEachCell(BiConsumer<Fault, Cell> visitor) {
        for (Fault fault : Fault.values()) {
            for (State state : State.values()) {
                for (EventType type : EventType.values()) {
                    visitor.accept(fault, new Cell(state, type));
                }
            }
        }
    }
}
