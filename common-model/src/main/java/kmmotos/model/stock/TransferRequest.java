package kmmotos.model.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.stores.StoreId;

/// One store asks another for goods. Whoever sends them uses the request's id as the transfer's id,
/// which answers the request, however often and by whichever till.
///
/// @param from the store that is asked to send, not `to`
/// @param to the store that needs the goods
/// @param lines at least one
public record TransferRequest(
        UUID requestId,
        StoreId from,
        StoreId to,
        List<Transfer.Line> lines,
        Instant askedAt,
        UUID askedBy) {

    public TransferRequest {
        lines = List.copyOf(lines);
        Transfer.check(from, to, lines);
    }

    /// The transfer that answers this request.
    ///
    /// @param packed what really goes
    public Transfer answeredWith(List<Transfer.Line> packed) {
        return new Transfer(requestId, from, to, packed);
    }
}
