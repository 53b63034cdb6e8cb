package kmmotos.server.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Long-lived tokens that are good for one use: each gives the next of its family. A second use
/// means that somebody else has a copy, so the whole family ends.
///
/// The database keeps only their hashes.
final class RefreshTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final Duration lifetime;

    RefreshTokens(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /// What became of a token that was handed in.
    sealed interface Rotation {

        record Fresh(Account account, String token) implements Rotation {}

        record Reused(Account account) implements Rotation {}

        record Refused() implements Rotation {}
    }

    /// The first token of a new family.
    String begin(StatelessSession session, Account account, Instant now) {
        return issue(session, account, UUID.randomUUID(), now);
    }

    Rotation rotate(StatelessSession session, String token, Instant now) {
        Optional<Kept> kept = lock(session, token);
        if (kept.isEmpty() || kept.get().revoked() || !now.isBefore(kept.get().expiresAt())) {
            return new Rotation.Refused();
        }
        Kept before = kept.get();
        if (before.used()) {
            endFamily(session, before.family(), now);
            return new Rotation.Reused(before.account());
        }
        Sql.update(
                session,
                "update refresh_token set used_at = ? where token_hash = ?",
                now,
                Hashes.sha256(token));
        return new Rotation.Fresh(
                before.account(), issue(session, before.account(), before.family(), now));
    }

    /// Signs out: the token's family gives no more.
    void end(StatelessSession session, String token, Instant now) {
        lock(session, token).ifPresent(kept -> endFamily(session, kept.family(), now));
    }

    /// Ends everything an account has, after a change of its password or when it is closed.
    void endAll(StatelessSession session, Account account, Instant now) {
        Sql.update(
                session,
                "update refresh_token set revoked_at = ?"
                        + " where kind = ? and account_id = ? and revoked_at is null",
                now,
                account.kind().word(),
                account.id());
    }

    void sweep(StatelessSession session, Instant now) {
        Sql.update(session, "delete from refresh_token where expires_at < ?", now);
    }

    private String issue(StatelessSession session, Account account, UUID family, Instant now) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Sql.update(
                session,
                """
                insert into refresh_token
                    (token_hash, family, kind, account_id, issued_at, expires_at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                Hashes.sha256(token),
                family,
                account.kind().word(),
                account.id(),
                now,
                now.plus(lifetime));
        return token;
    }

    private static Optional<Kept> lock(StatelessSession session, String token) {
        return Sql.first(
                session,
                """
                select family, kind, account_id, expires_at, used_at, revoked_at
                from refresh_token where token_hash = ? for update\
                """,
                Kept::from,
                Hashes.sha256(token));
    }

    private static void endFamily(StatelessSession session, UUID family, Instant now) {
        Sql.update(
                session,
                "update refresh_token set revoked_at = ? where family = ? and revoked_at is null",
                now,
                family);
    }

    private record Kept(
            UUID family, Account account, Instant expiresAt, boolean used, boolean revoked) {

        static Kept from(ResultSet row) throws SQLException {
            return new Kept(
                    row.getObject("family", UUID.class),
                    new Account(
                            Account.Kind.parse(row.getString("kind")),
                            row.getObject("account_id", UUID.class)),
                    Sql.instant(row, "expires_at"),
                    row.getObject("used_at") != null,
                    row.getObject("revoked_at") != null);
        }
    }
}
