package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.StoreId;

/// Head office's calls about what shops propose to get.
final class ReorderCalls {
    private final HeadOfficeClient client;

    ReorderCalls(HeadOfficeClient client) {
        this.client = client;
    }

    /// The oldest first.
    List<ReorderView> proposals() {
        Page<ReorderView> proposals =
                client.get(
                        client.page("reorder-proposals", Optional.empty()),
                        new TypeReference<>() {});
        return proposals.items();
    }

    /// It was ordered, or is not wanted.
    void done(UUID proposalId) {
        client.post("reorder-proposals/" + proposalId + "/done", Map.of());
    }

    /// Another store is asked for the goods.
    void transfer(UUID proposalId, StoreId from, List<Transfer.Line> lines) {
        client.post(
                "reorder-proposals/" + proposalId + "/transfer",
                Map.of("from", from.value(), "lines", lines));
    }
}
