package kmmotos.desktop.payments;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.payments.PaymentIntent;

@Entity
@Table(name = "payment_intent")
class PaymentIntentRow {
    @Id UUID intentId;
    UUID saleId;
    String state;
    Instant at;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    PaymentIntentRow() {}

    PaymentIntentRow(PaymentIntent intent, Instant at) {
        intentId = intent.intentId();
        saleId = intent.saleId();
        state = PaymentStore.OPEN;
        this.at = at;
        body = JsonText.write(intent);
    }

    PaymentIntent toPaymentIntent() {
        return JsonText.read(body, PaymentIntent.class);
    }
}
