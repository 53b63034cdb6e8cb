package kmmotos.simulation.server;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.server.sync.NewEvent;
import kmmotos.simulation.server.ServerState.Counted;
import kmmotos.simulation.server.ServerState.Moved;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.server.ServerState.StreamKey;

/// What counts adjust: on hand is what was last counted plus what is not in that count's cut. A
/// late event in a cut changes what is missing there.
final class Counts {

    private static final Comparator<Counted> IN_ORDER =
            Comparator.<Counted>comparingLong(counted -> counted.count().weight())
                    .thenComparing(counted -> counted.eventId().toString());

    private final ServerState state;

    Counts(ServerState state) {
        this.state = state;
    }

    /// Keeps new counts; answers by how much they, and late events in earlier counts' cuts, change
    /// what is on hand.
    SortedMap<Sku, Quantity> adjust(StoreId store, List<NewEvent> events, List<Moved> moved) {
        Set<Sku> affected = new HashSet<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.StockCounted(StockCount count)) {
                keep(event.entry().eventId(), count);
                count.lines().forEach(line -> affected.add(line.sku()));
            }
        }
        for (Moved one : moved) {
            if (of(store, one.movement().sku()).anyMatch(counted -> isInCut(counted, one))) {
                affected.add(one.movement().sku());
            }
        }
        SortedMap<Sku, Quantity> changes = new TreeMap<>();
        affected.forEach(sku -> changes.put(sku, adjust(new StockKey(store, sku))));
        changes.values().removeIf(Quantity::isZero);
        return changes;
    }

    private void keep(UUID eventId, StockCount count) {
        Map<StreamKey, Long> cut = new HashMap<>();
        for (JournalMark mark : count.cut()) {
            cut.merge(new StreamKey(mark.device(), mark.incarnation()), mark.seq(), Math::max);
        }
        state.placesOf(eventId)
                .forEach(place -> cut.merge(place.stream(), place.seq() - 1, Math::max));
        state.counts.put(eventId, new Counted(eventId, count, Map.copyOf(cut)));
    }

    private Stream<Counted> of(StoreId store, Sku sku) {
        return state.counts.values().stream()
                .filter(counted -> counted.count().store().equals(store))
                .filter(counted -> line(counted, sku).isPresent());
    }

    private static Optional<StockCount.Line> line(Counted counted, Sku sku) {
        return counted.count().lines().stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    private boolean isInCut(Counted counted, Moved moved) {
        return state.placesOf(moved.eventId()).stream().anyMatch(counted::holds);
    }

    private Quantity adjust(StockKey key) {
        Counted last = of(key.store(), key.sku()).max(IN_ORDER).orElseThrow();
        Quantity missing = line(last, key.sku()).orElseThrow().counted();
        for (Moved moved : state.movements(key).items()) {
            if (isInCut(last, moved)) {
                missing = missing.minus(moved.movement().changeAt(Location.STORE));
            }
        }
        Quantity before = state.adjusted.get(key, Quantity.ZERO);
        state.adjusted.put(key, missing);
        return missing.minus(before);
    }
}
