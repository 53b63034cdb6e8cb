package kmmotos.model.leases;

import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/// What a lease is on: one customer's credit, one gift card, one coupon.
///
/// @param id the customer's or the card's id, or the coupon's code
/// @param currency of credit and gift cards; a coupon's uses have none
public record LeaseSubject(LeaseKind kind, String id, Optional<Currency> currency) {

    private static final int MAX_LENGTH = 64;

    public LeaseSubject {
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a lease's subject has 1 to %d characters, was \"%s\""
                            .formatted(MAX_LENGTH, id));
        }
        if (currency.isPresent() == (kind == LeaseKind.COUPON)) {
            throw new IllegalArgumentException(
                    "money has a currency and a coupon has none, was %s in %s"
                            .formatted(kind, currency));
        }
    }

    public static LeaseSubject credit(UUID customerId, Currency currency) {
        return new LeaseSubject(LeaseKind.CREDIT, customerId.toString(), Optional.of(currency));
    }

    public static LeaseSubject giftCard(UUID cardId, Currency currency) {
        return new LeaseSubject(LeaseKind.GIFT_CARD, cardId.toString(), Optional.of(currency));
    }

    public static LeaseSubject coupon(String code) {
        return new LeaseSubject(LeaseKind.COUPON, code, Optional.empty());
    }
}
