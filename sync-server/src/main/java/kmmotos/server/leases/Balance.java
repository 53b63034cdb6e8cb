package kmmotos.server.leases;

import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What there is of a subject, read under the lock of its row, which is held until the transaction
/// ends.
///
/// @param total minor units or uses that are there in all, a credit limit included
/// @param held of these, by open leases
public record Balance(long total, long held, boolean blocked) {

    public long free() {
        return Math.max(0, total - held);
    }

    /// Locks the subject's row; empty if there is none.
    static java.util.Optional<Balance> lock(StatelessSession session, LeaseSubject subject) {
        return subject.kind() == LeaseKind.COUPON
                ? Sql.first(
                        session,
                        "select coalesce(max_uses, 2147483647) - uses as total, held,"
                                + " not (document::jsonb ->> 'active')::boolean as blocked"
                                + " from coupon where code = ? for update",
                        Balance::read,
                        subject.id())
                : Sql.first(
                        session,
                        "select balance_minor + limit_minor as total, held_minor as held, blocked"
                                + " from lease_account"
                                + " where kind = ? and subject = ? and currency = ? for update",
                        Balance::read,
                        subject.kind().name(),
                        subject.id(),
                        currency(subject));
    }

    private static Balance read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Balance(row.getLong("total"), row.getLong("held"), row.getBoolean("blocked"));
    }

    /// Sets so much aside, if so much is free. Answers whether it was.
    static boolean hold(StatelessSession session, LeaseSubject subject, long amount) {
        int changed =
                subject.kind() == LeaseKind.COUPON
                        ? Sql.update(
                                session,
                                "update coupon set held = held + ? where code = ?"
                                        + " and (max_uses is null or uses + held + ? <= max_uses)",
                                amount,
                                subject.id(),
                                amount)
                        : Sql.update(
                                session,
                                "update lease_account set held_minor = held_minor + ?"
                                        + " where kind = ? and subject = ? and currency = ?"
                                        + " and balance_minor + limit_minor - held_minor >= ?",
                                amount,
                                subject.kind().name(),
                                subject.id(),
                                currency(subject),
                                amount);
        return changed == 1;
    }

    /// What a lease held is used, or given back.
    static void letGo(StatelessSession session, LeaseSubject subject, long amount) {
        if (amount == 0) {
            return;
        }
        if (subject.kind() == LeaseKind.COUPON) {
            Sql.update(
                    session,
                    "update coupon set held = held - ? where code = ?",
                    amount,
                    subject.id());
        } else {
            Sql.update(
                    session,
                    "update lease_account set held_minor = held_minor - ?"
                            + " where kind = ? and subject = ? and currency = ?",
                    amount,
                    subject.kind().name(),
                    subject.id(),
                    currency(subject));
        }
    }

    static String currency(LeaseSubject subject) {
        return subject.currency().map(java.util.Currency::getCurrencyCode).orElse("");
    }
}
