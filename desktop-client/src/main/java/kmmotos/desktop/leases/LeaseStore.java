package kmmotos.desktop.leases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.leases.Lease;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import org.hibernate.StatelessSession;

/// The leases this till holds: a fold of its own facts, so they survive a crash and are the same
/// again when the tables are built anew from the journal.
public final class LeaseStore {

    public static List<Class<?>> rows() {
        return List.of(LeaseRow.class);
    }

    /// A lease was taken or renewed.
    public void taken(StatelessSession session, Lease lease, Instant at) {
        HeldLease taken = HeldLease.taken(lease, at);
        LeaseRow before = session.get(LeaseRow.class, lease.leaseId());
        if (before == null) {
            session.insert(new LeaseRow(taken, at));
        } else {
            LeaseRow row = new LeaseRow(taken.after(before.toHeldLease()), at);
            row.released = before.released;
            session.update(row);
        }
    }

    /// What a sale used of leases.
    public void used(StatelessSession session, Sale sale, Instant at) {
        sale.couponLeases().forEach(leaseId -> use(session, leaseId, 1, at));
        for (Tender tender : sale.tenders()) {
            leaseOf(tender)
                    .ifPresent(leaseId -> use(session, leaseId, tender.amount().minor(), at));
        }
    }

    /// Whether a sale uses any lease.
    public static boolean areUsedBy(Sale sale) {
        return !sale.couponLeases().isEmpty()
                || sale.tenders().stream().anyMatch(tender -> leaseOf(tender).isPresent());
    }

    /// The lease a tender uses.
    public static Optional<UUID> leaseOf(Tender tender) {
        return switch (tender) {
            case Tender.Cash _, Tender.Card _, Tender.Deposit _, Tender.ForeignCash _ ->
                    Optional.empty();
            case Tender.GiftCard card -> card.leaseId();
            case Tender.Account account -> account.leaseId();
        };
    }

    private static void use(StatelessSession session, UUID leaseId, long amount, Instant at) {
        know(session, leaseId, at);
        Sql.run(session, "update lease set used = used + ?1 where lease_id = ?2", amount, leaseId);
    }

    /// The till may have no other fact of it: its taking is in a part of the journal that is no
    /// longer kept, or the answer that granted it was lost.
    private static void know(StatelessSession session, UUID leaseId, Instant at) {
        if (session.get(LeaseRow.class, leaseId) == null) {
            session.insert(new LeaseRow(HeldLease.forgotten(leaseId, at), at));
        }
    }

    public void released(StatelessSession session, UUID leaseId, Instant at) {
        know(session, leaseId, at);
        Sql.run(session, "update lease set released = true where lease_id = ?1", leaseId);
    }

    /// A fact was written down at this time.
    public void seen(StatelessSession session, Instant at) {
        Sql.run(session, "update lease set seen_at = ?1 where not released and seen_at < ?1", at);
    }

    /// A lease, unless it was released.
    public Optional<HeldLease> find(StatelessSession session, UUID leaseId) {
        return Optional.ofNullable(session.get(LeaseRow.class, leaseId))
                .filter(row -> !row.released)
                .map(LeaseRow::toHeldLease);
    }

    /// Whether a fact of this till ever named a lease.
    public boolean isKnown(StatelessSession session, UUID leaseId) {
        return session.get(LeaseRow.class, leaseId) != null;
    }

    /// All that were not released, those first that end first.
    public List<HeldLease> open(StatelessSession session) {
        return session.createSelectionQuery(
                        "from LeaseRow where not released order by endsAt, leaseId", LeaseRow.class)
                .getResultStream()
                .map(LeaseRow::toHeldLease)
                .toList();
    }
}
