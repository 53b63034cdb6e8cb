package kmmotos.simulation.till;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.StoreId;

/// Goods that the till sent to other stores and took in from them.
record MemoryTransfers(TillState state) {

    private static String arrival(UUID transferId, Sku sku) {
        return transferId + " " + sku;
    }

    void sent(Transfer transfer, Instant at) {
        if (!state.transfers.has(transfer.transferId())) {
            state.transfers.put(
                    transfer.transferId(),
                    new TransferProgress(
                            transfer.transferId(),
                            transfer.from(),
                            transfer.to(),
                            Optional.of(at),
                            transfer.lines().stream()
                                    .map(line ->
                                            new TransferProgress.Line(
                                                    line.sku(), line.quantity(), Quantity.ZERO))
                                    .toList()));
        }
    }

    void arrived(TransferReceipt receipt) {
        receipt.lines()
                .forEach(line ->
                        state.arrivals.update(
                                arrival(receipt.transferId(), line.sku()),
                                Quantity.ZERO,
                                line.quantity()::plus));
    }

    /// What another store sent and is still to come, as far as this till knows.
    List<TransferProgress> incoming(StoreId store) {
        return state.transfers.values().stream()
                .filter(transfer -> transfer.to().equals(store))
                .map(this::withOwnArrivals)
                .filter(transfer -> transfer.state() != TransferProgress.State.RECEIVED)
                .toList();
    }

    private TransferProgress withOwnArrivals(TransferProgress told) {
        return new TransferProgress(
                told.transferId(),
                told.from(),
                told.to(),
                told.sentAt(),
                told.lines().stream()
                        .map(line -> {
                            Quantity own =
                                    state.arrivals.get(
                                            arrival(told.transferId(), line.sku()), Quantity.ZERO);
                            return own.compareTo(line.received()) <= 0
                                    ? line
                                    : new TransferProgress.Line(line.sku(), line.sent(), own);
                        })
                        .toList());
    }
}
