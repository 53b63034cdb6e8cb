package kmmotos.desktop.leases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import org.hibernate.StatelessSession;

/// The leases this till holds: a fold of its own facts, so they survive a crash and are the same
/// again when the tables are built anew from the journal.
public final class LeaseStore {

    public static List<Class<?>> rows() {
        return List.of(LeaseRow.class);
    }

    /// A lease was taken or renewed. What the server had heard of its use counts too: a till that
    /// was set back does not remember its own.
    public void taken(StatelessSession session, Lease lease, Instant at) {
        LeaseRow row = new LeaseRow(lease, at);
        LeaseRow before = session.get(LeaseRow.class, lease.leaseId());
        if (before == null) {
            session.insert(row);
        } else {
            row.used = Math.max(row.used, before.used);
            row.released = before.released;
            session.update(row);
        }
    }

    /// What a sale used of leases.
    public void used(StatelessSession session, Sale sale) {
        sale.couponLeases().forEach(leaseId -> use(session, leaseId, 1));
        for (Tender tender : sale.tenders()) {
            leaseOf(tender).ifPresent(leaseId -> use(session, leaseId, tender.amount().minor()));
        }
    }

    /// The lease a tender uses.
    public static Optional<UUID> leaseOf(Tender tender) {
        return switch (tender) {
            case Tender.Cash _, Tender.Card _ -> Optional.empty();
            case Tender.GiftCard card -> card.leaseId();
            case Tender.Account account -> account.leaseId();
        };
    }

    private static void use(StatelessSession session, UUID leaseId, long amount) {
        Sql.run(session, "update lease set used = used + ?1 where lease_id = ?2", amount, leaseId);
    }

    public void released(StatelessSession session, UUID leaseId) {
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

    /// Whether this till ever took a lease.
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

    /// What can be used of a subject now, those first that end first.
    public List<HeldLease> usable(StatelessSession session, LeaseSubject subject, Instant now) {
        return open(session).stream()
                .filter(lease -> lease.subject().equals(subject))
                .filter(lease -> lease.left() > 0 && lease.isUsableAt(now))
                .toList();
    }
}
