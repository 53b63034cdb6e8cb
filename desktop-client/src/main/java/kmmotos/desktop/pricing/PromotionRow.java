package kmmotos.desktop.pricing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.pricing.Promotion;

@Entity
@Table(name = "promotion")
class PromotionRow {
    @Id UUID promotionId;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    PromotionRow() {}

    PromotionRow(Promotion promotion) {
        promotionId = promotion.promotionId();
        body = JsonText.write(promotion);
    }

    Promotion toPromotion() {
        return JsonText.read(body, Promotion.class);
    }
}
