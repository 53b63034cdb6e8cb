package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.leases.LeaseEffect;
import kmmotos.server.leases.Leases;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.News;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.server.ChainTables;
import kmmotos.simulation.server.ServerState;
import org.junit.jupiter.api.Test;

/// What may be used of cards, credit and coupons, whichever store it is kept in.
abstract class LeaseContract extends ServerContract {

    private static final UUID CARD = new UUID(0, 77);
    private static final LeaseSubject ON_CARD = LeaseSubject.giftCard(CARD, Goods.CURRENCY);

    private final List<Arrived> told = new ArrayList<>();

    private Till other() {
        return shops.tills().getLast();
    }

    private Shops.Customer customer() {
        return shops.customers().stream()
                .filter(one -> one.home().equals(till.storeId()))
                .findFirst()
                .orElseThrow();
    }

    private <T> T leases(Till of, Function<Leases, T> work) {
        return side.onLeases(of, tables -> work.apply(new Leases(tables, this::id)));
    }

    private LeaseAnswer ask(Till of, LeaseSubject subject, long wanted) {
        LeaseRequest request = new LeaseRequest(id(), subject, wanted);
        return leases(of, leases -> leases.grant(of, request, NOW));
    }

    private Lease granted(Till of, LeaseSubject subject, long wanted) {
        LeaseAnswer answer = ask(of, subject, wanted);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted) answer).lease();
    }

    private List<Lease> standing(Till of, Instant now) {
        return leases(of, leases -> leases.standing(of, now)).leases();
    }

    /// What happens at a till reaches the server.
    private Arrived tell(Till of, Event event) {
        return together(of, event).getFirst();
    }

    private List<Arrived> together(Till of, Event... events) {
        List<Arrived> batch = new ArrayList<>();
        for (Event event : events) {
            JournalEntry entry = JournalEntry.of(id(), 1, NOW, event);
            batch.add(new Arrived(of, id(), entry, entry.hashAfter(HashChain.START)));
        }
        told.addAll(batch);
        boolean _ =
                side.store()
                        .inTransaction(
                                new Caller.Device(of.deviceId(), of.storeId()),
                                tables -> {
                                    batch.forEach(one -> take(tables, List.of(one)));
                                    tables.apply(
                                            batch.stream().map(ServerContract::known).toList(),
                                            new News());
                                    return true;
                                });
        return batch;
    }

    private void load(long minor) {
        Tender.GiftCard onto =
                Tender.GiftCard.handedOut(
                        CARD, "1234", Money.ofMinor(minor, Goods.CURRENCY), new UUID(0, 78));
        Tender cash = Tender.Cash.exactly(Money.ofMinor(minor, Goods.CURRENCY));
        tell(till, sale(till, List.of(), List.of(cash, onto), List.of(), List.of()));
    }

    private Arrived pay(Till of, Lease lease, long minor) {
        return tell(of, paid(of, lease, minor));
    }

    private Event paid(Till of, Lease lease, long minor) {
        Money amount = Money.ofMinor(minor, Goods.CURRENCY);
        LeaseSubject subject = lease.subject();
        Optional<UUID> by = Optional.of(lease.leaseId());
        Tender paid =
                subject.equals(ON_CARD)
                        ? new Tender.GiftCard(CARD, "1234", amount, by, Optional.empty())
                        : new Tender.Account(UUID.fromString(subject.id()), amount, by);
        return ofGoods(of, paid, List.of(), List.of());
    }

    private Arrived take(Till of, Coupon coupon, Optional<UUID> lease) {
        return tell(of, taken(of, coupon, lease));
    }

    private Event taken(Till of, Coupon coupon, Optional<UUID> lease) {
        Tender cash = Tender.Cash.exactly(Money.ofMinor(500, Goods.CURRENCY));
        return ofGoods(of, cash, List.of(coupon.code()), lease.stream().toList());
    }

    private Event ofGoods(Till of, Tender paid, List<String> coupons, List<UUID> leases) {
        SaleLine line = Goods.line(1, Goods.SKUS.getFirst(), 1, SaleLine.Kind.SALE);
        Tender rest = Tender.Cash.exactly(line.total().minus(paid.amount()));
        return sale(of, List.of(line), List.of(paid, rest), coupons, leases);
    }

    private Event sale(
            Till of,
            List<SaleLine> lines,
            List<Tender> tenders,
            List<String> coupons,
            List<UUID> couponLeases) {
        return new Event.SaleCompleted(
                new Sale(
                        id(),
                        new ReceiptNumber(of.storeId(), of.number(), 1, told.size() + 1L),
                        of.storeId(),
                        of.deviceId(),
                        id(),
                        LocalDate.EPOCH,
                        NOW,
                        id(),
                        Optional.empty(),
                        lines,
                        tenders,
                        Money.sum(lines.stream().map(SaleLine::total).toList(), Goods.CURRENCY),
                        coupons,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        couponLeases));
    }

    private Coupon issued(int uses) {
        Coupon coupon =
                new Coupon(
                        "GIFT-1",
                        new Discount.PercentOff(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(uses),
                        true);
        boolean _ =
                side.inTransaction((ChainTables tables) -> {
                    tables.issue(coupon);
                    return true;
                });
        return coupon;
    }

    private CardBalance balance() {
        return side.onLeases(till, tables -> tables.card(CARD)).orElseThrow();
    }

    private static CardBalance balance(long minor, long held) {
        return new CardBalance(
                Money.ofMinor(minor, Goods.CURRENCY), Money.ofMinor(held, Goods.CURRENCY));
    }

    private long held(LeaseSubject subject) {
        return side.state().held.get(ServerState.key(subject), 0L);
    }

    private List<UUID> overuses() {
        return items(LeaseEffect.OVERUSED);
    }

    private List<UUID> items(String code) {
        return side.state().raised.values().stream()
                .filter(raised -> raised.code().equals(code))
                .map(raised -> raised.entry().eventId())
                .toList();
    }

    @Test
    void whatOneTillHoldsNoOtherIsGiven() {
        assertThat(ask(till, ON_CARD, 1)).isEqualTo(new LeaseAnswer.Unknown());
        load(5_000);

        granted(till, ON_CARD, 4_000);

        assertThat(granted(other(), ON_CARD, 4_000).granted()).isEqualTo(1_000);
        assertThat(ask(other(), ON_CARD, 1)).isEqualTo(new LeaseAnswer.NothingLeft(5_000, 5_000));
        assertThat(balance()).isEqualTo(balance(5_000, 5_000));
    }

    @Test
    void aRequestThatComesTwiceIsGrantedOnce() {
        load(5_000);
        LeaseRequest request = new LeaseRequest(id(), ON_CARD, 2_000);

        LeaseAnswer first = leases(till, leases -> leases.grant(till, request, NOW));
        LeaseAnswer again =
                leases(till, leases -> leases.grant(till, request, NOW.plusSeconds(60)));

        assertThat(again).isEqualTo(first);
        assertThat(balance()).isEqualTo(balance(5_000, 2_000));
    }

    @Test
    void aUseTakesFromWhatIsHeldAndAReleaseFreesTheRest() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 3_000);

        pay(till, lease, 1_000);
        assertThat(balance()).isEqualTo(balance(4_000, 2_000));

        tell(till, new Event.LeaseReleased(lease.leaseId()));
        assertThat(balance()).isEqualTo(balance(4_000, 0));
        assertThat(standing(till, NOW)).noneMatch(open -> open.subject().equals(ON_CARD));
        assertThat(overuses()).isEmpty();
    }

    @Test
    void anotherTillsReleaseFreesNothing() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 3_000);

        tell(other(), new Event.LeaseReleased(lease.leaseId()));

        assertThat(balance()).isEqualTo(balance(5_000, 3_000));
    }

    @Test
    void anExpiredLeaseIsStillHeld() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 5_000);
        Instant late = lease.expiresAt().plus(Duration.ofDays(1));

        LeaseRequest request = new LeaseRequest(id(), ON_CARD, 1);

        LeaseAnswer answer = leases(other(), leases -> leases.grant(other(), request, late));

        assertThat(answer).isEqualTo(new LeaseAnswer.NothingLeft(5_000, 5_000));
        assertThat(standing(till, late)).contains(lease);
    }

    @Test
    void whatIsUsedBeyondALeaseIsBookedAndToldOnce() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 3_000);

        pay(till, lease, 2_000);
        Arrived over = pay(till, lease, 1_500);
        pay(till, lease, 500);

        assertThat(balance()).isEqualTo(balance(1_000, 0));
        assertThat(overuses()).containsExactly(over.entry().eventId());
    }

    @Test
    void aUseOfALeaseThatNobodyGaveIsTold() {
        load(5_000);
        Lease never = new Lease(id(), ON_CARD, 1_000, 0, NOW, NOW.plusSeconds(60));

        Arrived used = pay(till, never, 700);

        assertThat(balance()).isEqualTo(balance(4_300, 0));
        assertThat(overuses()).containsExactly(used.entry().eventId());
    }

    @Test
    void aTillHoldsItsPartOfTheCreditOfCustomersAtHome() {
        Lease slice = slice(till, NOW);

        assertThat(slice.granted()).isEqualTo(customer().limit() * 20 / 100 / 2);
        assertThat(slice(till, NOW.plusSeconds(600)).leaseId()).isEqualTo(slice.leaseId());
        assertThat(held(customer().subject())).isEqualTo(slice.granted());
        assertThat(standing(other(), NOW))
                .noneMatch(lease -> lease.subject().equals(customer().subject()));
    }

    private Lease slice(Till of, Instant now) {
        return standing(of, now).stream()
                .filter(lease -> lease.subject().equals(customer().subject()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void creditThatIsHalfUsedIsFilledUp() {
        Lease slice = slice(till, NOW);

        pay(till, slice, slice.granted() * 3 / 4);
        Lease renewed = slice(till, NOW);

        assertThat(renewed.leaseId()).isEqualTo(slice.leaseId());
        assertThat(renewed.granted() - renewed.used()).isEqualTo(slice.granted());
        assertThat(held(customer().subject())).isEqualTo(slice.granted());
    }

    @Test
    void creditThatWasUsedTooMuchIsFilledUpToItsPartAndNoFurther() {
        Lease slice = slice(till, NOW);

        pay(till, slice, slice.granted());
        pay(till, slice, 500);
        Lease renewed = slice(till, NOW);

        assertThat(renewed.granted() - renewed.used()).isEqualTo(slice.granted());
        assertThat(held(customer().subject())).isEqualTo(slice.granted());
        tell(till, new Event.LeaseReleased(slice.leaseId()));
        assertThat(held(customer().subject())).isZero();
    }

    @Test
    void aCouponsUsesAreHeldAndTakenOff() {
        Coupon coupon = issued(2);
        LeaseSubject uses = LeaseSubject.coupon(coupon.code());

        Lease lease = granted(till, uses, 1);
        granted(other(), uses, 1);
        assertThat(ask(other(), uses, 1)).isEqualTo(new LeaseAnswer.NothingLeft(2, 2));

        take(till, coupon, Optional.of(lease.leaseId()));
        assertThat(held(uses)).isEqualTo(1);
        assertThat(overuses()).isEmpty();
    }

    @Test
    void aCouponTakenByALeaseThatNobodyGaveIsTold() {
        Coupon coupon = issued(1);

        Arrived taken = take(till, coupon, Optional.of(id()));

        assertThat(overuses()).containsExactly(taken.entry().eventId());
    }

    /// The till that holds the last use is in its right, whenever its sale comes.
    @Test
    void whoeverTakesACouponWithoutALeaseWhileItsLastUseIsHeldIsTold() {
        Coupon coupon = issued(1);
        Lease lease = granted(till, LeaseSubject.coupon(coupon.code()), 1);

        Arrived unasked = take(other(), coupon, Optional.empty());
        take(till, coupon, Optional.of(lease.leaseId()));

        assertThat(items("coupon_overused")).containsExactly(unasked.entry().eventId());
        assertThat(overuses()).isEmpty();
    }

    /// A server that was set back has forgotten what it gave; the till's own fact says it.
    @Test
    void aLeaseThatTheServerHasLostIsKeptAgainWhenItsTillTellsOfIt() {
        load(5_000);
        Lease lost = new Lease(id(), ON_CARD, 3_000, 0, NOW, NOW.plusSeconds(60));

        tell(till, new Event.LeasesTaken(List.of(lost)));
        assertThat(balance()).isEqualTo(balance(5_000, 3_000));

        pay(till, lost, 3_000);
        assertThat(balance()).isEqualTo(balance(2_000, 0));
        assertThat(overuses()).isEmpty();
    }

    /// All of a journal comes again in one batch.
    @Test
    void lostLeasesThatComeWithTheirUsesAreKeptInTheirOrder() {
        load(5_000);
        Lease first = new Lease(id(), ON_CARD, 5_000, 0, NOW, NOW.plusSeconds(60));
        Lease second = new Lease(id(), ON_CARD, 2_000, 0, NOW, NOW.plusSeconds(60));

        together(
                till,
                new Event.LeasesTaken(List.of(first)),
                paid(till, first, 3_000),
                new Event.LeaseReleased(first.leaseId()),
                new Event.LeasesTaken(List.of(second)),
                paid(till, second, 2_000));

        assertThat(balance()).isEqualTo(balance(0, 0));
        assertThat(overuses()).isEmpty();
    }

    @Test
    void ofLostLeasesOnOneCouponNoMoreAreKeptThanItHasUses() {
        Coupon coupon = issued(1);
        LeaseSubject uses = LeaseSubject.coupon(coupon.code());
        Lease first = new Lease(id(), uses, 1, 0, NOW, NOW.plusSeconds(60));
        Lease second = new Lease(id(), uses, 1, 0, NOW, NOW.plusSeconds(60));

        List<Arrived> batch =
                together(
                        till,
                        new Event.LeasesTaken(List.of(first)),
                        taken(till, coupon, Optional.of(first.leaseId())),
                        new Event.LeasesTaken(List.of(second)),
                        taken(till, coupon, Optional.of(second.leaseId())));

        assertThat(overuses()).containsExactly(batch.getLast().entry().eventId());
    }

    @Test
    void ofALostLeaseNoMoreIsKeptThanIsStillFree() {
        load(5_000);
        granted(other(), ON_CARD, 4_000);
        Lease lost = new Lease(id(), ON_CARD, 3_000, 0, NOW, NOW.plusSeconds(60));

        tell(till, new Event.LeasesTaken(List.of(lost)));
        assertThat(balance()).isEqualTo(balance(5_000, 5_000));

        Arrived over = pay(till, lost, 3_000);
        pay(till, lost, 100);
        assertThat(overuses()).containsExactly(over.entry().eventId());
    }

    @Test
    void aRenewalThatTheServerHasLostIsKeptAgain() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 1_000);
        Lease renewed =
                new Lease(lease.leaseId(), ON_CARD, 2_500, 0, NOW, NOW.plus(Duration.ofDays(2)));

        tell(till, new Event.LeasesTaken(List.of(renewed)));

        assertThat(balance()).isEqualTo(balance(5_000, 2_500));
        assertThat(standing(till, NOW)).contains(renewed);
    }

    @Test
    void whatWasReleasedIsNotKeptAgain() {
        load(5_000);
        Lease lease = granted(till, ON_CARD, 1_000);
        tell(till, new Event.LeaseReleased(lease.leaseId()));

        tell(till, new Event.LeasesTaken(List.of(lease)));

        assertThat(balance()).isEqualTo(balance(5_000, 0));
    }
}
