package kmmotos.model.leases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.stores.SampleStores;

/// A lease of each kind.
public final class SampleLeases {

    public static final UUID CARD_LEASE = id(1);
    public static final UUID CREDIT_LEASE = id(2);
    public static final UUID COUPON_LEASE = id(3);
    public static final UUID SERIAL = id(4);
    public static final UUID CUSTOMER = id(5);
    public static final GiftCardNumber NUMBER = number("a card's secret");
    public static final GiftCardNumber OTHER_NUMBER = number("another's secret");
    private static final Instant AT = Instant.parse("2026-11-21T13:00:00Z");

    private SampleLeases() {}

    public static List<Lease> all() {
        return List.of(
                lease(CARD_LEASE, LeaseSubject.giftCard(NUMBER.cardId(), SampleStores.BRL), 8_000),
                lease(CREDIT_LEASE, LeaseSubject.credit(CUSTOMER, SampleStores.BRL), 100_000),
                lease(COUPON_LEASE, LeaseSubject.coupon("WELCOME"), 1));
    }

    public static Lease lease(UUID leaseId, LeaseSubject subject, long granted) {
        return new Lease(leaseId, subject, granted, 0, AT, AT.plus(Duration.ofHours(4)));
    }

    public static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static GiftCardNumber number(String secret) {
        return GiftCardNumber.of(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static UUID id(int n) {
        return UUID.fromString("01890000-0000-7000-8000-00000000060" + n);
    }
}
