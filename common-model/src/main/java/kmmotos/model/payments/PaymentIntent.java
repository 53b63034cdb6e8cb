package kmmotos.model.payments;

import java.util.UUID;
import kmmotos.model.money.Money;

/// A payment that is about to be asked of a card terminal, written down first so that no crash can
/// lose it.
///
/// @param saleId the sale it is for
/// @param amount more than 0, or less than 0 for a refund
public record PaymentIntent(UUID intentId, UUID saleId, Money amount) {

    public PaymentIntent {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a card payment is not of 0");
        }
    }
}
