package kmmotos.simulation;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.simulation.server.ServerState;

/// The facts that the server has, read from what the tills sent.
final class Facts {

    private final Map<UUID, Event> all = new TreeMap<>();
    private final Map<UUID, Event> applied;

    Facts(ServerState state) {
        state.events
                .rows()
                .forEach((id, stored) -> {
                    if (stored.entry().read() instanceof JournalEntry.Reading.Known(Event event)) {
                        all.put(id, event);
                    }
                });
        applied = new TreeMap<>(all);
        state.raised.values().stream()
                .filter(raised -> raised.code().equals("effect_failed"))
                .filter(raised -> !raised.solved())
                .forEach(raised -> applied.remove(raised.entry().eventId()));
    }

    /// Those that can be read.
    Map<UUID, Event> all() {
        return all;
    }

    /// Those whose effects don't wait for a person.
    Map<UUID, Event> applied() {
        return applied;
    }
}
