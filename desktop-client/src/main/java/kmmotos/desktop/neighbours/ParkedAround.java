package kmmotos.desktop.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;

/// The parked sales of the shop: this till's own, and those the neighbours show.
final class ParkedAround {
    private final Shelf shelf;
    private final AtomicLong version = new AtomicLong();
    private final Map<DeviceId, List<JsonNode>> shown = new ConcurrentHashMap<>();

    ParkedAround(Shelf shelf) {
        this.shelf = shelf;
    }

    /// Counts up with each change of this till's own.
    long version() {
        return version.get();
    }

    void changed() {
        version.incrementAndGet();
    }

    List<JsonNode> own() {
        return shelf.shown().stream().limit(Ask.Show.MAX_PARKED).toList();
    }

    void shows(DeviceId neighbour, List<JsonNode> parked) {
        shown.put(neighbour, parked.stream().limit(Ask.Show.MAX_PARKED).toList());
    }

    /// What the tills that are connected show.
    List<Neighbours.Parked> of(List<Till> connected) {
        List<Neighbours.Parked> all = new ArrayList<>();
        for (Till till : connected) {
            shown.getOrDefault(till.deviceId(), List.of())
                    .forEach(sale -> all.add(new Neighbours.Parked(till, sale)));
        }
        return all;
    }

    Optional<JsonNode> handOut(UUID id, DeviceId to) {
        Optional<JsonNode> given = shelf.handOut(id, to);
        changed();
        return given;
    }

    void taken(UUID id, DeviceId by) {
        shelf.taken(id, by);
        changed();
    }
}
