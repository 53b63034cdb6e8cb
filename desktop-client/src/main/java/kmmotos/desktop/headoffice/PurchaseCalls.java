package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.model.purchasing.PurchaseOrder;

/// Head office's calls about purchase orders.
final class PurchaseCalls {
    private final HeadOfficeClient client;

    PurchaseCalls(HeadOfficeClient client) {
        this.client = client;
    }

    /// Those that are awaited first.
    List<PurchaseView> orders() {
        Page<PurchaseView> orders =
                client.get(
                        client.page("purchase-orders", Optional.empty()), new TypeReference<>() {});
        return orders.items();
    }

    PurchaseView save(PurchaseOrder order) {
        return client.put("purchase-orders/" + order.orderId(), order, new TypeReference<>() {});
    }

    void close(UUID orderId) {
        client.post("purchase-orders/" + orderId + "/close", Map.of());
    }
}
