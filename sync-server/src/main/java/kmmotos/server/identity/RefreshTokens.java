package kmmotos.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final int MAX_SESSIONS = 100;

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
    String begin(StatelessSession session, Account account, String userAgent, Instant now) {
        return issue(session, new Family(UUID.randomUUID(), account, userAgent, now), now);
    }

    Rotation rotate(StatelessSession session, String token, Instant now) {
        Optional<Kept> kept = lock(session, token);
        if (kept.isEmpty() || kept.get().revoked() || !now.isBefore(kept.get().expiresAt())) {
            return new Rotation.Refused();
        }
        Kept before = kept.get();
        if (before.used()) {
            endFamily(session, before.family().id(), now);
            return new Rotation.Reused(before.family().account());
        }
        Sql.update(
                session,
                "update refresh_token set used_at = ? where token_hash = ?",
                now,
                Hashes.sha256(token));
        return new Rotation.Fresh(before.family().account(), issue(session, before.family(), now));
    }

    /// Signs out: the token's family gives no more.
    void end(StatelessSession session, String token, Instant now) {
        lock(session, token).ifPresent(kept -> endFamily(session, kept.family().id(), now));
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

    private String issue(StatelessSession session, Family family, Instant now) {
        String token = SecretToken.random();
        Sql.update(
                session,
                """
                insert into refresh_token (token_hash, family, kind, account_id, begun_at,
                    user_agent, issued_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                Hashes.sha256(token),
                family.id(),
                family.account().kind().word(),
                family.account().id(),
                family.begunAt(),
                family.userAgent(),
                now,
                now.plus(lifetime));
        return token;
    }

    /// Those that an account has, the one used last first.
    static List<Session> sessions(StatelessSession session, Account account, Instant now) {
        return Sql.list(
                session,
                """
                select family, coalesce(begun_at, issued_at) as begun_at, issued_at, user_agent
                from refresh_token where kind = ? and account_id = ?
                    and used_at is null and revoked_at is null and expires_at > ?
                order by issued_at desc limit ?\
                """,
                row ->
                        new Session(
                                row.getObject("family", UUID.class),
                                Sql.instant(row, "begun_at"),
                                Sql.instant(row, "issued_at"),
                                row.getString("user_agent")),
                account.kind().word(),
                account.id(),
                now,
                MAX_SESSIONS);
    }

    /// Ends one of an account's; answers whether it was there.
    static boolean end(StatelessSession session, Account account, UUID family, Instant now) {
        return Sql.update(
                        session,
                        "update refresh_token set revoked_at = ? where family = ? and kind = ?"
                                + " and account_id = ? and revoked_at is null",
                        now,
                        family,
                        account.kind().word(),
                        account.id())
                > 0;
    }

    private static Optional<Kept> lock(StatelessSession session, String token) {
        return Sql.first(
                session,
                """
                select family, kind, account_id, coalesce(begun_at, issued_at) as begun_at,
                    user_agent, expires_at, used_at, revoked_at
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

    /// What all tokens of a family have in common.
    private record Family(UUID id, Account account, String userAgent, Instant begunAt) {}

    private record Kept(Family family, Instant expiresAt, boolean used, boolean revoked) {

        static Kept from(ResultSet row) throws SQLException {
            return new Kept(
                    new Family(
                            row.getObject("family", UUID.class),
                            new Account(
                                    Account.Kind.parse(row.getString("kind")),
                                    row.getObject("account_id", UUID.class)),
                            row.getString("user_agent"),
                            Sql.instant(row, "begun_at")),
                    Sql.instant(row, "expires_at"),
                    row.getObject("used_at") != null,
                    row.getObject("revoked_at") != null);
        }
    }
}
