package kmmotos.server.leases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.Till;

/// The leases of all tills. Whoever changes one holds its subject's row first, so that what is
/// granted never exceeds what there is.
public final class Leases {

    private final LeaseTables tables;
    private final Supplier<UUID> ids;

    /// @param ids of leases that are given beforehand
    public Leases(LeaseTables tables, Supplier<UUID> ids) {
        this.tables = tables;
        this.ids = ids;
    }

    /// Grants a lease, or says why not. A request that came before gets the lease as it stands.
    public LeaseAnswer grant(Till till, LeaseRequest request, Instant now) {
        Optional<Balance> balance = tables.lock(request.subject());
        Optional<KeptLease> before = of(till, request.leaseId());
        if (before.isPresent()) {
            return new LeaseAnswer.Granted(before.get().lease());
        }
        if (balance.isEmpty()) {
            return new LeaseAnswer.Unknown();
        }
        if (balance.get().blocked()) {
            return new LeaseAnswer.Blocked();
        }
        long granted = Math.min(request.wanted(), balance.get().free());
        if (granted == 0 || !tables.hold(request.subject(), granted)) {
            return new LeaseAnswer.NothingLeft(balance.get().total(), balance.get().held());
        }
        Instant from = now.truncatedTo(ChronoUnit.MILLIS);
        Instant until = from.plus(tables.terms().ofASale());
        Lease lease = new Lease(request.leaseId(), request.subject(), granted, 0, from, until);
        tables.add(till, KeptLease.granted(lease, till.deviceId(), false));
        return new LeaseAnswer.Granted(lease);
    }

    private Optional<KeptLease> of(Till till, UUID leaseId) {
        return tables.find(leaseId).filter(lease -> lease.device().equals(till.deviceId()));
    }

    /// Renews what the till holds beforehand. Answers its open leases, those too that expired and
    /// that it has not released yet.
    public LeaseAnswer.Standing standing(Till till, Instant now) {
        renew(till, now);
        return new LeaseAnswer.Standing(
                tables.open(till.deviceId()).stream()
                        .map(lease -> told(lease.lease(), now))
                        .toList(),
                tables.withdrawn(till.deviceId()));
    }

    /// The till may use it for what is left of its time.
    private static Lease told(Lease lease, Instant now) {
        return lease.expiresAt().isAfter(now)
                ? new Lease(
                        lease.leaseId(),
                        lease.subject(),
                        lease.granted(),
                        lease.used(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        lease.expiresAt())
                : lease;
    }

    /// Gives the till its part of the credit of each customer whose home is its store, and renews
    /// what is half over or half used. The store's share is divided among its tills.
    private void renew(Till till, Instant now) {
        LeaseTerms terms = tables.terms();
        for (CreditSlice slice : tables.due(till, terms, now)) {
            long free = tables.lock(slice.subject()).map(Balance::free).orElse(0L);
            long more = Math.min(Math.max(0, slice.size() - slice.left()), free);
            if (more > 0 && !tables.hold(slice.subject(), more)) {
                throw new IllegalStateException("what is free under a lock can be held");
            }
            Instant until = now.plus(terms.ofStanding());
            if (slice.leaseId().isPresent()) {
                tables.find(slice.leaseId().get())
                        .ifPresent(lease -> tables.change(lease.renewed(more, now, until)));
            } else if (more > 0) {
                Lease lease = new Lease(ids.get(), slice.subject(), more, 0, now, until);
                tables.add(till, KeptLease.granted(lease, till.deviceId(), true));
            }
        }
    }

    /// A till tells of a lease that it took. A server that was set back may have lost it, or a
    /// renewal; then as much is held again as is still free.
    ///
    /// @param uncounted what was used and is not in the balance yet
    void remember(Till till, Lease told, long uncounted) {
        long free =
                tables.lock(told.subject())
                        .filter(balance -> !balance.blocked())
                        .map(balance -> Math.max(0, balance.free() - uncounted))
                        .orElse(0L);
        Optional<KeptLease> kept = tables.find(told.leaseId());
        if (kept.isEmpty()) {
            keepAgain(till, told, free);
        } else if (kept.get().open() && kept.get().device().equals(till.deviceId())) {
            fillUp(kept.get(), told, free);
        }
    }

    private void keepAgain(Till till, Lease told, long free) {
        long more = Math.min(Math.max(0, told.granted() - told.used()), free);
        if (more > 0 && tables.hold(told.subject(), more)) {
            Lease lease =
                    new Lease(
                            told.leaseId(),
                            told.subject(),
                            told.used() + more,
                            told.used(),
                            told.grantedAt(),
                            told.expiresAt());
            tables.add(till, KeptLease.granted(lease, till.deviceId(), false));
        }
    }

    private void fillUp(KeptLease kept, Lease told, long free) {
        long lacking = told.granted() - kept.lease().used() - kept.held();
        long more = Math.min(lacking, free);
        if (more > 0 && tables.hold(told.subject(), more)) {
            tables.change(kept.renewed(more, told.grantedAt(), told.expiresAt()));
        }
    }

    /// What became of using a lease.
    ///
    /// @param lease with this use
    /// @param over how much more was used than the lease held; 0 if nothing
    record Used(KeptLease lease, long over) {}

    /// Books a use. It happened, whether or not the lease held it; empty if the till has no such
    /// lease.
    Optional<Used> use(Till till, UUID leaseId, LeaseSubject of, long amount) {
        return of(till, leaseId)
                .filter(lease -> lease.lease().subject().equals(of))
                .map(before -> {
                    KeptLease lease = before.using(amount);
                    tables.change(lease);
                    long taken = Math.min(amount, before.held());
                    tables.letGo(of, taken);
                    return new Used(lease, amount - taken);
                });
    }

    /// The till released a lease.
    void release(Till till, UUID leaseId, Instant now) {
        of(till, leaseId).ifPresent(lease -> close(lease, now, Optional.empty()));
    }

    /// A person closes the lease of a till that will never release it. Answers false if it is not
    /// open.
    boolean close(UUID leaseId, LeaseTables.ClosedBy by, Instant now) {
        tables.subjectOf(leaseId).ifPresent(tables::lock);
        return tables.find(leaseId).filter(lease -> close(lease, now, Optional.of(by))).isPresent();
    }

    private boolean close(KeptLease lease, Instant now, Optional<LeaseTables.ClosedBy> by) {
        if (lease.open()) {
            tables.letGo(lease.lease().subject(), lease.held());
            tables.close(lease.lease().leaseId(), now, by);
        }
        return lease.open();
    }
}
