package kmmotos.simulation.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.EventType;
import kmmotos.server.sync.NewEvent;
import kmmotos.simulation.server.ServerState.Entry;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.StreamKey;

/// What a Z report must be the sum of, as `ShiftEffect` finds them in PostgreSQL.
record ReportedSales(ServerState state, Till till, NewEvent event, ZReport report) {

    Stream<Sale> sales() {
        return events().flatMap(id -> state.sales.get(id).stream())
                .filter(sale -> sale.shiftId().equals(report.shiftId()));
    }

    Stream<CashMovement> movements() {
        return events().flatMap(id -> state.cashMovements.get(id).stream())
                .filter(movement -> movement.shiftId().equals(report.shiftId()));
    }

    private Stream<UUID> events() {
        StreamKey journal = new StreamKey(till.deviceId(), report.incarnation());
        Stream<UUID> events =
                isInPlace(journal)
                        ? eventsOf(journal, report.fromSeq(), report.toSeq())
                        : past().stream()
                                .flatMap(place -> eventsOf(place.stream(), 1, place.seq() - 1));
        return events.distinct();
    }

    private boolean isInPlace(StreamKey journal) {
        return eventAt(journal, report.toSeq() + 1)
                        .filter(event.entry().eventId()::equals)
                        .findFirst()
                        .isPresent()
                && eventAt(journal, report.fromSeq())
                        .flatMap(id -> state.events.get(id).stream())
                        .anyMatch(stored ->
                                stored.entry().type().equals(EventType.SHIFT_OPENED.wireName()));
    }

    private Stream<UUID> eventAt(StreamKey journal, long seq) {
        return eventsOf(journal, seq, seq);
    }

    private Stream<UUID> eventsOf(StreamKey journal, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> new EntryKey(journal, seq))
                .flatMap(key -> state.entries.get(key).stream())
                .map(Entry::eventId);
    }

    /// Where the report stands in its till's journals, and where older ones hold what those begin
    /// with: whatever is before these places is the report's past.
    private Set<EntryKey> past() {
        Set<EntryKey> past = new HashSet<>();
        Deque<EntryKey> open = new ArrayDeque<>(own(event.entry().eventId()).toList());
        while (!open.isEmpty()) {
            EntryKey place = open.remove();
            if (past.add(place)) {
                eventAt(place.stream(), 1)
                        .flatMap(this::own)
                        .filter(older -> !older.stream().equals(place.stream()))
                        .forEach(open::add);
            }
        }
        return past;
    }

    private Stream<EntryKey> own(UUID id) {
        return state.placesOf(id).stream()
                .filter(place -> place.stream().device().equals(till.deviceId()));
    }
}
