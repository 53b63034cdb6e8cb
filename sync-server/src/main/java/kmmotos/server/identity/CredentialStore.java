package kmmotos.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Logins, password hashes and failed attempts. Only the server's own work sees these tables.
public final class CredentialStore {

    private static final int MAX_FAILURES = 500;

    /// A login's account and password hash.
    record Credential(Account account, String login, String passwordHash) {}

    /// How an account stands.
    ///
    /// @param verifiedAt when its owner showed that they read the mail of the login's address
    /// @param secondFactor whether a code is asked for beside the password
    public record Standing(
            String login, Optional<Instant> verifiedAt, Instant changedAt, boolean secondFactor) {}

    /// Sets somebody's login and password; answers false when another account has that login.
    public boolean save(
            StatelessSession session,
            Account account,
            String login,
            String passwordHash,
            Instant now) {
        Optional<Credential> taken = find(session, account.kind(), login);
        if (taken.isPresent() && !taken.get().account().equals(account)) {
            return false;
        }
        return Sql.update(
                        session,
                        """
                        insert into credential (kind, account_id, login, password_hash, changed_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (kind, account_id) do update
                        set login = excluded.login, password_hash = excluded.password_hash,
                            changed_at = excluded.changed_at,
                            verified_at = case when lower(credential.login) = lower(excluded.login)
                                then credential.verified_at end\
                        """,
                        account.kind().word(),
                        account.id(),
                        login.strip(),
                        passwordHash,
                        now)
                == 1;
    }

    Optional<Credential> find(StatelessSession session, Account.Kind kind, String login) {
        return Sql.first(
                session,
                "select account_id, login, password_hash from credential"
                        + " where kind = ? and lower(login) = lower(?)",
                row ->
                        new Credential(
                                new Account(kind, row.getObject("account_id", UUID.class)),
                                row.getString("login"),
                                row.getString("password_hash")),
                kind.word(),
                login.strip());
    }

    Optional<Credential> of(StatelessSession session, Account account) {
        return Sql.first(
                session,
                "select login, password_hash from credential where kind = ? and account_id = ?",
                row ->
                        new Credential(
                                account, row.getString("login"), row.getString("password_hash")),
                account.kind().word(),
                account.id());
    }

    public Optional<Standing> standing(StatelessSession session, Account account) {
        return Sql.first(
                session,
                "select login, verified_at, changed_at, exists (select 1 from second_factor f"
                        + " where f.kind = c.kind and f.account_id = c.account_id"
                        + " and f.confirmed_at is not null) as second_factor"
                        + " from credential c where kind = ? and account_id = ?",
                row ->
                        new Standing(
                                row.getString("login"),
                                Sql.optionalInstant(row, "verified_at"),
                                Sql.instant(row, "changed_at"),
                                row.getBoolean("second_factor")),
                account.kind().word(),
                account.id());
    }

    /// Notes that mail to this address is read by the account's owner; answers false if it is not
    /// the login any more.
    public boolean verify(StatelessSession session, Account account, String address, Instant now) {
        return Sql.update(
                        session,
                        "update credential set verified_at = coalesce(verified_at, ?)"
                                + " where kind = ? and account_id = ? and login = ?",
                        now,
                        account.kind().word(),
                        account.id(),
                        address)
                == 1;
    }

    /// Lets somebody sign in with an address that they have shown to be theirs; answers false if
    /// somebody else does by now.
    public boolean rename(StatelessSession session, Account account, String login, Instant now) {
        return find(session, account.kind(), login).isEmpty()
                && Sql.update(
                                session,
                                "update credential set login = ?, verified_at = ?"
                                        + " where kind = ? and account_id = ?",
                                login,
                                now,
                                account.kind().word(),
                                account.id())
                        == 1;
    }

    /// Nobody signs in as this account any more.
    public void remove(StatelessSession session, Account account) {
        Sql.update(
                session,
                "delete from credential where kind = ? and account_id = ?",
                account.kind().word(),
                account.id());
    }

    /// Sets another password, unless it was changed since it was looked at.
    boolean replace(StatelessSession session, Credential seen, String passwordHash, Instant now) {
        return Sql.update(
                        session,
                        "update credential set password_hash = ?, changed_at = ?"
                                + " where kind = ? and account_id = ? and password_hash = ?",
                        passwordHash,
                        now,
                        seen.account().kind().word(),
                        seen.account().id(),
                        seen.passwordHash())
                == 1;
    }

    /// Whether anybody of this kind can sign in.
    public boolean anybody(StatelessSession session, Account.Kind kind) {
        return Sql.first(
                        session,
                        "select 1 from credential where kind = ? limit 1",
                        row -> row.getInt(1),
                        kind.word())
                .isPresent();
    }

    /// When attempts with this login failed after a moment, the newest first.
    List<Instant> failures(StatelessSession session, String login, Instant after) {
        return Sql.list(
                session,
                "select at from sign_in_attempt where login = ? and at > ? order by at desc limit "
                        + MAX_FAILURES,
                row -> Sql.instant(row, "at"),
                login,
                after);
    }

    void noteFailure(StatelessSession session, String login, Instant now, Duration window) {
        Sql.update(session, "insert into sign_in_attempt (login, at) values (?, ?)", login, now);
        Sql.update(
                session,
                "delete from sign_in_attempt where login = ? and at < ?",
                login,
                now.minus(window));
    }

    void sweep(StatelessSession session, Instant now, Duration window) {
        Sql.update(session, "delete from sign_in_attempt where at < ?", now.minus(window));
    }

    void forgetFailures(StatelessSession session, String login) {
        Sql.update(session, "delete from sign_in_attempt where login = ?", login);
    }
}
