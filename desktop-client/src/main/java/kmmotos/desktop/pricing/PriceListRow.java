package kmmotos.desktop.pricing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "price_list")
class PriceListRow {
    @Id String priceListId;
    String zone;
    Instant effectiveFrom;
    boolean fetched;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    PriceListRow() {}

    PriceListRow(String priceListId, String zone, Instant effectiveFrom, boolean fetched) {
        this.priceListId = priceListId;
        this.zone = zone;
        this.effectiveFrom = effectiveFrom;
        this.fetched = fetched;
    }
}
