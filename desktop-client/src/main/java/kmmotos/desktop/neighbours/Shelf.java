package kmmotos.desktop.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;

/// This till's parked sales, as its neighbours may see and take them. Called on the network's
/// threads.
public interface Shelf {
    /// Those that may be taken.
    List<JsonNode> shown();

    /// Gives a sale to one till for good: from the moment this returns no other gets it, not even
    /// this till, and the same one gets it again if it asks again. Empty if it is not here or
    /// another's.
    Optional<JsonNode> handOut(UUID id, DeviceId to);

    /// That till has it on its disk.
    void taken(UUID id, DeviceId by);
}
