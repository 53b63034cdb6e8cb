package kmmotos.installers.drill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.TillCounter;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.sales.CouponFound;
import kmmotos.installers.demo.Clerk;
import kmmotos.installers.till.Document;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.catalog.Sku;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.sales.Tender;

/// What a till's clerk does with gift cards, credit and coupons, through the till's own leases and
/// books. What is refused was not done.
final class LeaseClerk {
    private final HeadlessTill till;
    private final Clerk clerk;
    private final TillCounter books;
    private String lastCard = "";

    LeaseClerk(HeadlessTill till, Clerk clerk) {
        this.till = till;
        this.clerk = clerk;
        this.books = new TillCounter(till.till());
    }

    /// Sells a gift card with one part.
    String sellCard(String amount) {
        UUID serial = UUID.randomUUID();
        GiftCardNumber number = till.till().leases().card(serial);
        Document document = ring(TwoShops.sku(1), "1", List.of());
        Money load = money(amount);
        lastCard = number.code();
        return sold(
                document,
                List.of(
                        Tender.Cash.exactly(document.total().plus(load)),
                        Tender.GiftCard.handedOut(
                                number.cardId(), number.lastFour(), load, serial)),
                List.of());
    }

    String lastCard() {
        return lastCard;
    }

    /// Pays one part with this much of a card, the rest in cash.
    String payByCard(String number, String amount) {
        GiftCardNumber card = GiftCardNumber.parse(number).orElseThrow();
        Money part = money(amount);
        LeaseFound found =
                till.till()
                        .leases()
                        .find(LeaseSubject.giftCard(card.cardId(), part.currency()), part.minor());
        if (!(found instanceof LeaseFound.Held(UUID leaseId, long left)) || left < part.minor()) {
            return "refused " + found;
        }
        Document document = ring(TwoShops.sku(12), "1", List.of());
        return paid(
                document,
                new Tender.GiftCard(
                        card.cardId(),
                        card.lastFour(),
                        part,
                        Optional.of(leaseId),
                        Optional.empty()),
                List.of());
    }

    /// Sells on a customer's account.
    String onAccount(String customer, String sku, String quantity) {
        Document document = ring(sku, quantity, List.of());
        UUID id = UUID.fromString(customer);
        Money total = document.total();
        LeaseFound found =
                till.till().leases().find(LeaseSubject.credit(id, total.currency()), total.minor());
        if (!(found instanceof LeaseFound.Held(UUID leaseId, long left)) || left < total.minor()) {
            return "refused " + found;
        }
        return paid(
                document.of(Optional.of(id)),
                new Tender.Account(id, total, Optional.of(leaseId)),
                List.of());
    }

    /// Sells one part with a coupon, for cash. As at the counter, a till that can't ask goes by the
    /// signature.
    String withCoupon(String text, String sku) {
        Optional<CouponFound> found = books.coupon(text);
        if (!(found.orElse(null) instanceof CouponFound.Known(Coupon coupon, int uses))) {
            return "refused " + found;
        }
        if (!(coupon.check(clerk.day(), money("1000.00"), uses)
                instanceof Coupon.Answer.Accepted)) {
            return "refused used or ended";
        }
        LeaseFound lease = till.till().leases().find(LeaseSubject.coupon(coupon.code()), 1);
        List<UUID> leases = lease instanceof LeaseFound.Held(UUID id, _) ? List.of(id) : List.of();
        boolean goesBySignature =
                lease instanceof LeaseFound.Offline && SignedCoupon.isCode(coupon.code());
        if (leases.isEmpty() && !goesBySignature) {
            return "refused " + lease;
        }
        Document document = ring(sku, "1", List.of(coupon));
        return sold(document, List.of(Tender.Cash.exactly(document.total())), leases);
    }

    /// What the till does every ten minutes.
    String renew() {
        return "renewed " + till.till().leases().run();
    }

    private String paid(Document document, Tender part, List<UUID> leases) {
        Money rest = document.total().minus(part.amount());
        Stream<Tender> cash = rest.isZero() ? Stream.empty() : Stream.of(Tender.Cash.exactly(rest));
        return sold(document, Stream.concat(Stream.of(part), cash).toList(), leases);
    }

    private String sold(Document document, List<Tender> tenders, List<UUID> couponLeases) {
        return "sold " + till.sell(document.paidBy(tenders), couponLeases).receiptNumber();
    }

    private Document ring(String sku, String quantity, List<Coupon> coupons) {
        Basket basket = clerk.basket(List.of(new Sku(sku)));
        return clerk.ring(
                basket.withQuantity(1, Quantity.parse(quantity)).withCoupons(coupons),
                Optional.empty());
    }

    private Money money(String amount) {
        return Money.parse(amount, till.store().currency());
    }
}
