package kmmotos.desktop.sales;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;

@Entity
@Table(name = "parked_basket")
class ParkedBasketRow {
    @Id UUID basketId;
    Instant parkedAt;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ParkedBasketRow() {}

    ParkedBasketRow(ParkedBasket parked) {
        basketId = parked.basketId();
        parkedAt = parked.parkedAt();
        body = JsonText.write(parked);
    }

    ParkedBasket toParkedBasket() {
        return JsonText.read(body, ParkedBasket.class);
    }
}
