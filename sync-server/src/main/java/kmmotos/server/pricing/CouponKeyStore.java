package kmmotos.server.pricing;

import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The public halves of the keys that sign coupons. Tills know all of them, so coupons outlive a
/// change of the key; one that got into wrong hands is revoked, and with it what it signed.
public final class CouponKeyStore {

    private static final String COLUMNS =
            "key_id, public_key, first_used_at, revoked_at, revoke_note";

    /// @param revokedAt absent while what it signed is taken
    record Known(
            String keyId,
            String publicKey,
            Instant firstUsedAt,
            Optional<Instant> revokedAt,
            String note) {

        Policy policy() {
            return new Policy.CouponKeyChanged(keyId, publicKey, revokedAt.isPresent());
        }
    }

    /// Tells the tills of the server's key, if it is a new one.
    public void register(StatelessSession session, PublicKey key, Instant now) {
        String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
        Sql.first(
                        session,
                        "insert into coupon_key (key_id, public_key, first_used_at)"
                                + " values (?, ?, ?) on conflict do nothing returning "
                                + COLUMNS,
                        CouponKeyStore::known,
                        SignedCoupon.keyId(key),
                        encoded,
                        now)
                .ifPresent(known -> tell(session, known));
    }

    List<Known> all(StatelessSession session) {
        return Sql.list(
                session,
                "select " + COLUMNS + " from coupon_key order by key_id",
                CouponKeyStore::known);
    }

    /// Answers false if there is no such key in use.
    boolean revoke(StatelessSession session, String keyId, UUID by, String note, Instant now) {
        Optional<Known> revoked =
                Sql.first(
                        session,
                        "update coupon_key set revoked_at = ?, revoked_by = ?, revoke_note = ?"
                                + " where key_id = ? and revoked_at is null returning "
                                + COLUMNS,
                        CouponKeyStore::known,
                        now,
                        by,
                        note,
                        keyId);
        revoked.ifPresent(known -> tell(session, known));
        return revoked.isPresent();
    }

    private static void tell(StatelessSession session, Known known) {
        Feed.publish(session, Scope.CATALOG, List.of(known.policy()));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("key_id"),
                row.getString("public_key"),
                Sql.instant(row, "first_used_at"),
                Sql.optionalInstant(row, "revoked_at"),
                row.getString("revoke_note"));
    }
}
