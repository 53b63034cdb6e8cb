package kmmotos.simulation.till;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;

/// What goes from shop to shop, as the people at a till tell of it.
///
/// @param tables what the till shows
record Parcels(Till till, SimulatedTables tables, Clock clock, RandomGenerator random) {

    /// What another shop asks for is sent, or else something that nobody asked for.
    Optional<Event> sent() {
        Optional<Transfer> answer =
                tables.state().requests.values().stream()
                        .filter(request -> request.from().equals(till.storeId()))
                        .findFirst()
                        .map(request -> request.answeredWith(request.lines()));
        return answer.or(this::unasked).map(Event.TransferSent::new);
    }

    private Optional<Transfer> unasked() {
        return anotherShop().map(to -> new Transfer(id(), till.storeId(), to, List.of(anyGoods())));
    }

    Optional<Event> askedFor() {
        return anotherShop()
                .map(from ->
                        new Event.TransferRequested(
                                new TransferRequest(
                                        id(),
                                        from,
                                        till.storeId(),
                                        List.of(anyGoods()),
                                        clock.instant(),
                                        Counter.CLERK)));
    }

    /// A parcel that was told of, or one whose sender the server has not heard of yet.
    Optional<Event> takenIn() {
        List<TransferProgress> incoming =
                new MemoryTransfers(tables.state()).incoming(till.storeId());
        if (incoming.isEmpty()) {
            return anotherShop().map(from -> takenIn(id(), from, List.of(anyGoods())));
        }
        TransferProgress transfer = incoming.get(random.nextInt(incoming.size()));
        return Optional.of(takenIn(transfer.transferId(), transfer.from(), contents(transfer)));
    }

    private Event takenIn(UUID transferId, StoreId from, List<Transfer.Line> lines) {
        return new Event.TransferReceived(
                new TransferReceipt(id(), transferId, from, till.storeId(), lines));
    }

    private Transfer.Line anyGoods() {
        return new Transfer.Line(Goods.any(random), Quantity.of(1 + random.nextInt(4)));
    }

    private Optional<StoreId> anotherShop() {
        List<StoreId> others =
                tables.state().shops.rows().keySet().stream()
                        .filter(store -> !store.equals(till.storeId()))
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(random.nextInt(others.size())));
    }

    /// Now and then not all that was sent is in the parcel, but something else.
    private List<Transfer.Line> contents(TransferProgress transfer) {
        List<Transfer.Line> open =
                transfer.lines().stream()
                        .filter(line -> line.open().isPositive())
                        .map(line -> new Transfer.Line(line.sku(), line.open()))
                        .toList();
        return open.isEmpty() || random.nextInt(5) == 0
                ? List.of(new Transfer.Line(Goods.any(random), Quantity.ONE))
                : open;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
