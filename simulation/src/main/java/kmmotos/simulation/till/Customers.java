package kmmotos.simulation.till;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.HashChain;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;

/// What customers pay with besides cash: gift cards of any shop, credit, coupons. The till asks for
/// leases as its window does.
///
/// @param receipts the cards that customers have
record Customers(LeaseBook leases, Receipts receipts, RandomGenerator random) {

    /// A card's number, the same for the same serial number.
    static GiftCardNumber cardOf(UUID serial) {
        byte[] text = serial.toString().getBytes(StandardCharsets.US_ASCII);
        return GiftCardNumber.of(HexFormat.of().parseHex(HashChain.sha256Hex(text)));
    }

    /// A card is handed out with money on it.
    Tender.GiftCard handOut(UUID serial, Money amount) {
        GiftCardNumber number = leases.card(serial);
        return Tender.GiftCard.handedOut(number.cardId(), number.lastFour(), amount, serial);
    }

    /// More money goes on a card, if a customer has one.
    Optional<Tender> load(Money amount) {
        return receipts.anyCard(random)
                .map(card -> onCard(card, amount.negated(), Optional.empty()));
    }

    private static Tender onCard(GiftCardNumber card, Money amount, Optional<UUID> lease) {
        return new Tender.GiftCard(card.cardId(), card.lastFour(), amount, lease, Optional.empty());
    }

    Tender payOff(Money amount) {
        return new Tender.Account(Shops.anyCustomer(random), amount.negated(), Optional.empty());
    }

    /// As much as some card bears.
    Optional<Tender> payByCard(Money total) {
        return receipts.anyCard(random)
                .flatMap(card ->
                        held(onCard(card), total.minor())
                                .map(held ->
                                        onCard(
                                                card,
                                                part(held, total),
                                                Optional.of(held.leaseId()))));
    }

    /// As much as some customer's credit bears.
    Optional<Tender> payOnAccount(Money total) {
        UUID customer = Shops.anyCustomer(random);
        return held(LeaseSubject.credit(customer, Goods.CURRENCY), total.minor())
                .map(held ->
                        new Tender.Account(
                                customer, part(held, total), Optional.of(held.leaseId())));
    }

    private static Money part(LeaseFound.Held held, Money total) {
        return Money.ofMinor(Math.min(held.left(), total.minor()), Goods.CURRENCY);
    }

    private static LeaseSubject onCard(GiftCardNumber card) {
        return LeaseSubject.giftCard(card.cardId(), Goods.CURRENCY);
    }

    private Optional<LeaseFound.Held> held(LeaseSubject subject, long wanted) {
        return leases.find(subject, wanted) instanceof LeaseFound.Held held
                ? Optional.of(held)
                : Optional.empty();
    }

    /// Somebody shows a card, asks what is on it, and leaves without buying.
    ///
    /// @param givesBack whether what was set aside goes back at once; else it ends by itself
    void leave(boolean givesBack) {
        receipts.anyCard(random)
                .ifPresent(card -> {
                    var _ = leases.balance(card.cardId());
                    LeaseSubject subject = onCard(card);
                    var _ = leases.find(subject, 1 + random.nextInt(5_000));
                    if (givesBack) {
                        leases.giveBack(subject);
                    }
                });
    }

    /// A coupon that is taken, with its lease; without a connection there is none.
    record Taken(String code, Optional<UUID> lease) {}

    Optional<Taken> take(Coupon coupon) {
        return switch (leases.find(LeaseSubject.coupon(coupon.code()), 1)) {
            case LeaseFound.Held(UUID lease, _) ->
                    Optional.of(new Taken(coupon.code(), Optional.of(lease)));
            case LeaseFound.Offline _ when coupon.maxUses().orElse(0) != 1 ->
                    Optional.of(new Taken(coupon.code(), Optional.empty()));
            case LeaseFound.Offline _,
                    LeaseFound.Unknown _,
                    LeaseFound.NothingLeft _,
                    LeaseFound.Blocked _ ->
                    Optional.empty();
        };
    }

    /// What of this the till can still bear just before the sale is written down; the rest is paid
    /// in cash.
    List<Tender> borne(List<Tender> tenders) {
        List<Tender> ended = leases.ended(tenders);
        return tenders.stream().filter(tender -> !ended.contains(tender)).toList();
    }
}
