package kmmotos.server.leases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What the tills' facts do to gift cards, customers' accounts and leases. A use that its lease did
/// not hold is booked like any other, for it happened: then two tills run from one disk's copy, or
/// a till was set back to an old one. Each such lease comes to the work list once.
public final class LeaseEffect implements Effect {

    public static final String OVERUSED = "lease_overused";

    private final Clock clock;

    public LeaseEffect(Clock clock) {
        this.clock = clock;
    }

    /// @param amount minor units or uses
    private record Use(NewEvent event, UUID leaseId, LeaseSubject subject, long amount) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        follow(new DatabaseLeases(session), events);
    }

    /// Writes what follows from these events, one after the other: what a till took is kept of what
    /// was there at that moment.
    public void follow(LeaseTables tables, List<NewEvent> events) {
        if (events.stream().anyMatch(LeaseEffect::isAboutLeases)) {
            lockSubjects(tables, events);
        }
        List<AccountStore.Line> unbooked = new ArrayList<>();
        for (int n = 0; n < events.size(); n++) {
            NewEvent event = events.get(n);
            if (event.event() instanceof Event.LeasesTaken(List<Lease> taken)) {
                book(tables, unbooked);
                List<NewEvent> before = events.subList(0, n);
                taken.forEach(lease ->
                        leases(tables).remember(event.till(), lease, uncounted(lease, before)));
            } else {
                unbooked.addAll(lines(event));
                follow(tables, event);
            }
        }
        book(tables, unbooked);
    }

    private static void book(LeaseTables tables, List<AccountStore.Line> lines) {
        if (!lines.isEmpty()) {
            tables.book(List.copyOf(lines));
            lines.clear();
        }
    }

    private static List<AccountStore.Line> lines(NewEvent event) {
        return event.event() instanceof Event.SaleCompleted(Sale sale)
                ? IntStream.rangeClosed(1, sale.tenders().size())
                        .mapToObj(n -> AccountStore.line(event, sale, n))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /// Uses of a coupon in the same batch: they are counted after all of it.
    private static long uncounted(Lease lease, List<NewEvent> before) {
        return before.stream()
                .map(NewEvent::event)
                .filter(Event.SaleCompleted.class::isInstance)
                .map(event -> ((Event.SaleCompleted) event).sale())
                .filter(sale -> sale.orderId().isEmpty())
                .flatMap(sale -> sale.coupons().stream())
                .filter(lease.subject().id()::equals)
                .count();
    }

    private static boolean isAboutLeases(NewEvent event) {
        return switch (event.event()) {
            case Event.LeasesTaken _, Event.LeaseReleased _ -> true;
            case Event.SaleCompleted(Sale sale) -> !sale.isWithoutLeases();
            default -> false;
        };
    }

    /// A subject is always locked before its leases are changed.
    private static void lockSubjects(LeaseTables tables, List<NewEvent> events) {
        events.stream()
                .flatMap(event -> subjects(tables, event))
                .distinct()
                .sorted(
                        Comparator.comparing(LeaseSubject::kind)
                                .thenComparing(LeaseSubject::id)
                                .thenComparing(Balance::currency))
                .forEach(tables::lock);
    }

    /// What an event changes.
    private static Stream<LeaseSubject> subjects(LeaseTables tables, NewEvent event) {
        return switch (event.event()) {
            case Event.LeasesTaken(List<Lease> taken) -> taken.stream().map(Lease::subject);
            case Event.LeaseReleased(UUID leaseId) -> tables.subjectOf(leaseId).stream();
            case Event.SaleCompleted(Sale sale) ->
                    Stream.concat(
                            lines(event).stream().map(AccountStore.Line::subject),
                            sale.couponLeases().stream()
                                    .flatMap(leaseId -> tables.subjectOf(leaseId).stream()));
            default -> Stream.empty();
        };
    }

    private static Stream<UUID> lease(Tender tender) {
        return switch (tender) {
            case Tender.Cash _, Tender.Card _, Tender.Deposit _, Tender.ForeignCash _ ->
                    Stream.empty();
            case Tender.GiftCard card -> card.leaseId().stream();
            case Tender.Account account -> account.leaseId().stream();
        };
    }

    private void follow(LeaseTables tables, NewEvent event) {
        switch (event.event()) {
            case Event.LeaseReleased(UUID leaseId) ->
                    leases(tables).release(event.till(), leaseId, clock.instant());
            case Event.SaleCompleted(Sale sale) ->
                    uses(tables, event, sale).forEach(use -> use(tables, use));
            default -> {}
        }
    }

    private static List<Use> uses(LeaseTables tables, NewEvent event, Sale sale) {
        List<Use> uses = new ArrayList<>();
        for (int n = 1; n <= sale.tenders().size(); n++) {
            Tender tender = sale.tenders().get(n - 1);
            Optional<AccountStore.Line> line = AccountStore.line(event, sale, n);
            lease(tender)
                    .forEach(leaseId ->
                            uses.add(
                                    new Use(
                                            event,
                                            leaseId,
                                            line.orElseThrow().subject(),
                                            tender.amount().minor())));
        }
        for (UUID leaseId : sale.couponLeases()) {
            tables.subjectOf(leaseId)
                    .or(() -> sale.coupons().stream().findFirst().map(LeaseSubject::coupon))
                    .filter(subject -> sale.coupons().contains(subject.id()))
                    .ifPresent(subject -> uses.add(new Use(event, leaseId, subject, 1)));
        }
        return uses;
    }

    /// Leases that tills have already; none is given here.
    private static Leases leases(LeaseTables tables) {
        return new Leases(tables, UUID::randomUUID);
    }

    private void use(LeaseTables tables, Use use) {
        Optional<Leases.Used> used =
                leases(tables).use(use.event().till(), use.leaseId(), use.subject(), use.amount());
        if (used.isEmpty()) {
            raise(
                    tables,
                    use,
                    "The till used %s of %s by a lease that this server never gave it."
                            .formatted(amount(use, use.amount()), tables.name(use.subject())));
        } else if (used.get().over() > 0) {
            overused(tables, use, used.get());
        }
    }

    private void overused(LeaseTables tables, Use use, Leases.Used used) {
        KeptLease lease = used.lease();
        String cause =
                ("The till used %s of %s by a lease on %s; the last use was %s more than the lease"
                                + " held then. All is booked. Most likely two tills run from one"
                                + " copy of a disk, or this one was set back to an old copy: look"
                                + " for the second one. The customer's balance may be short.")
                        .formatted(
                                amount(use, lease.lease().used()),
                                tables.name(use.subject()),
                                amount(use, lease.lease().granted()),
                                amount(use, used.over()));
        boolean isTold =
                lease.overuseEvent().filter(before -> tables.tellMore(before, cause)).isPresent();
        if (!isTold) {
            raise(tables, use, cause);
            tables.change(lease.overusedBy(use.event().entry().eventId()));
        }
    }

    private void raise(LeaseTables tables, Use use, String cause) {
        tables.raise(use.event(), cause, clock.instant());
    }

    private static String amount(Use use, long amount) {
        return use.subject()
                .currency()
                .map(currency -> Money.ofMinor(amount, currency).toString())
                .orElse(amount == 1 ? "one use" : amount + " uses");
    }
}
