package kmmotos.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.Stored;

/// The facts that the server has, read from what the tills sent.
record Facts(ServerState state) {

    static Optional<Event> event(Stored stored) {
        return stored.entry().read() instanceof JournalEntry.Reading.Known(Event event)
                ? Optional.of(event)
                : Optional.empty();
    }

    /// Those whose effects don't wait for a person.
    Map<UUID, Event> applied() {
        Set<UUID> waiting =
                state.raised.values().stream()
                        .filter(raised -> raised.code().equals("effect_failed"))
                        .filter(raised -> !raised.solved())
                        .map(raised -> raised.entry().eventId())
                        .collect(Collectors.toSet());
        Map<UUID, Event> applied = new TreeMap<>();
        state.events
                .rows()
                .forEach((id, stored) -> {
                    if (!waiting.contains(id)) {
                        event(stored).ifPresent(event -> applied.put(id, event));
                    }
                });
        return applied;
    }
}
