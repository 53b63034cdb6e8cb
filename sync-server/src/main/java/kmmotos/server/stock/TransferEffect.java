package kmmotos.server.stock;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What is known of transfers between stores. A sending and its arrival are two facts of two
/// stores, each booked for itself and in any order; while only the arrival is known, less than
/// nothing is on its way.
public final class TransferEffect implements Effect {

    /// One side of a transfer, as one event tells it.
    ///
    /// @param sending whether it tells of the sending, or else of an arrival
    record Told(
            UUID eventId,
            UUID transferId,
            StoreId from,
            StoreId to,
            boolean sending,
            Instant at,
            List<Transfer.Line> lines) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = events.stream().flatMap(event -> told(event).stream()).toList();
        if (told.isEmpty()) {
            return;
        }
        TransferStore.checkStores(session, told);
        TransferStore.add(session, told);
        Set<UUID> ids = new TreeSet<>(told.stream().<UUID>map(Told::transferId).toList());
        TransferRequestStore.sent(session, ids, told.getLast().at(), news);
        for (TransferProgress transfer : TransferStore.progress(session, ids)) {
            news.add(Scope.store(transfer.from()), new Policy.TransferChanged(transfer));
            news.add(Scope.store(transfer.to()), new Policy.TransferChanged(transfer));
        }
    }

    /// Adds what these events put on the way to a store, or take off it.
    static void inTransit(
            List<NewEvent> events, SortedMap<BalanceStore.Key, BalanceStore.Change> changes) {
        events.stream()
                .flatMap(event -> told(event).stream())
                .forEach(told ->
                        told.lines()
                                .forEach(line ->
                                        BalanceStore.inTransit(
                                                changes,
                                                told.to(),
                                                line.sku(),
                                                told.sending()
                                                        ? line.quantity()
                                                        : line.quantity().negated())));
    }

    private static List<Told> told(NewEvent event) {
        UUID eventId = event.entry().eventId();
        Instant at = event.entry().at();
        return switch (event.event()) {
            case Event.TransferSent(Transfer sent) ->
                    List.of(
                            new Told(
                                    eventId,
                                    sent.transferId(),
                                    sent.from(),
                                    sent.to(),
                                    true,
                                    at,
                                    sent.lines()));
            case Event.TransferReceived(TransferReceipt came) ->
                    List.of(
                            new Told(
                                    eventId,
                                    came.transferId(),
                                    came.from(),
                                    came.to(),
                                    false,
                                    at,
                                    came.lines()));
            default -> List.of();
        };
    }
}
