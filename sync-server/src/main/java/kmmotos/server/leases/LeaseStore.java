package kmmotos.server.leases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The leases of all tills. Whoever changes one holds its subject's row first, so that what is
/// granted never exceeds what there is.
final class LeaseStore {

    private static final String COLUMNS =
            " lease_id, kind, subject, currency, granted, used, granted_at, expires_at";

    /// Grants a lease, or says why not. A request that came before gets the lease as it stands.
    LeaseAnswer grant(StatelessSession session, Till till, LeaseRequest request, Instant now) {
        Optional<Balance> balance = Balance.lock(session, request.subject());
        Optional<Lease> before = find(session, till, request.leaseId());
        if (before.isPresent()) {
            return new LeaseAnswer.Granted(before.get());
        }
        if (balance.isEmpty()) {
            return new LeaseAnswer.Unknown();
        }
        if (balance.get().blocked()) {
            return new LeaseAnswer.Blocked();
        }
        long granted = Math.min(request.wanted(), balance.get().free());
        if (granted == 0 || !Balance.hold(session, request.subject(), granted)) {
            return new LeaseAnswer.NothingLeft(balance.get().total(), balance.get().held());
        }
        Duration length = LeaseTerms.read(session).ofASale();
        Instant from = now.truncatedTo(ChronoUnit.MILLIS);
        Lease lease =
                new Lease(
                        request.leaseId(), request.subject(), granted, 0, from, from.plus(length));
        insert(session, till, lease, false);
        return new LeaseAnswer.Granted(lease);
    }

    private static void insert(
            StatelessSession session, Till till, Lease lease, boolean isStanding) {
        Sql.update(
                session,
                """
                insert into lease (lease_id, device_id, store_id, kind, subject, currency, granted,
                    standing, granted_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                lease.leaseId(),
                till.deviceId().value(),
                till.storeId().value(),
                lease.subject().kind().name(),
                lease.subject().id(),
                Balance.currency(lease.subject()),
                lease.granted(),
                isStanding,
                lease.grantedAt(),
                lease.expiresAt());
    }

    private static Optional<Lease> find(StatelessSession session, Till till, UUID leaseId) {
        return Sql.first(
                session,
                "select" + COLUMNS + " from lease where lease_id = ? and device_id = ?",
                LeaseStore::lease,
                leaseId,
                till.deviceId().value());
    }

    /// The till's open leases, those too that expired and that it has not released yet.
    List<Lease> open(StatelessSession session, Till till, Instant now) {
        return Sql.list(
                session,
                "select"
                        + COLUMNS
                        + " from lease where device_id = ? and state = 'OPEN' order by lease_id",
                row -> told(lease(row), now),
                till.deviceId().value());
    }

    /// Those of the till's open leases that head office lets nobody use any more.
    List<UUID> withdrawn(StatelessSession session, Till till) {
        return Sql.list(
                session,
                """
                select l.lease_id from lease l
                left join lease_account a using (kind, subject, currency)
                left join coupon c on l.kind = 'COUPON' and c.code = l.subject
                where l.device_id = ? and l.state = 'OPEN'
                    and (a.blocked or not (c.document::jsonb ->> 'active')::boolean)
                order by l.lease_id\
                """,
                row -> row.getObject("lease_id", UUID.class),
                till.deviceId().value());
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
    void renewStanding(StatelessSession session, Till till, Instant now) {
        LeaseTerms terms = LeaseTerms.read(session);
        // Uploads of the till wait for this: what is left on its leases stays as it is read here.
        Sql.first(
                session,
                "select 1 from till where device_id = ? for update",
                row -> row.getInt(1),
                till.deviceId().value());
        for (Slice slice : due(session, till, terms, now)) {
            long free = Balance.lock(session, slice.subject()).map(Balance::free).orElse(0L);
            long more = Math.min(Math.max(0, slice.size() - slice.left()), free);
            if (more > 0 && !Balance.hold(session, slice.subject(), more)) {
                throw new IllegalStateException("what is free under a lock can be held");
            }
            renew(session, till, slice, more, now, now.plus(terms.ofStanding()));
        }
    }

    /// A till's part of a customer's credit that is to be given or renewed.
    ///
    /// @param size how much the till is to have
    /// @param left what is left on the lease it has
    private record Slice(LeaseSubject subject, long size, Optional<UUID> leaseId, long left) {}

    private static List<Slice> due(
            StatelessSession session, Till till, LeaseTerms terms, Instant now) {
        return Sql.list(
                session,
                """
                select a.kind, a.subject, a.currency, l.lease_id, s.size,
                    coalesce(greatest(l.granted - l.used, 0), 0) as held
                from lease_account a
                cross join lateral (select (a.limit_minor * ? / 100)
                    / greatest(1, (select count(*) from till t
                        where t.store_id = a.home_store and t.revoked_at is null)) as size) s
                left join lease l on l.kind = a.kind and l.subject = a.subject
                    and l.currency = a.currency and l.device_id = ? and l.standing
                    and l.state = 'OPEN' and l.expires_at > ?
                where a.kind = 'CREDIT' and a.home_store = ? and not a.blocked and s.size > 0
                    and (l.lease_id is null or l.expires_at < ?
                        or (l.granted - l.used) * 2 < s.size)
                order by a.subject, a.currency\
                """,
                row ->
                        new Slice(
                                subject(row),
                                row.getLong("size"),
                                Optional.ofNullable(row.getObject("lease_id", UUID.class)),
                                row.getLong("held")),
                terms.creditSharePercent(),
                till.deviceId().value(),
                now,
                till.storeId().value(),
                now.plus(terms.ofStanding().dividedBy(2)));
    }

    private static void renew(
            StatelessSession session,
            Till till,
            Slice slice,
            long more,
            Instant now,
            Instant expiresAt) {
        if (slice.leaseId().isPresent()) {
            // One that was overused holds no less than what it is given now.
            Sql.update(
                    session,
                    "update lease set granted = greatest(granted, used) + ?, granted_at = ?,"
                            + " expires_at = ?"
                            + " where lease_id = ? and state = 'OPEN'",
                    more,
                    now,
                    expiresAt,
                    slice.leaseId().get());
        } else if (more > 0) {
            insert(
                    session,
                    till,
                    new Lease(UUID.randomUUID(), slice.subject(), more, 0, now, expiresAt),
                    true);
        }
    }

    /// What became of using a lease.
    ///
    /// @param over how much more was used than the lease held; 0 if nothing
    /// @param overuseEvent the event that first used too much of it
    record Used(long granted, long used, long over, Optional<UUID> overuseEvent) {}

    /// Books a use. It happened, whether or not the lease held it; empty if the till has no such
    /// lease.
    Optional<Used> use(
            StatelessSession session, Till till, UUID leaseId, LeaseSubject of, long amount) {
        return Sql.first(
                session,
                """
                update lease set used = used + ?
                where lease_id = ? and device_id = ? and kind = ? and subject = ?
                    and currency = ?
                returning granted, used, state, overuse_event\
                """,
                row ->
                        booked(
                                session,
                                of,
                                amount,
                                row.getString("state").equals("OPEN"),
                                new Used(
                                        row.getLong("granted"),
                                        row.getLong("used"),
                                        0,
                                        Optional.ofNullable(
                                                row.getObject("overuse_event", UUID.class)))),
                amount,
                leaseId,
                till.deviceId().value(),
                of.kind().name(),
                of.id(),
                Balance.currency(of));
    }

    private static Used booked(
            StatelessSession session, LeaseSubject of, long amount, boolean open, Used used) {
        long heldBefore = open ? Math.max(0, used.granted - (used.used - amount)) : 0;
        long taken = Math.min(amount, heldBefore);
        Balance.letGo(session, of, taken);
        return new Used(used.granted, used.used, amount - taken, used.overuseEvent);
    }

    void overusedBy(StatelessSession session, UUID leaseId, UUID eventId) {
        Sql.update(
                session, "update lease set overuse_event = ? where lease_id = ?", eventId, leaseId);
    }

    /// What was held until a lease was closed.
    private record Closed(LeaseSubject subject, long held) {}

    /// The till released a lease.
    void release(StatelessSession session, Till till, UUID leaseId, Instant now) {
        closed(
                session,
                Sql.first(
                        session,
                        """
                        update lease set state = 'CLOSED', closed_at = ?
                        where lease_id = ? and device_id = ? and state = 'OPEN'
                        returning kind, subject, currency, greatest(granted - used, 0) as held\
                        """,
                        row -> new Closed(subject(row), row.getLong("held")),
                        now,
                        leaseId,
                        till.deviceId().value()));
    }

    /// A person closes the lease of a till that will never release it. Answers false if it is not
    /// open.
    boolean close(StatelessSession session, UUID leaseId, UUID by, String note, Instant now) {
        return closed(
                session,
                Sql.first(
                        session,
                        """
                        update lease set state = 'CLOSED', closed_at = ?, closed_by = ?,
                            close_note = ?
                        where lease_id = ? and state = 'OPEN'
                        returning kind, subject, currency, greatest(granted - used, 0) as held\
                        """,
                        row -> new Closed(subject(row), row.getLong("held")),
                        now,
                        by,
                        note,
                        leaseId));
    }

    private static boolean closed(StatelessSession session, Optional<Closed> closed) {
        closed.ifPresent(one -> Balance.letGo(session, one.subject(), one.held()));
        return closed.isPresent();
    }

    /// The subject of a till's lease, for those who lock its row before they change the lease.
    Optional<LeaseSubject> subjectOf(StatelessSession session, UUID leaseId) {
        return Sql.first(
                session,
                "select kind, subject, currency from lease where lease_id = ?",
                LeaseStore::subject,
                leaseId);
    }

    static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getObject("lease_id", UUID.class),
                subject(row),
                row.getLong("granted"),
                row.getLong("used"),
                Sql.instant(row, "granted_at"),
                Sql.instant(row, "expires_at"));
    }

    static LeaseSubject subject(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        boolean isCoupon = currency.isEmpty();
        return new LeaseSubject(
                isCoupon ? LeaseKind.COUPON : LeaseKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                isCoupon ? Optional.empty() : Optional.of(Currency.getInstance(currency)));
    }
}
