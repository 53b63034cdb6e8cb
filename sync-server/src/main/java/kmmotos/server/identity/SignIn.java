package kmmotos.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kmmotos.server.identity.CredentialStore.Credential;
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

    /// Checks a password.
    public Outcome signIn(Account.Kind kind, String login, String password) {
        Instant now = limits.clock().instant();
        String name = kind.word() + ":" + login.strip().toLowerCase(Locale.ROOT);
        if (exhausted(name, now)) {
            return tooManyAttempts();
        }
        Optional<Credential> credential =
                database.inTransaction(SIGN_IN, session -> credentials.find(session, kind, login));
        if (!matches(credential, password)) {
            database.execute(
                    SIGN_IN,
                    session -> credentials.noteFailure(session, name, now, limits.window()));
            return new Outcome.Refused();
        }
        return database.inTransaction(
                SIGN_IN,
                session -> {
                    credentials.forgetFailures(session, name);
                    return begin(session, credential.orElseThrow().account(), now);
                });
    }

    /// Signs in somebody whose identity was proved in another way (a PIN at an enrolled till).
    public Outcome begin(StatelessSession session, Account account, Instant now) {
        return accounts.caller(session, account)
                .map(caller -> signedIn(caller, refreshTokens.begin(session, account, now)))
                .orElseGet(Outcome.Refused::new);
    }

    /// Whether too many attempts with this name failed lately.
    public boolean exhausted(String name, Instant now) {
        return database.inTransaction(
                        SIGN_IN,
                        session -> credentials.failedAttempts(session, name, now, limits.window()))
                >= limits.attempts();
    }

    public Outcome tooManyAttempts() {
        return new Outcome.TooManyAttempts(limits.window());
    }

    /// Counts a failed attempt against this name.
    public void noteFailure(String name, Instant now) {
        database.execute(
                SIGN_IN, session -> credentials.noteFailure(session, name, now, limits.window()));
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
