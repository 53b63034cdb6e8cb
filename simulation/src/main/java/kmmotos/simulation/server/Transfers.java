package kmmotos.simulation.server;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.StockKey;

/// What is known of transfers between stores: two facts, in any order.
final class Transfers {

    private final ServerState state;

    Transfers(ServerState state) {
        this.state = state;
    }

    void apply(List<NewEvent> events, News news) {
        SortedMap<UUID, TransferProgress> changed =
                new TreeMap<>(Comparator.comparing(UUID::toString));
        for (NewEvent event : events) {
            Instant at = event.entry().at();
            switch (event.event()) {
                case Event.TransferSent(Transfer sent) ->
                        changed.put(
                                sent.transferId(),
                                add(
                                        empty(sent.transferId(), sent.from(), sent.to()),
                                        Optional.of(at),
                                        sent.lines()));
                case Event.TransferReceived(TransferReceipt came) ->
                        changed.put(
                                came.transferId(),
                                add(
                                        empty(came.transferId(), came.from(), came.to()),
                                        Optional.empty(),
                                        came.lines()));
                default -> {}
            }
        }
        new Requests(state).sent(changed.keySet(), news);
        changed.values()
                .forEach(transfer -> {
                    news.add(Scope.store(transfer.from()), new Policy.TransferChanged(transfer));
                    news.add(Scope.store(transfer.to()), new Policy.TransferChanged(transfer));
                });
    }

    private TransferProgress empty(UUID id, StoreId from, StoreId to) {
        if (!state.stores.has(from) || !state.stores.has(to)) {
            throw new IllegalArgumentException("there is no such store: " + from + " or " + to);
        }
        return new TransferProgress(id, from, to, Optional.empty(), List.of());
    }

    /// @param sentAt empty for an arrival
    private TransferProgress add(
            TransferProgress first, Optional<Instant> sentAt, List<Transfer.Line> lines) {
        TransferProgress known = state.transfers.get(first.transferId(), first);
        if (!known.from().equals(first.from()) || !known.to().equals(first.to())) {
            throw new IllegalArgumentException("a transfer is between the same two stores always");
        }
        Map<Sku, TransferProgress.Line> sums = new TreeMap<>();
        known.lines().forEach(line -> sums.put(line.sku(), line));
        for (Transfer.Line line : lines) {
            Quantity sent = sentAt.isPresent() ? line.quantity() : Quantity.ZERO;
            Quantity came = sentAt.isPresent() ? Quantity.ZERO : line.quantity();
            sums.merge(
                    line.sku(),
                    new TransferProgress.Line(line.sku(), sent, came),
                    (a, b) ->
                            new TransferProgress.Line(
                                    a.sku(),
                                    a.sent().plus(b.sent()),
                                    a.received().plus(b.received())));
            state.inTransit.update(
                    new StockKey(known.to(), line.sku()),
                    Quantity.ZERO,
                    onItsWay -> onItsWay.plus(sent).minus(came));
        }
        TransferProgress now =
                new TransferProgress(
                        known.transferId(),
                        known.from(),
                        known.to(),
                        known.sentAt().or(() -> sentAt),
                        List.copyOf(sums.values()));
        state.transfers.put(now.transferId(), now);
        return now;
    }
}
