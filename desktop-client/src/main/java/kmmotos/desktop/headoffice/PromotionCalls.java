package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.model.pricing.Promotion;

/// Head office's calls about promotions.
final class PromotionCalls {
    private final HeadOfficeClient client;

    PromotionCalls(HeadOfficeClient client) {
        this.client = client;
    }

    /// Those that have not ended first, and of both the latest.
    List<PromotionView> promotions() {
        Page<PromotionView> promotions =
                client.get(client.page("promotions", Optional.empty()), new TypeReference<>() {});
        return promotions.items();
    }

    PromotionView save(Promotion promotion) {
        return client.put(
                "promotions/" + promotion.promotionId(), promotion, new TypeReference<>() {});
    }

    void end(UUID promotionId) {
        client.post("promotions/" + promotionId + "/end", Map.of());
    }
}
