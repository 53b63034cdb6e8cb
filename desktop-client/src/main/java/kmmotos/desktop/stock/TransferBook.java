package kmmotos.desktop.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.StoreId;

/// Goods that go to, and come from, other stores. What is written here is journaled and works
/// offline; what other stores sent is known as far as the server told.
public interface TransferBook {

    record Shop(StoreId store, String name) {}

    /// @param sent 0 if it was not on the sender's list
    /// @param received what was taken in before
    record Line(StockBook.Item item, Quantity sent, Quantity received) {

        public Quantity open() {
            return sent.minus(received);
        }
    }

    record Incoming(UUID transferId, Shop from, Optional<Instant> sentAt, List<Line> lines) {}

    /// The other stores of the chain, by name.
    List<Shop> others();

    void send(StoreId to, List<Transfer.Line> lines, StaffMember by);

    /// What is on its way to this store, the oldest first.
    List<Incoming> incoming();

    /// @param lines what came now
    void arrive(Incoming transfer, List<Transfer.Line> lines, StaffMember by);
}
