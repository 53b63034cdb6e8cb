package kmmotos.server.leases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What the tills' facts do to gift cards, customers' accounts and leases. A use that its lease did
/// not hold is booked like any other, for it happened: then two tills run from one disk's copy, or
/// a till was set back to an old one. Each such lease comes to the work list once.
public final class LeaseEffect implements Effect {

    static final String OVERUSED = "lease_overused";

    private final Clock clock;
    private final LeaseStore leases = new LeaseStore();

    public LeaseEffect(Clock clock) {
        this.clock = clock;
    }

    /// @param amount minor units or uses
    private record Use(NewEvent event, UUID leaseId, LeaseSubject subject, long amount) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<AccountStore.Line> lines = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.SaleCompleted(Sale sale)) {
                IntStream.rangeClosed(1, sale.tenders().size())
                        .mapToObj(n -> AccountStore.line(event, sale, n))
                        .flatMap(Optional::stream)
                        .forEach(lines::add);
            }
        }
        if (!lines.isEmpty()) {
            AccountStore.book(session, lines);
        }
        if (events.stream().anyMatch(LeaseEffect::isAboutLeases)) {
            lockSubjects(session, events);
            events.forEach(event -> follow(session, event));
        }
    }

    private static boolean isAboutLeases(NewEvent event) {
        return switch (event.event()) {
            case Event.LeaseReleased _ -> true;
            case Event.SaleCompleted(Sale sale) -> !sale.isWithoutLeases();
            default -> false;
        };
    }

    /// A subject is always locked before its leases are changed.
    private void lockSubjects(StatelessSession session, List<NewEvent> events) {
        events.stream()
                .flatMap(LeaseEffect::named)
                .distinct()
                .flatMap(leaseId -> leases.subjectOf(session, leaseId).stream())
                .distinct()
                .sorted(
                        Comparator.comparing(LeaseSubject::kind)
                                .thenComparing(LeaseSubject::id)
                                .thenComparing(Balance::currency))
                .forEach(subject -> Balance.lock(session, subject));
    }

    /// The leases that an event names.
    private static Stream<UUID> named(NewEvent event) {
        return switch (event.event()) {
            case Event.LeaseReleased(UUID leaseId) -> Stream.of(leaseId);
            case Event.SaleCompleted(Sale sale) ->
                    Stream.concat(
                            sale.couponLeases().stream(),
                            sale.tenders().stream().flatMap(LeaseEffect::lease));
            default -> Stream.empty();
        };
    }

    private static Stream<UUID> lease(Tender tender) {
        return switch (tender) {
            case Tender.Cash _, Tender.Card _ -> Stream.empty();
            case Tender.GiftCard card -> card.leaseId().stream();
            case Tender.Account account -> account.leaseId().stream();
        };
    }

    private void follow(StatelessSession session, NewEvent event) {
        switch (event.event()) {
            case Event.LeaseReleased(UUID leaseId) ->
                    leases.release(session, event.till(), leaseId, clock.instant());
            case Event.SaleCompleted(Sale sale) ->
                    uses(session, event, sale).forEach(use -> use(session, use));
            default -> {}
        }
    }

    private List<Use> uses(StatelessSession session, NewEvent event, Sale sale) {
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
            leases.subjectOf(session, leaseId)
                    .filter(subject -> sale.coupons().contains(subject.id()))
                    .ifPresent(subject -> uses.add(new Use(event, leaseId, subject, 1)));
        }
        return uses;
    }

    private void use(StatelessSession session, Use use) {
        Optional<LeaseStore.Used> used =
                leases.use(session, use.event().till(), use.leaseId(), use.subject(), use.amount());
        if (used.isEmpty()) {
            raise(
                    session,
                    use,
                    "The till used %s of %s by a lease that this server never gave it."
                            .formatted(
                                    amount(use, use.amount()),
                                    AccountStore.name(session, use.subject())));
        } else if (used.get().over() > 0) {
            overused(session, use, used.get());
        }
    }

    private void overused(StatelessSession session, Use use, LeaseStore.Used used) {
        String cause =
                ("The till used %s of %s by a lease on %s; the last use was %s more than the lease"
                                + " held then. All is booked. Most likely two tills run from one"
                                + " copy of a disk, or this one was set back to an old copy: look"
                                + " for the second one. The customer's balance may be short.")
                        .formatted(
                                amount(use, used.used()),
                                AccountStore.name(session, use.subject()),
                                amount(use, used.granted()),
                                amount(use, used.over()));
        UUID event = use.event().entry().eventId();
        boolean isTold =
                used.overuseEvent().filter(before -> tellMore(session, before, cause)).isPresent();
        if (!isTold) {
            raise(session, use, cause);
            leases.overusedBy(session, use.leaseId(), event);
        }
    }

    /// The item that waits already tells of the later use too.
    private static boolean tellMore(StatelessSession session, UUID eventId, String cause) {
        return Sql.update(
                        session,
                        "update event_exception set cause = ? where event_id = ? and code = ?"
                                + " and solved_at is null",
                        cause,
                        eventId,
                        OVERUSED)
                > 0;
    }

    private void raise(StatelessSession session, Use use, String cause) {
        EventStore.raise(
                session, use.event().till(), use.event().entry(), OVERUSED, cause, clock.instant());
    }

    private static String amount(Use use, long amount) {
        return use.subject()
                .currency()
                .map(currency -> Money.ofMinor(amount, currency).toString())
                .orElse(amount == 1 ? "one use" : amount + " uses");
    }
}
