package kmmotos.model.stock;

import java.util.List;
import java.util.UUID;
import kmmotos.model.stores.StoreId;

/// Goods of a [Transfer] that arrived: all of them, some of them, or more than were sent. A
/// transfer may arrive in several parts. This fact may be known before the sending is, because the
/// sender may be offline.
///
/// @param to the store that takes them in, not `from`
/// @param lines what came, at least one
public record TransferReceipt(
        UUID receiptId, UUID transferId, StoreId from, StoreId to, List<Transfer.Line> lines) {

    public TransferReceipt {
        lines = List.copyOf(lines);
        Transfer.check(from, to, lines);
    }

    public List<StockMovement> movements() {
        return Transfer.movements(lines, to, Location.IN_TRANSIT, Location.STORE);
    }
}
