package kmmotos.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import kmmotos.server.identity.CredentialStore.Credential;
import kmmotos.server.identity.CredentialStore.Failures;
import kmmotos.server.identity.RefreshTokens.Rotation;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in, staying signed in and signing out, for customers and staff alike.
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Caller SIGN_IN = new Caller.Server("sign-in");

    private final Database database;
    private final Accounts accounts;
    private final CredentialStore credentials = new CredentialStore();
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Limits limits;

    /// Finds what an account may do now; empty when it is closed.
    @FunctionalInterface
    public interface Accounts {
        Optional<Caller> caller(StatelessSession session, Account account);
    }

    /// @param attempts how many may fail within the window before the login has to wait
    public record Limits(Duration refreshToken, int attempts, Duration window, Clock clock) {}

    public SignIn(Database database, Accounts accounts, AccessTokens accessTokens, Limits limits) {
        this.database = database;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.limits = limits;
        this.refreshTokens = new RefreshTokens(limits.refreshToken());
    }

    /// What an attempt to sign in comes to.
    public sealed interface Outcome {

        /// @param expiresInSeconds of the access token
        record SignedIn(String accessToken, long expiresInSeconds, String refreshToken)
                implements Outcome {}

        record Refused() implements Outcome {}

        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    /// An attempt and what is left of the limit after it.
    public record Attempt(Outcome outcome, Allowance left) {}

    /// How often a login may still fail, and when it may as often as at first.
    public record Allowance(int quota, Duration window, int remaining, Duration resets) {

        private Allowance lessOne() {
            return new Allowance(
                    quota, window, remaining - 1, remaining == quota ? window : resets);
        }
    }

    /// Checks a password.
    public Attempt signIn(Account.Kind kind, String login, String password) {
        String name = kind.word() + ":" + login.strip().toLowerCase(Locale.ROOT);
        return attempt(name, () -> check(kind, login, password));
    }

    private Outcome check(Account.Kind kind, String login, String password) {
        Optional<Credential> credential =
                database.inTransaction(SIGN_IN, session -> credentials.find(session, kind, login));
        if (!matches(credential, password)) {
            return new Outcome.Refused();
        }
        return database.inTransaction(
                SIGN_IN,
                session ->
                        begin(
                                session,
                                credential.orElseThrow().account(),
                                limits.clock().instant()));
    }

    /// Tries, unless too many attempts with this name failed lately. A refusal counts, a success
    /// forgets those before it.
    public Attempt attempt(String name, Supplier<Outcome> check) {
        Instant now = limits.clock().instant();
        Allowance before = allowance(name, now);
        if (before.remaining() == 0) {
            return new Attempt(new Outcome.TooManyAttempts(before.resets()), before);
        }
        Outcome outcome = check.get();
        if (outcome instanceof Outcome.SignedIn) {
            if (before.remaining() < before.quota()) {
                database.execute(SIGN_IN, session -> credentials.forgetFailures(session, name));
            }
            return new Attempt(outcome, leftAfter(new Failures(0, Optional.empty()), now));
        }
        database.execute(
                SIGN_IN, session -> credentials.noteFailure(session, name, now, limits.window()));
        return new Attempt(outcome, before.lessOne());
    }

    private Allowance allowance(String name, Instant now) {
        return leftAfter(
                database.inTransaction(
                        SIGN_IN,
                        session -> credentials.failures(session, name, now, limits.window())),
                now);
    }

    private Allowance leftAfter(Failures failed, Instant now) {
        return new Allowance(
                limits.attempts(),
                limits.window(),
                Math.max(0, limits.attempts() - failed.count()),
                failed.first()
                        .map(first -> Duration.between(now, first.plus(limits.window())))
                        .orElse(limits.window()));
    }

    /// Signs in somebody whose identity was proved in another way (a PIN at an enrolled till).
    public Outcome begin(StatelessSession session, Account account, Instant now) {
        return accounts.caller(session, account)
                .map(caller -> signedIn(caller, refreshTokens.begin(session, account, now)))
                .orElseGet(Outcome.Refused::new);
    }

    /// Hands in a refresh token for the next one.
    public Outcome refresh(String token) {
        Instant now = limits.clock().instant();
        return database.inTransaction(SIGN_IN, session -> refreshed(session, token, now));
    }

    public void signOut(String token) {
        Instant now = limits.clock().instant();
        database.execute(SIGN_IN, session -> refreshTokens.end(session, token, now));
    }

    /// Ends all of an account's tokens; within the transaction that changes the account.
    public void endAll(StatelessSession session, Account account, Instant now) {
        refreshTokens.endAll(session, account, now);
    }

    /// Forgets tokens and failed attempts that no longer count.
    public void sweep() {
        Instant now = limits.clock().instant();
        database.execute(
                SIGN_IN,
                session -> {
                    refreshTokens.sweep(session, now);
                    credentials.sweep(session, now, limits.window());
                });
    }

    private Outcome refreshed(StatelessSession session, String token, Instant now) {
        return switch (refreshTokens.rotate(session, token, now)) {
            case Rotation.Fresh fresh ->
                    accounts.caller(session, fresh.account())
                            .<Outcome>map(caller -> signedIn(caller, fresh.token()))
                            .orElseGet(Outcome.Refused::new);
            case Rotation.Reused reused -> {
                LOG.warn("a refresh token of {} was used twice; its family ends", reused.account());
                yield new Outcome.Refused();
            }
            case Rotation.Refused _ -> new Outcome.Refused();
        };
    }

    private Outcome signedIn(Caller caller, String refreshToken) {
        return new Outcome.SignedIn(
                accessTokens.issue(caller), accessTokens.lifetime().toSeconds(), refreshToken);
    }

    private static boolean matches(Optional<Credential> credential, String password) {
        if (credential.isEmpty()) {
            Passwords.spendAsMuchTime(password);
            return false;
        }
        return Passwords.matches(password, credential.get().passwordHash());
    }
}
