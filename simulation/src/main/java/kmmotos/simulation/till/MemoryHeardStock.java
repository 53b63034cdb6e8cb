package kmmotos.simulation.till;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kmmotos.desktop.stock.StockStore;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;

/// What was heard from the shop's other tills and is not in the server's figures yet.
record MemoryHeardStock(TillState state) {

    long heardTo(UUID incarnation) {
        return state.heardJournals.get(incarnation, 0L);
    }

    void heard(StockStore.Heard news) {
        long known = heardTo(news.incarnation());
        for (JournalEntry entry : news.entries()) {
            if (entry.seq() > known) {
                hear(news, entry);
            }
        }
        if (!news.entries().isEmpty()) {
            state.heardJournals.put(
                    news.incarnation(), Math.max(known, news.entries().getLast().seq()));
        }
    }

    private void hear(StockStore.Heard news, JournalEntry entry) {
        if (!(entry.read() instanceof JournalEntry.Reading.Known(Event event))
                || event.movements().isEmpty()) {
            return;
        }
        boolean isNew = !state.heardEvents.has(entry.eventId());
        JournalMark place = new JournalMark(news.device(), news.incarnation(), entry.seq());
        state.heardEvents.update(entry.eventId(), List.of(), places -> with(places, place));
        if (isNew && entry.seq() > news.retold() && !isSeen(place)) {
            SortedMap<Sku, Quantity> changes = changes(event, place);
            if (!changes.isEmpty()) {
                state.heardMovements.put(entry.eventId(), changes);
            }
        }
    }

    private static List<JournalMark> with(List<JournalMark> places, JournalMark place) {
        return Stream.concat(places.stream(), Stream.of(place)).toList();
    }

    private boolean isSeen(JournalMark place) {
        return state.seen.get(journal(place)).filter(mark -> mark.seq() >= place.seq()).isPresent();
    }

    static String journal(JournalMark mark) {
        return mark.device() + " " + mark.incarnation();
    }

    private SortedMap<Sku, Quantity> changes(Event event, JournalMark place) {
        SortedMap<Sku, Quantity> changes = new TreeMap<>();
        for (StockMovement movement : event.movements()) {
            Quantity change = movement.changeAt(Location.STORE);
            String told = item(place.incarnation(), movement.sku());
            if (!change.isZero() && state.toldStock.get(told, 0L) < place.seq()) {
                changes.merge(movement.sku(), change, Quantity::plus);
            }
        }
        return changes;
    }

    private static String item(UUID incarnation, Sku sku) {
        return incarnation + " " + sku;
    }

    /// The server's figure of this item holds the journal up to there.
    void told(UUID incarnation, Sku sku, long seq) {
        state.toldStock.put(item(incarnation, sku), seq);
        forget(incarnation, seq, sku::equals);
    }

    /// All figures of the server hold the journal up to there.
    void told(UUID incarnation, long seq) {
        forget(incarnation, seq, _ -> true);
        String prefix = incarnation + " ";
        List<String> told =
                state.toldStock.rows().tailMap(prefix, true).entrySet().stream()
                        .takeWhile(row -> row.getKey().startsWith(prefix))
                        .filter(row -> row.getValue() <= seq)
                        .map(Map.Entry::getKey)
                        .toList();
        told.forEach(state.toldStock::remove);
    }

    void forget(UUID incarnation) {
        forget(incarnation, Long.MAX_VALUE, _ -> true);
    }

    private void forget(UUID incarnation, long seq, Predicate<Sku> which) {
        for (UUID event : List.copyOf(state.heardMovements.rows().keySet())) {
            boolean isTold =
                    state.heardEvents.get(event, List.of()).stream()
                            .filter(place -> place.incarnation().equals(incarnation))
                            .anyMatch(place -> place.seq() <= seq);
            if (isTold) {
                keepWithout(event, which);
            }
        }
    }

    private void keepWithout(UUID event, Predicate<Sku> which) {
        SortedMap<Sku, Quantity> left =
                new TreeMap<>(state.heardMovements.get(event, new TreeMap<>()));
        if (left.keySet().removeIf(which)) {
            if (left.isEmpty()) {
                state.heardMovements.remove(event);
            } else {
                state.heardMovements.put(event, left);
            }
        }
    }
}
