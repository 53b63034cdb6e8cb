package kmmotos.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.desktop.leases.CardFound;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.leases.LeaseFound;
import kmmotos.desktop.leases.LeaseStore;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Tender;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// The till's leases: asked for when a sale needs one, renewed in between, released when they have
/// ended. Each step is a fact in the journal before anything is made of it, so a crash leaves at
/// most a lease that nobody uses, and that is released later.
public final class TillLeases implements LeaseBook, SyncStep {
    static final Duration ROUND = Duration.ofMinutes(10);
    private static final Duration AFTER_NO_ANSWER = Duration.ofMinutes(1);
    private static final Duration AFTER_NEWS = Duration.ofMinutes(1);

    /// A sale is looked at, then written down. No lease is released in between.
    private static final Duration RELEASED_AFTER = Duration.ofMinutes(5);

    private final TillEngine engine;
    private final Clock clock;
    private final LeaseServer server;
    private final Function<UUID, GiftCardNumber> cards;

    /// Granted, as the server said in the last round, and not written down here. Still so a round
    /// later, the answer was lost.
    private Set<UUID> unknown = Set.of();

    /// Not used any more, as head office withdrew what they are on. Released a round later: a sale
    /// may have been looked at and not be written down yet.
    private volatile Set<UUID> withdrawn = Set.of();

    /// @param cards makes a card's number of its serial number
    public TillLeases(TillEngine engine, LeaseServer server, Function<UUID, GiftCardNumber> cards) {
        this.engine = engine;
        this.clock = engine.ports().clock();
        this.server = server;
        this.cards = cards;
    }

    @Override
    public LeaseFound find(LeaseSubject subject, long wanted) {
        List<HeldLease> held = usable(subject);
        LeaseFound best = best(held);
        if (best instanceof LeaseFound.Held(_, long left) && left >= wanted) {
            return best;
        }
        UUID id = UuidV7.of(clock.instant(), engine.ports().random());
        return switch (server.lease(new LeaseRequest(id, subject, wanted))) {
            case Reply.Answered<LeaseAnswer>(LeaseAnswer.Granted(Lease lease)) -> {
                take(List.of(lease));
                yield best(usable(subject));
            }
            case Reply.Answered<LeaseAnswer>(LeaseAnswer answer) ->
                    held.isEmpty() ? refused(answer) : best;
            case Reply.Busy<LeaseAnswer> _,
                    Reply.Refused<LeaseAnswer> _,
                    Reply.Unreachable<LeaseAnswer> _,
                    Reply.NotOurServer<LeaseAnswer> _,
                    Reply.TooNew<LeaseAnswer> _ ->
                    best;
        };
    }

    /// The one with the most left: a tender uses one lease.
    private static LeaseFound best(List<HeldLease> held) {
        return held.stream()
                .max(java.util.Comparator.comparingLong(HeldLease::left))
                .<LeaseFound>map(lease -> new LeaseFound.Held(lease.leaseId(), lease.left()))
                .orElseGet(LeaseFound.Offline::new);
    }

    private static LeaseFound refused(LeaseAnswer answer) {
        return switch (answer) {
            case LeaseAnswer.Granted(Lease lease) ->
                    new LeaseFound.Held(lease.leaseId(), lease.granted());
            case LeaseAnswer.Unknown _ -> new LeaseFound.Unknown();
            case LeaseAnswer.NothingLeft(_, long held) -> new LeaseFound.NothingLeft(held);
            case LeaseAnswer.Blocked _ -> new LeaseFound.Blocked();
        };
    }

    private List<HeldLease> usable(LeaseSubject subject) {
        Instant now = clock.instant();
        return open().stream()
                .filter(lease -> lease.subject().equals(subject))
                .filter(lease -> lease.left() > 0 && isUsable(lease, now))
                .toList();
    }

    private boolean isUsable(HeldLease lease, Instant now) {
        return lease.isUsableAt(now) && !withdrawn.contains(lease.leaseId());
    }

    private List<HeldLease> open() {
        engine.recorder().project();
        return engine.tables().read(SyncTables::openLeases);
    }

    private void take(List<Lease> leases) {
        record(new Event.LeasesTaken(leases));
    }

    @Override
    public void release(UUID leaseId) {
        record(new Event.LeaseReleased(leaseId));
    }

    private void record(Event event) {
        engine.recorder().record(event);
        engine.recorder().project();
    }

    @Override
    public void giveBack(LeaseSubject subject) {
        usable(subject).forEach(lease -> release(lease.leaseId()));
    }

    @Override
    public List<Tender> ended(List<Tender> tenders) {
        Instant now = clock.instant();
        Map<UUID, Long> left = new HashMap<>();
        List<Tender> ended = new ArrayList<>();
        for (Tender tender : tenders) {
            LeaseStore.leaseOf(tender)
                    .ifPresent(leaseId -> {
                        long free = left.computeIfAbsent(leaseId, id -> left(id, now));
                        long amount = tender.amount().minor();
                        if (amount > free) {
                            ended.add(tender);
                        } else {
                            left.put(leaseId, free - amount);
                        }
                    });
        }
        return ended;
    }

    /// The database is asked only about leases: a sale without one goes on while it fails.
    private long left(UUID leaseId, Instant now) {
        engine.recorder().project();
        return lease(leaseId).filter(lease -> isUsable(lease, now)).map(HeldLease::left).orElse(0L);
    }

    private Optional<HeldLease> lease(UUID leaseId) {
        return engine.tables().read(tables -> tables.lease(leaseId));
    }

    @Override
    public CardFound balance(UUID cardId) {
        return switch (server.giftCard(cardId)) {
            case Reply.Answered<CardBalance>(CardBalance balance) -> new CardFound.OnCard(balance);
            case Reply.Refused<CardBalance>(_, String code, _) when code.equals("unknown_card") ->
                    new CardFound.Unknown();
            case Reply.Refused<CardBalance> _,
                    Reply.Busy<CardBalance> _,
                    Reply.Unreachable<CardBalance> _,
                    Reply.NotOurServer<CardBalance> _,
                    Reply.TooNew<CardBalance> _ ->
                    new CardFound.Offline();
        };
    }

    @Override
    public GiftCardNumber card(UUID serial) {
        return cards.apply(serial);
    }

    /// In the background: releases what has ended, renews what is held beforehand, and releases
    /// what was granted and never arrived.
    @Override
    public Duration run() {
        releaseEnded();
        withdrawn.forEach(this::releaseHeld);
        if (!(server.renewLeases()
                instanceof Reply.Answered<LeaseAnswer.Standing>(LeaseAnswer.Standing told))) {
            return AFTER_NO_ANSWER;
        }
        withdrawn = Set.copyOf(told.withdrawn());
        List<Lease> news = new ArrayList<>();
        Set<UUID> stillUnknown = new HashSet<>();
        for (Lease lease : told.leases()) {
            follow(lease, news, stillUnknown);
        }
        unknown = stillUnknown;
        if (!news.isEmpty()) {
            take(news);
        }
        return withdrawn.isEmpty() ? ROUND : AFTER_NEWS;
    }

    private void releaseHeld(UUID leaseId) {
        if (lease(leaseId).isPresent()) {
            release(leaseId);
        }
    }

    private void releaseEnded() {
        Instant now = clock.instant();
        open().stream()
                .filter(lease -> lease.isLongOver(now, RELEASED_AFTER))
                .forEach(lease -> release(lease.leaseId()));
    }

    private void follow(Lease lease, List<Lease> news, Set<UUID> stillUnknown) {
        if (engine.tables().read(tables -> tables.knowsLease(lease.leaseId()))) {
            lease(lease.leaseId())
                    .ifPresentOrElse(
                            held -> addNews(held, lease, news),
                            () -> releaseAgain(lease.leaseId()));
        } else if (lease.subject().kind() == LeaseKind.CREDIT) {
            news.add(lease);
        } else if (unknown.contains(lease.leaseId())) {
            release(lease.leaseId());
        } else {
            stillUnknown.add(lease.leaseId());
        }
    }

    private static void addNews(HeldLease held, Lease told, List<Lease> news) {
        if (isNews(held, told)) {
            news.add(told);
        }
    }

    /// The server has heard of the release, and yet holds it: it was set back, and another till
    /// told it afterwards that this one had taken the lease.
    private void releaseAgain(UUID leaseId) {
        boolean isAllConfirmed =
                engine.tables()
                        .read(SyncTables::confirmed)
                        .filter(point -> point.incarnation().equals(engine.journal().incarnation()))
                        .filter(point -> point.seq() == engine.journal().endSeq())
                        .isPresent();
        if (isAllConfirmed) {
            release(leaseId);
        }
    }

    /// Renewed, or used by this till in a life that it does not remember.
    private static boolean isNews(HeldLease held, Lease told) {
        return told.expiresAt().isAfter(held.toldUntil())
                || told.granted() > held.granted()
                || told.used() > held.used();
    }
}
