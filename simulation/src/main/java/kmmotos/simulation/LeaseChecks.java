package kmmotos.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Event;
import kmmotos.server.leases.KeptLease;
import kmmotos.server.leases.LeaseEffect;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.Raised;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.TillState.KnownLease;

/// What must hold of gift cards, credit, coupons and the leases on them: nobody spends anything
/// twice but a till that was cloned or set back, or one whose lease the server lost; and then
/// people are told.
final class LeaseChecks {

    private final SimulatedServer server;
    private final ServerState state;
    private final Facts facts;
    private final List<SimulatedTill> tills;
    private final Receipts receipts;
    private final List<String> violations = new ArrayList<>();

    LeaseChecks(SimulatedServer server, Facts facts, List<SimulatedTill> tills, Receipts receipts) {
        this.server = server;
        this.state = server.state();
        this.facts = facts;
        this.tills = tills;
        this.receipts = receipts;
    }

    List<String> violations() {
        balancesAreTheFoldOfTheFacts();
        heldIsWhatOpenLeasesHold();
        nothingStaysHeld();
        whatWasSpentTwiceIsTold();
        whatIsToldHappened();
        leasesWereTakenBeforeTheyWereUsed();
        noTillHasMoreThanIsHeldForIt();
        return violations;
    }

    private void report(String rule, Stream<String> places) {
        List<String> all = places.sorted().toList();
        if (!all.isEmpty()) {
            violations.add("%s: %d, such as %s".formatted(rule, all.size(), all.getFirst()));
        }
    }

    private Stream<Sale> sales() {
        return facts.applied().values().stream()
                .filter(Event.SaleCompleted.class::isInstance)
                .map(event -> ((Event.SaleCompleted) event).sale());
    }

    private void balancesAreTheFoldOfTheFacts() {
        Map<String, Long> folded = new TreeMap<>();
        sales().flatMap(sale -> sale.tenders().stream())
                .forEach(tender ->
                        subject(tender)
                                .ifPresent(of ->
                                        folded.merge(
                                                ServerState.key(of),
                                                -tender.amount().minor(),
                                                Long::sum)));
        Set<String> keys = new TreeSet<>(folded.keySet());
        keys.addAll(state.accounts.rows().keySet());
        report(
                "I6 a balance is not the sum of its tenders",
                keys.stream()
                        .filter(key ->
                                !folded.getOrDefault(key, 0L)
                                        .equals(
                                                state.accounts
                                                        .get(key)
                                                        .map(ServerState.Account::balance)
                                                        .orElse(0L)))
                        .map(key -> key + " " + folded.get(key) + " " + state.accounts.get(key)));
    }

    private static Optional<LeaseSubject> subject(Tender tender) {
        return switch (tender) {
            case Tender.Cash _, Tender.Card _, Tender.Deposit _, Tender.ForeignCash _ ->
                    Optional.empty();
            case Tender.GiftCard card ->
                    Optional.of(LeaseSubject.giftCard(card.cardId(), card.amount().currency()));
            case Tender.Account account ->
                    Optional.of(
                            LeaseSubject.credit(account.customerId(), account.amount().currency()));
        };
    }

    private void heldIsWhatOpenLeasesHold() {
        Map<String, Long> folded = new TreeMap<>();
        state.leases.values().stream()
                .filter(lease -> lease.held() > 0)
                .forEach(lease ->
                        folded.merge(
                                ServerState.key(lease.lease().subject()), lease.held(), Long::sum));
        Map<String, Long> held = new TreeMap<>(state.held.rows());
        held.values().removeIf(amount -> amount == 0);
        if (!folded.equals(held)) {
            violations.add("I6 open leases hold %s, but %s is held".formatted(folded, held));
        }
    }

    /// Everything is well for longer than a sale's lease lasts.
    private void nothingStaysHeld() {
        report(
                "I6 something stays held",
                state.leases.values().stream()
                        .filter(lease -> lease.held() > 0)
                        .filter(lease -> lease.lease().subject().kind() != LeaseKind.CREDIT)
                        .map(KeptLease::toString));
    }

    private void whatWasSpentTwiceIsTold() {
        Set<String> told =
                items().flatMap(this::subjects)
                        .map(ServerState::key)
                        .collect(Collectors.toCollection(HashSet::new));
        state.raised.values().stream()
                .filter(raised -> raised.code().equals("coupon_overused"))
                .flatMap(raised -> sale(raised).stream())
                .flatMap(sale -> sale.coupons().stream())
                .forEach(code -> told.add(ServerState.key(LeaseSubject.coupon(code))));
        report(
                "I6 something was spent twice, and nobody was told",
                Stream.concat(overspentAccounts(), overspentCoupons())
                        .filter(key -> !told.contains(key)));
    }

    private Stream<String> overspentAccounts() {
        return state.accounts.rows().entrySet().stream()
                .filter(account ->
                        account.getValue().total() < state.held.get(account.getKey(), 0L))
                .filter(_ -> receipts.destroyed() == 0)
                .map(Map.Entry::getKey);
    }

    private Stream<String> overspentCoupons() {
        return state.coupons.values().stream()
                .filter(known ->
                        known.coupon().maxUses().filter(most -> most < known.uses()).isPresent())
                .map(known -> ServerState.key(LeaseSubject.coupon(known.coupon().code())));
    }

    private Stream<Raised> items() {
        return state.raised.values().stream()
                .filter(raised -> raised.code().equals(LeaseEffect.OVERUSED));
    }

    private Optional<Sale> sale(Raised raised) {
        return facts.all().get(raised.entry().eventId()) instanceof Event.SaleCompleted(Sale sale)
                ? Optional.of(sale)
                : Optional.empty();
    }

    private Stream<LeaseSubject> subjects(Raised raised) {
        return sale(raised).stream()
                .flatMap(sale ->
                        Stream.concat(
                                sale.coupons().stream().map(LeaseSubject::coupon),
                                sale.tenders().stream().flatMap(used -> subject(used).stream())));
    }

    private static Stream<UUID> leases(Sale sale) {
        return Stream.concat(
                sale.couponLeases().stream(),
                sale.tenders().stream().flatMap(tender -> LeaseStore.leaseOf(tender).stream()));
    }

    /// One item for each lease, and none without a cause.
    private void whatIsToldHappened() {
        Set<DeviceId> forgetful = receipts.forgetful();
        report(
                "I6 a till is said to have used too much",
                items().filter(raised -> !forgetful.contains(raised.till().deviceId()))
                        .filter(_ -> !server.hasLost())
                        .map(raised -> raised.till() + " " + raised.cause()));
        Map<UUID, Long> byLease = new HashMap<>();
        items().flatMap(raised -> sale(raised).stream())
                .filter(sale -> leases(sale).count() == 1)
                .flatMap(LeaseChecks::leases)
                .filter(state.leases::has)
                .forEach(lease -> byLease.merge(lease, 1L, Long::sum));
        report(
                "I6 one lease is told more than once",
                byLease.entrySet().stream()
                        .filter(lease -> lease.getValue() > 1)
                        .map(Object::toString));
    }

    private void leasesWereTakenBeforeTheyWereUsed() {
        Set<UUID> taken =
                facts.all().values().stream()
                        .filter(Event.LeasesTaken.class::isInstance)
                        .flatMap(event -> ((Event.LeasesTaken) event).leases().stream())
                        .map(lease -> lease.leaseId())
                        .collect(Collectors.toSet());
        Set<DeviceId> forgetful = receipts.forgetful();
        report(
                "I6 a lease was used that was never written down",
                sales().filter(sale -> !forgetful.contains(sale.device()))
                        .flatMap(LeaseChecks::leases)
                        .filter(lease -> !taken.contains(lease))
                        .map(UUID::toString));
    }

    private void noTillHasMoreThanIsHeldForIt() {
        Set<DeviceId> forgetful = receipts.forgetful();
        tills.stream()
                .filter(till -> !forgetful.contains(till.till().deviceId()))
                .forEach(till -> {
                    Instant now = till.clock().instant();
                    report(
                            "I6 till " + Checks.name(till) + " holds what is not held for it",
                            till.tables().leases.values().stream()
                                    .filter(known -> !known.released())
                                    .map(KnownLease::lease)
                                    .filter(lease -> lease.isUsableAt(now) && lease.left() > 0)
                                    .filter(lease ->
                                            state.leases
                                                            .get(lease.leaseId())
                                                            .map(KeptLease::held)
                                                            .orElse(0L)
                                                    < lease.left())
                                    .map(lease ->
                                            lease + ", but " + state.leases.get(lease.leaseId())));
                });
    }
}
