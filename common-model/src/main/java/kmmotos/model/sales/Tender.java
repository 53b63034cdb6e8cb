package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import kmmotos.model.money.Money;

/// How a sale, or a part of it, was paid; negative amounts are paid back.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Tender.Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = Tender.Card.class, name = "card")
})
public sealed interface Tender {

    /// What it adds to the payment.
    Money amount();

    /// The word for this kind of tender in reports and JSON.
    @JsonIgnore
    default String kind() {
        return switch (this) {
            case Cash _ -> "cash";
            case Card _ -> "card";
        };
    }

    /// @param given what the customer handed over; `given` - `change` = `amount`
    record Cash(Money amount, Money given, Money change) implements Tender {

        public Cash {
            if (!given.minus(change).equals(amount)) {
                throw new IllegalArgumentException(
                        "given %s less change %s must be %s".formatted(given, change, amount));
            }
        }

        public static Cash exactly(Money amount) {
            return new Cash(amount, amount, Money.zero(amount.currency()));
        }
    }

    /// @param intentId the [kmmotos.model.payments.PaymentIntent] that was written before
    /// @param reference the terminal's authorisation number, as keyed; may be empty
    record Card(UUID intentId, Money amount, String reference) implements Tender {}
}
