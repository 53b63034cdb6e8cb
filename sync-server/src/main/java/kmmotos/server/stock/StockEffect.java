package kmmotos.server.stock;

import java.util.ArrayList;
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
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.stock.CountStore.Counted;
import kmmotos.server.stock.MovementStore.Moved;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What events do to stock: the movements as double entry, the balances as sums that go up and
/// down, taken in the order of their keys so that tills never wait for each other in a circle; and
/// what counts adjust.
///
/// The balances are changed, and so locked, before anything is asked about counts. So of a count
/// and a late event that falls into its cut, the second one in always sees the first.
public final class StockEffect implements Effect {

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Moved> moved = MovementStore.moved(events);
        List<Counted> counts = CountStore.counts(events);
        if (moved.isEmpty() && counts.isEmpty()) {
            return;
        }
        MovementStore.insert(session, moved);
        BalanceStore.add(
                session,
                events.stream().map(event -> event.till().storeId()).collect(Collectors.toSet()),
                balances(events, moved, counts));
        List<OfTill> tills = OfTill.from(events, moved, counts);
        Map<DeviceId, JournalPlace> places = JournalPlace.ofLast(session, tills);
        for (OfTill one : tills) {
            adjustAndTell(
                    session, one, Optional.ofNullable(places.get(one.till().deviceId())), news);
        }
    }

    private static void adjustAndTell(
            StatelessSession session, OfTill one, Optional<JournalPlace> place, News news) {
        SortedMap<Sku, Quantity> adjusted =
                place.map(at ->
                                CountStore.adjust(
                                        session, one.till(), one.moved(), one.counts(), at))
                        .orElseGet(TreeMap::new);
        adjust(session, one.till(), adjusted);
        tell(one.till(), told(one.moved(), one.counts()), place, news);
        correct(one.till(), adjusted, one.counts(), news);
    }

    /// What one till's events do to stock.
    record OfTill(Till till, List<Moved> moved, List<Counted> counts) {

        /// In the order of their first events.
        static List<OfTill> from(List<NewEvent> events, List<Moved> moved, List<Counted> counts) {
            Map<DeviceId, OfTill> tills = new LinkedHashMap<>();
            events.forEach(event -> {
                OfTill _ = at(tills, event);
            });
            moved.forEach(one -> at(tills, one.event()).moved().add(one));
            counts.forEach(one -> at(tills, one.event()).counts().add(one));
            tills.values().removeIf(one -> one.moved().isEmpty() && one.counts().isEmpty());
            return List.copyOf(tills.values());
        }

        private static OfTill at(Map<DeviceId, OfTill> tills, NewEvent event) {
            return tills.computeIfAbsent(
                    event.till().deviceId(),
                    _ -> new OfTill(event.till(), new ArrayList<>(), new ArrayList<>()));
        }
    }

    /// An event that comes again in another journal may stand in the cut of a count by that.
    @Override
    public void placedAgain(StatelessSession session, List<Arrived> known, News news) {
        Map<Till, List<Arrived>> tills =
                known.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Arrived::till, LinkedHashMap::new, Collectors.toList()));
        SortedMap<BalanceStore.Key, BalanceStore.Change> locked = new TreeMap<>();
        tills.forEach((till, own) ->
                MovementStore.skus(session, till, own)
                        .forEach(sku ->
                                BalanceStore.onHand(locked, till.storeId(), sku, Quantity.ZERO)));
        if (locked.isEmpty()) {
            return;
        }
        BalanceStore.add(
                session,
                tills.keySet().stream().map(Till::storeId).collect(Collectors.toSet()),
                locked);
        tills.forEach((till, own) -> {
            SortedMap<Sku, Quantity> adjusted = CountStore.adjustAgain(session, till, own);
            adjust(session, till, adjusted);
            correct(till, adjusted, List.of(), news);
        });
    }

    /// What changes where; every counted SKU is in it, to be locked.
    private static SortedMap<BalanceStore.Key, BalanceStore.Change> balances(
            List<NewEvent> events, List<Moved> moved, List<Counted> counts) {
        SortedMap<BalanceStore.Key, BalanceStore.Change> changes = new TreeMap<>();
        for (Moved one : moved) {
            StockMovement movement = one.movement();
            BalanceStore.onHand(
                    changes, movement.store(), movement.sku(), movement.changeAt(Location.STORE));
        }
        for (Counted count : counts) {
            count.count()
                    .lines()
                    .forEach(line ->
                            BalanceStore.onHand(
                                    changes, count.count().store(), line.sku(), Quantity.ZERO));
        }
        TransferEffect.inTransit(events, changes);
        return changes;
    }

    private static void adjust(
            StatelessSession session, Till till, SortedMap<Sku, Quantity> adjusted) {
        SortedMap<BalanceStore.Key, BalanceStore.Change> changes = new TreeMap<>();
        adjusted.forEach(
                (sku, change) -> BalanceStore.onHand(changes, till.storeId(), sku, change));
        BalanceStore.add(session, Set.of(till.storeId()), changes);
    }

    /// What the till itself has changed in its own figures by these events.
    private record Told(Quantity change, long seq) {

        Told plus(Told other) {
            return new Told(change.plus(other.change), Math.max(seq, other.seq));
        }
    }

    private static SortedMap<Sku, Told> told(List<Moved> moved, List<Counted> counts) {
        SortedMap<Sku, Told> told = new TreeMap<>();
        for (Moved one : moved) {
            told.merge(
                    one.movement().sku(),
                    new Told(one.movement().changeAt(Location.STORE), one.event().entry().seq()),
                    Told::plus);
        }
        for (Counted count : counts) {
            count.count()
                    .lines()
                    .forEach(line ->
                            told.merge(
                                    line.sku(),
                                    new Told(line.difference(), count.event().entry().seq()),
                                    Told::plus));
        }
        told.values().removeIf(change -> change.change().isZero());
        return told;
    }

    /// The till passes over these, for its figures hold them. The last one says how far in its
    /// journal whoever reads this has come.
    private static void tell(
            Till till, SortedMap<Sku, Told> told, Optional<JournalPlace> place, News news) {
        told.forEach((sku, change) -> {
            Optional<JournalPlace> upTo = place.filter(_ -> sku.equals(told.lastKey()));
            news.add(
                    Scope.store(till.storeId()),
                    new Policy.StockChanged(
                            till.storeId(),
                            sku,
                            change.change(),
                            till.deviceId(),
                            upTo.map(JournalPlace::seq).orElse(change.seq()),
                            upTo.map(JournalPlace::incarnation),
                            journal(change, place)));
        });
    }

    /// What was repaired is told as if head office had booked it: a snapshot that the till took
    /// meanwhile lacks it, although it holds the till's journal up to there, so only another one
    /// can tell the till where it stands.
    private static Optional<UUID> journal(Told change, Optional<JournalPlace> place) {
        return change.seq() == EventStore.NO_SEQ
                ? Optional.of(HeadOfficeJournal.INCARNATION)
                : place.map(JournalPlace::incarnation);
    }

    /// Where the counts come to something else than their tills took them for, everybody is told.
    private static void correct(
            Till till, SortedMap<Sku, Quantity> adjusted, List<Counted> counts, News news) {
        Map<Sku, Quantity> corrections = new HashMap<>(adjusted);
        for (Counted count : counts) {
            count.count()
                    .lines()
                    .forEach(line ->
                            corrections.merge(
                                    line.sku(), line.difference().negated(), Quantity::plus));
        }
        corrections.values().removeIf(Quantity::isZero);
        new TreeMap<>(corrections)
                .forEach((sku, change) ->
                        news.add(
                                Scope.store(till.storeId()),
                                new Policy.StockChanged(
                                        till.storeId(), sku, change, HeadOfficeJournal.DEVICE, 0)));
    }
}
