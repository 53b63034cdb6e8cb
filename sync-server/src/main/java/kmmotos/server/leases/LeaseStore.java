package kmmotos.server.leases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The leases of all tills, as rows.
final class LeaseStore {

    private static final String SELECT =
            "select lease_id, device_id, kind, subject, currency, granted, used, standing,"
                    + " granted_at, expires_at, state, overuse_event from lease";

    /// The subject of a lease, for those who lock its row before they change the lease.
    Optional<LeaseSubject> subjectOf(StatelessSession session, UUID leaseId) {
        return Sql.first(
                session,
                "select kind, subject, currency from lease where lease_id = ?",
                LeaseStore::subject,
                leaseId);
    }

    Optional<KeptLease> lock(StatelessSession session, UUID leaseId) {
        return Sql.first(
                session, SELECT + " where lease_id = ? for update", LeaseStore::kept, leaseId);
    }

    List<KeptLease> open(StatelessSession session, DeviceId device) {
        return Sql.list(
                session,
                SELECT + " where device_id = ? and state = 'OPEN' order by lease_id",
                LeaseStore::kept,
                device.value());
    }

    void add(StatelessSession session, Till till, KeptLease kept) {
        Lease lease = kept.lease();
        Sql.update(
                session,
                """
                insert into lease (lease_id, device_id, store_id, kind, subject, currency, granted,
                    used, standing, granted_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                lease.leaseId(),
                kept.device().value(),
                till.storeId().value(),
                lease.subject().kind().name(),
                lease.subject().id(),
                Balance.currency(lease.subject()),
                lease.granted(),
                lease.used(),
                kept.standing(),
                lease.grantedAt(),
                lease.expiresAt());
    }

    void change(StatelessSession session, KeptLease kept) {
        Lease lease = kept.lease();
        Sql.update(
                session,
                "update lease set granted = ?, used = ?, granted_at = ?, expires_at = ?,"
                        + " overuse_event = ? where lease_id = ?",
                lease.granted(),
                lease.used(),
                lease.grantedAt(),
                lease.expiresAt(),
                kept.overuseEvent().orElse(null),
                lease.leaseId());
    }

    void close(
            StatelessSession session,
            UUID leaseId,
            Instant now,
            Optional<LeaseTables.ClosedBy> by) {
        Sql.update(
                session,
                "update lease set state = 'CLOSED', closed_at = ?, closed_by = ?, close_note = ?"
                        + " where lease_id = ?",
                now,
                by.map(LeaseTables.ClosedBy::staffId).orElse(null),
                by.map(LeaseTables.ClosedBy::note).orElse(""),
                leaseId);
    }

    /// Those of the till's open leases that head office lets nobody use any more.
    List<UUID> withdrawn(StatelessSession session, DeviceId device) {
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
                device.value());
    }

    /// Uploads of the till wait for this.
    List<CreditSlice> due(StatelessSession session, Till till, LeaseTerms terms, Instant now) {
        Sql.first(
                session,
                "select 1 from till where device_id = ? for update",
                row -> row.getInt(1),
                till.deviceId().value());
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
                        new CreditSlice(
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

    private static KeptLease kept(ResultSet row) throws SQLException {
        return new KeptLease(
                lease(row),
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getBoolean("standing"),
                row.getString("state").equals("OPEN"),
                Optional.ofNullable(row.getObject("overuse_event", UUID.class)));
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
