package kmmotos.desktop.neighbours;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Policy;

/// The tills of the shop, this one among them, as the feed told of them last.
final class Roster {
    private final DeviceId self;
    private final Supplier<List<Policy.TillChanged>> source;
    private volatile List<KnownTill> tills = List.of();

    Roster(DeviceId self, Supplier<List<Policy.TillChanged>> source) {
        this.self = self;
        this.source = source;
    }

    void refresh() {
        tills = source.get().stream().map(KnownTill::from).toList();
    }

    Optional<KnownTill> self() {
        return find(self);
    }

    Optional<KnownTill> find(DeviceId device) {
        return tills.stream().filter(till -> till.device().equals(device)).findFirst();
    }

    /// The tills that may be talked to, without this one.
    List<KnownTill> neighbours() {
        return tills.stream()
                .filter(till -> !till.isRevoked() && !till.device().equals(self))
                .toList();
    }

    /// Whose key this is, if that till may be talked to.
    Optional<KnownTill> neighbour(PublicKey key) {
        return neighbours().stream().filter(till -> till.hasKey(key)).findFirst();
    }

    boolean isNeighbour(DeviceId device) {
        return neighbours().stream().anyMatch(till -> till.device().equals(device));
    }
}
