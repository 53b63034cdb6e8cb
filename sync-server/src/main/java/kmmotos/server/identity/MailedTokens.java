package kmmotos.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Tokens that go to a customer's address: whoever shows one reads the mail there. Each is good
/// once and for a while. The database keeps only their hashes.
public final class MailedTokens {

    private static final Duration LIMIT_WINDOW = Duration.ofHours(1);
    private static final int LIMIT = 3;

    /// What one is good for.
    public enum Purpose {
        /// To show that the address is the customer's.
        VERIFY(Duration.ofDays(2)),
        /// To set a password without the present one.
        RESET(Duration.ofHours(1)),
        /// To sign in with another address from now on, which it is sent to.
        ADDRESS(Duration.ofHours(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        public Duration lifetime() {
            return lifetime;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whose token it was, and where it was sent.
    public record Proof(Account account, String address) {}

    /// Makes a token good, if a customer has this address (and, for [Purpose#VERIFY], has not shown
    /// yet that it is theirs) and got at most two others within the hour. The statements are the
    /// same in every case, so that their time tells nothing.
    ///
    /// @return the address as it is kept, where the token goes; what was typed may be another's
    ///   that only looks the same in small letters
    public Optional<String> issue(
            StatelessSession session, Purpose purpose, String address, String token, Instant now) {
        lock(session, address.strip());
        return Sql.first(
                session,
                """
                insert into mailed_token
                    (token_hash, purpose, account_id, address, issued_at, expires_at)
                select ?, ?, c.account_id, c.login, ?, ? from credential c
                where c.kind = 'customer' and lower(c.login) = lower(?)
                    and (? = 'reset' or c.verified_at is null)
                    and (select count(*) from mailed_token m where m.account_id = c.account_id
                        and m.purpose = ? and m.issued_at > ?) < ?
                returning address\
                """,
                row -> row.getString("address"),
                Hashes.sha256(token),
                purpose.word(),
                now,
                now.plus(purpose.lifetime()),
                address.strip(),
                purpose.word(),
                purpose.word(),
                now.minus(LIMIT_WINDOW),
                LIMIT);
    }

    /// Makes a token good that goes to an address which a customer wants to sign in with, unless
    /// somebody else does or the customer got three within the hour.
    ///
    /// @return whether it is to be sent
    public boolean issueForNew(
            StatelessSession session, Account account, String address, String token, Instant now) {
        lock(session, account.id().toString());
        return Sql.update(
                        session,
                        """
                        insert into mailed_token
                            (token_hash, purpose, account_id, address, issued_at, expires_at)
                        select ?, ?, ?, ?, ?, ? where
                            not exists (select 1 from credential c
                                where c.kind = 'customer' and lower(c.login) = lower(?))
                            and (select count(*) from mailed_token m where m.account_id = ?
                                and m.purpose = ? and m.issued_at > ?) < ?\
                        """,
                        Hashes.sha256(token),
                        Purpose.ADDRESS.word(),
                        account.id(),
                        address,
                        now,
                        now.plus(Purpose.ADDRESS.lifetime()),
                        address,
                        account.id(),
                        Purpose.ADDRESS.word(),
                        now.minus(LIMIT_WINDOW),
                        LIMIT)
                == 1;
    }

    /// Requests for one name follow one another, or parallel ones would pass the limit.
    private static void lock(StatelessSession session, String name) {
        var _ =
                Sql.first(
                        session,
                        "select pg_advisory_xact_lock(hashtextextended(lower(?), 74))",
                        _ -> true,
                        name);
    }

    /// Whether a token would be taken now.
    public boolean isGood(StatelessSession session, Purpose purpose, String token, Instant now) {
        return Sql.first(
                        session,
                        "select 1 from mailed_token where token_hash = ? and purpose = ?"
                                + " and expires_at > ?",
                        _ -> true,
                        Hashes.sha256(token),
                        purpose.word(),
                        now)
                .isPresent();
    }

    /// Takes a token. Of those who show it at the same time one gets the proof.
    public Optional<Proof> use(
            StatelessSession session, Purpose purpose, String token, Instant now) {
        return Sql.first(
                session,
                "delete from mailed_token where token_hash = ? and purpose = ? and expires_at > ?"
                        + " returning account_id, address",
                row ->
                        new Proof(
                                new Account(
                                        Account.Kind.CUSTOMER,
                                        row.getObject("account_id", UUID.class)),
                                row.getString("address")),
                Hashes.sha256(token),
                purpose.word(),
                now);
    }

    /// Takes back all tokens of a customer.
    public void forgetAll(StatelessSession session, Account account) {
        Sql.update(session, "delete from mailed_token where account_id = ?", account.id());
    }

    /// Takes back all tokens of a customer for this purpose.
    public void forget(StatelessSession session, Purpose purpose, Account account) {
        Sql.update(
                session,
                "delete from mailed_token where account_id = ? and purpose = ?",
                account.id(),
                purpose.word());
    }

    /// Removes those whose time is over.
    public static void sweep(Database database, Instant now) {
        database.execute(
                new Caller.Server("sign-in"),
                session ->
                        Sql.update(session, "delete from mailed_token where expires_at < ?", now));
    }
}
