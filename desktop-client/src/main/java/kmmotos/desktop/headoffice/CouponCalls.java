package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;

/// Head office's calls about signed coupons.
final class CouponCalls {
    private final HeadOfficeClient client;

    CouponCalls(HeadOfficeClient client) {
        this.client = client;
    }

    /// The newest ones.
    List<CouponBatchView> batches() {
        Page<CouponBatchView> batches =
                client.get(
                        client.page("coupon-batches", Optional.empty()), new TypeReference<>() {});
        return batches.items();
    }

    /// @param batchId the same for every try, so that they are issued once
    CouponBatchView issue(UUID batchId, CouponBatchView.Terms terms) {
        return client.put("coupon-batches/" + batchId, terms, new TypeReference<>() {});
    }

    /// Each coupon on a line, for the printer.
    String file(UUID batchId) {
        return client.text(
                client.at("coupon-batches/" + batchId + "/coupons")
                        .addQueryParameter("format", "csv"));
    }

    void withdraw(UUID batchId, String note) {
        client.post("coupon-batches/" + batchId + "/withdraw", Map.of("note", note));
    }
}
