package kmmotos.simulation.till;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.DeviceId;

/// What the customers of the chain have in their hands: every receipt that was printed.
public final class Receipts {

    /// @param incarnation the journal it was written to
    public record Printed(UUID eventId, DeviceId device, UUID incarnation, long seq, Sale sale) {}

    private final Map<UUID, Printed> printed = new LinkedHashMap<>();
    private final Set<UUID> destroyed = new HashSet<>();
    private long facts;

    void print(Printed receipt) {
        printed.put(receipt.eventId(), receipt);
    }

    /// A fact that was written down, receipt or not.
    void written() {
        facts++;
    }

    /// The only disk that held these facts is gone, or was overwritten: nobody can bring them back.
    void destroy(List<UUID> eventIds) {
        destroyed.addAll(eventIds);
    }

    public List<Printed> all() {
        return new ArrayList<>(printed.values());
    }

    public boolean isDestroyed(UUID eventId) {
        return destroyed.contains(eventId);
    }

    public int sales() {
        return printed.size();
    }

    public long facts() {
        return facts;
    }

    public int destroyed() {
        return destroyed.size();
    }
}
