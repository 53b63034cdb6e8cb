package kmmotos.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Logins, password hashes and failed attempts. Only the server's own work sees these tables.
public final class CredentialStore {

    /// A login's account and password hash.
    record Credential(Account account, String passwordHash) {}

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
                            changed_at = excluded.changed_at\
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
                "select account_id, password_hash from credential"
                        + " where kind = ? and lower(login) = lower(?)",
                row ->
                        new Credential(
                                new Account(kind, row.getObject("account_id", UUID.class)),
                                row.getString("password_hash")),
                kind.word(),
                login.strip());
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

    /// Failed attempts with a login within a window.
    ///
    /// @param first the oldest of them
    record Failures(int count, Optional<Instant> first) {}

    Failures failures(StatelessSession session, String login, Instant now, Duration window) {
        return Sql.first(
                        session,
                        "select count(*) as failed, min(at) as first from sign_in_attempt where login = ? and at > ?",
                        row ->
                                new Failures(
                                        row.getInt("failed"), Sql.optionalInstant(row, "first")),
                        login,
                        now.minus(window))
                .orElseThrow();
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
