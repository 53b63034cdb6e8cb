package kmmotos.simulation.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.stock.HeadOfficeJournal;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.Moved;
import kmmotos.simulation.server.ServerState.StockKey;

/// What facts do to the stock of their store, and what the store's tills are told of it.
final class StockEffects {

    /// What the till itself has changed in its own figures.
    private record Told(Quantity change, long seq) {

        Told plus(Told later) {
            return new Told(change.plus(later.change), later.seq);
        }
    }

    private final ServerState state;
    private final Balances balances;
    private final Counts counts;

    StockEffects(ServerState state, Balances balances) {
        this.state = state;
        this.balances = balances;
        this.counts = new Counts(state);
    }

    void apply(List<NewEvent> events, News news) {
        Map<Till, List<NewEvent>> tills = new LinkedHashMap<>();
        events.stream()
                .filter(event ->
                        !event.event().movements().isEmpty()
                                || event.event() instanceof Event.StockCounted)
                .forEach(event ->
                        tills.computeIfAbsent(event.till(), _ -> new ArrayList<>()).add(event));
        Map<Till, List<Moved>> moved = new HashMap<>();
        tills.forEach((till, moving) -> {
            moving.sort(Comparator.comparingLong(event -> event.entry().seq()));
            moved.put(till, move(till, moving));
        });
        tills.forEach((till, moving) ->
                adjustAndTell(till, moving, moved.getOrDefault(till, List.of()), news));
    }

    private void adjustAndTell(Till till, List<NewEvent> moving, List<Moved> moved, News news) {
        SortedMap<Sku, Quantity> adjusted = counts.adjust(till.storeId(), moving, moved);
        adjusted.forEach((sku, change) -> add(new StockKey(till.storeId(), sku), change));
        tell(till, moving, news);
        correct(till.storeId(), adjusted, moving, news);
    }

    /// Events that stand in another journal too, and perhaps by that in the cut of a count.
    void placedAgain(List<Arrived> known, News news) {
        known.stream()
                .map(arrived -> arrived.till().storeId())
                .distinct()
                .forEach(store -> placedAgain(store, known, news));
    }

    private void placedAgain(StoreId store, List<Arrived> known, News news) {
        Set<UUID> ids =
                known.stream()
                        .filter(arrived -> arrived.till().storeId().equals(store))
                        .map(Arrived::eventId)
                        .collect(Collectors.toSet());
        SortedMap<Sku, Quantity> adjusted =
                counts.adjust(store, List.of(), state.movementsOf(store, ids));
        adjusted.forEach((sku, change) -> add(new StockKey(store, sku), change));
        correct(store, adjusted, List.of(), news);
    }

    private List<Moved> move(Till till, List<NewEvent> events) {
        List<Moved> moved = new ArrayList<>();
        for (NewEvent event : events) {
            refuseAnotherStore(till, event.event());
            if (event.event() instanceof Event.StockCounted) {
                continue;
            }
            for (StockMovement movement : event.event().movements()) {
                StockKey key = new StockKey(movement.store(), movement.sku());
                Moved one = new Moved(event.entry().eventId(), movement);
                state.movements(key).add(one);
                moved.add(one);
                add(key, movement.changeAt(Location.STORE));
            }
        }
        return moved;
    }

    private static void refuseAnotherStore(Till till, Event event) {
        boolean isOurs =
                event instanceof Event.StockCounted(StockCount count)
                        ? count.store().equals(till.storeId())
                        : event.movements().stream()
                                .allMatch(movement -> movement.store().equals(till.storeId()));
        if (!isOurs) {
            throw new IllegalArgumentException("stock of another store");
        }
    }

    private void add(StockKey key, Quantity change) {
        if (!change.isZero()) {
            balances.addOnHand(key, change);
        }
    }

    /// The till passes over these, for its figures hold them. The last one says how far in its
    /// journal whoever reads this has come.
    private void tell(Till till, List<NewEvent> events, News news) {
        Optional<EntryKey> place = placeOfLast(till, events.getLast());
        SortedMap<Sku, Told> told = told(events);
        told.forEach((sku, change) -> {
            Optional<EntryKey> upTo = place.filter(_ -> sku.equals(told.lastKey()));
            news.add(
                    Scope.store(till.storeId()),
                    new Policy.StockChanged(
                            till.storeId(),
                            sku,
                            change.change(),
                            till.deviceId(),
                            upTo.map(EntryKey::seq).orElse(change.seq()),
                            upTo.map(StockEffects::journal),
                            change.seq() == EventStore.NO_SEQ
                                    ? Optional.of(new UUID(0, 0))
                                    : place.map(StockEffects::journal)));
        });
    }

    private static UUID journal(EntryKey place) {
        return place.stream().incarnation();
    }

    private Optional<EntryKey> placeOfLast(Till till, NewEvent last) {
        return state.placesOf(last.entry().eventId()).stream()
                .filter(place -> place.stream().device().equals(till.deviceId()))
                .max(Comparator.comparingLong(EntryKey::seq));
    }

    private static SortedMap<Sku, Told> told(List<NewEvent> events) {
        SortedMap<Sku, Told> told = new TreeMap<>();
        for (NewEvent event : events) {
            long seq = event.entry().seq();
            if (event.event() instanceof Event.StockCounted(StockCount count)) {
                count.lines()
                        .forEach(line ->
                                told.merge(
                                        line.sku(), new Told(line.difference(), seq), Told::plus));
            } else {
                event.event()
                        .movements()
                        .forEach(movement ->
                                told.merge(
                                        movement.sku(),
                                        new Told(movement.changeAt(Location.STORE), seq),
                                        Told::plus));
            }
        }
        told.values().removeIf(change -> change.change().isZero());
        return told;
    }

    /// Where counts come to something else than their tills took them for, everybody is told.
    private static void correct(
            StoreId store, Map<Sku, Quantity> adjusted, List<NewEvent> events, News news) {
        SortedMap<Sku, Quantity> corrections = new TreeMap<>(adjusted);
        for (NewEvent event : events) {
            if (event.event() instanceof Event.StockCounted(StockCount count)) {
                count.lines()
                        .forEach(line ->
                                corrections.merge(
                                        line.sku(), line.difference().negated(), Quantity::plus));
            }
        }
        corrections.values().removeIf(Quantity::isZero);
        corrections.forEach((sku, change) ->
                news.add(
                        Scope.store(store),
                        new Policy.StockChanged(store, sku, change, HeadOfficeJournal.DEVICE, 0)));
    }
}
