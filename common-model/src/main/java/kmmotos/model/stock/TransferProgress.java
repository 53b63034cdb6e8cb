package kmmotos.model.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// How far a transfer has come, from all that is known of it.
///
/// @param sentAt empty while only its arrival is known
public record TransferProgress(
        UUID transferId, StoreId from, StoreId to, Optional<Instant> sentAt, List<Line> lines) {

    public enum State {
        SENT,
        PARTLY_RECEIVED,
        RECEIVED
    }

    public TransferProgress {
        lines = List.copyOf(lines);
    }

    /// @param sent 0 if only its arrival is known
    /// @param received 0 or more, perhaps more than was sent
    public record Line(Sku sku, Quantity sent, Quantity received) {

        /// What is still on its way; below 0 if more came than was sent.
        public Quantity open() {
            return sent.minus(received);
        }
    }

    /// Received when nothing is on its way any more. A transfer of which only the arrival is known
    /// is not: nobody can tell whether that was all.
    public State state() {
        if (lines.stream().allMatch(line -> line.received().isZero())) {
            return State.SENT;
        }
        boolean allCame = lines.stream().noneMatch(line -> line.open().isPositive());
        return allCame && sentAt.isPresent() ? State.RECEIVED : State.PARTLY_RECEIVED;
    }
}
