package kmmotos.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kmmotos.server.http.Problem;
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

    /// How long a failed attempt makes later ones wait longer.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /// The wait doubles up to this: 4 times the first one, an hour by default.
    private static final int MAX_DOUBLINGS = 2;

    private final Database database;
    private final Accounts accounts;
    private final CredentialStore credentials = new CredentialStore();
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final SecondFactors secondFactors;
    private final Limits limits;

    /// Finds what an account may do now; empty when it is closed.
    @FunctionalInterface
    public interface Accounts {
        Optional<Caller> caller(StatelessSession session, Account account);
    }

    /// @param attempts how many may fail within the window before the login has to wait
    public record Limits(Duration refreshToken, int attempts, Duration window, Clock clock) {}

    public SignIn(
            Database database,
            Accounts accounts,
            AccessTokens accessTokens,
            SecondFactors secondFactors,
            Limits limits) {
        this.database = database;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.secondFactors = secondFactors;
        this.limits = limits;
        this.refreshTokens = new RefreshTokens(limits.refreshToken());
    }

    /// What an attempt to sign in comes to.
    public sealed interface Outcome {

        /// @param expiresInSeconds of the access token
        record SignedIn(String accessToken, long expiresInSeconds, String refreshToken)
                implements Outcome {}

        /// Is who they say, by password and, where one is asked for, by code.
        record Proved() implements Outcome {}

        record Refused() implements Outcome {}

        /// The password is right, and a code is asked for beside it.
        record CodeNeeded() implements Outcome {}

        /// The password is right, the code is not, or was used.
        record CodeRefused() implements Outcome {}

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

    /// What somebody shows to prove who they are.
    ///
    /// @param code of the authenticator app or from the paper
    public record Shown(String password, Optional<String> code) {}

    /// Checks a password, and a code where one is asked for.
    ///
    /// @param userAgent what the caller's program calls itself
    public Attempt signIn(Account.Kind kind, String login, Shown shown, String userAgent) {
        return attempt(name(kind, login), () -> check(kind, login, shown, userAgent));
    }

    /// Checks that somebody who is signed in is still the one at the keys. A wrong password counts
    /// as a failed attempt to sign in.
    public Attempt prove(Account account, Shown shown) {
        Credential seen = known(account);
        return attempt(
                name(account.kind(), seen.login()),
                () ->
                        Passwords.matches(shown.password(), seen.passwordHash())
                                ? database.inTransaction(
                                        SIGN_IN,
                                        session ->
                                                objection(session, account, shown.code())
                                                        .orElseGet(Outcome.Proved::new))
                                : new Outcome.Refused());
    }

    private Credential known(Account account) {
        return database.inTransaction(SIGN_IN, session -> credentials.of(session, account))
                .orElseThrow(() -> Problem.notFound("No such account.").refusal());
    }

    private static String name(Account.Kind kind, String login) {
        return kind.word() + ":" + login.strip().toLowerCase(Locale.ROOT);
    }

    private Outcome check(Account.Kind kind, String login, Shown shown, String userAgent) {
        Optional<Credential> credential =
                database.inTransaction(SIGN_IN, session -> credentials.find(session, kind, login));
        if (!matches(credential, shown.password())) {
            return new Outcome.Refused();
        }
        Account account = credential.orElseThrow().account();
        return database.inTransaction(
                SIGN_IN,
                session ->
                        objection(session, account, shown.code())
                                .orElseGet(() ->
                                        begin(
                                                session,
                                                account,
                                                userAgent,
                                                limits.clock().instant())));
    }

    /// What stands against somebody whose password is right.
    private Optional<Outcome> objection(
            StatelessSession session, Account account, Optional<String> code) {
        if (!secondFactors.isOn(session, account)) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            return Optional.of(new Outcome.CodeNeeded());
        }
        return secondFactors.takes(session, account, code.get(), limits.clock().instant())
                ? Optional.empty()
                : Optional.of(new Outcome.CodeRefused());
    }

    /// @param userAgent of the session that goes on
    public record PasswordChange(String current, String next, String userAgent) {}

    /// Changes the password of somebody who knows the present one: all their sessions end, and a
    /// new one begins. A wrong one counts as a failed attempt to sign in.
    ///
    /// @param andThen what else happens in the same transaction
    public Attempt changePassword(
            Account account, PasswordChange change, Consumer<StatelessSession> andThen) {
        Credential seen = known(account);
        return attempt(name(account.kind(), seen.login()), () -> changed(seen, change, andThen));
    }

    private Outcome changed(
            Credential seen, PasswordChange change, Consumer<StatelessSession> andThen) {
        if (!Passwords.matches(change.current(), seen.passwordHash())) {
            return new Outcome.Refused();
        }
        String hash = Passwords.hash(change.next());
        Instant now = limits.clock().instant();
        return database.inTransaction(
                SIGN_IN,
                session -> {
                    if (!credentials.replace(session, seen, hash, now)) {
                        return new Outcome.Refused();
                    }
                    refreshTokens.endAll(session, seen.account(), now);
                    andThen.accept(session);
                    return begin(session, seen.account(), change.userAgent(), now);
                });
    }

    /// Sets the password of somebody who proved in another way who they are: all their sessions
    /// end, and failed attempts are forgotten. Within the caller's transaction.
    public void resetPassword(
            StatelessSession session, Account account, String passwordHash, Instant now) {
        Credential seen = credentials.of(session, account).orElseThrow();
        if (credentials.replace(session, seen, passwordHash, now)) {
            refreshTokens.endAll(session, account, now);
            credentials.forgetFailures(session, name(account.kind(), seen.login()));
        }
    }

    public List<Session> sessions(StatelessSession session, Account account, Instant now) {
        return RefreshTokens.sessions(session, account, now);
    }

    /// Ends one session of an account; answers whether it was there.
    public boolean end(StatelessSession session, Account account, UUID sessionId, Instant now) {
        return RefreshTokens.end(session, account, sessionId, now);
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
        return switch (outcome) {
            case Outcome.SignedIn _, Outcome.Proved _ -> {
                if (before.remaining() < before.quota()) {
                    database.execute(SIGN_IN, session -> credentials.forgetFailures(session, name));
                }
                yield new Attempt(outcome, leftAfter(List.of(), now));
            }
            case Outcome.CodeNeeded _ -> new Attempt(outcome, before);
            case Outcome.Refused _, Outcome.CodeRefused _, Outcome.TooManyAttempts _ -> {
                noteFailure(name);
                yield new Attempt(outcome, before.lessOne());
            }
        };
    }

    /// How long whoever tries with this name has to wait, if too many attempts failed lately.
    public Optional<Duration> waitOf(String name) {
        Allowance left = allowance(name, limits.clock().instant());
        return left.remaining() == 0 ? Optional.of(left.resets()) : Optional.empty();
    }

    /// Counts a failed attempt with this name.
    public void noteFailure(String name) {
        Instant now = limits.clock().instant();
        database.execute(
                SIGN_IN, session -> credentials.noteFailure(session, name, now, REMEMBERED));
    }

    private Allowance allowance(String name, Instant now) {
        return leftAfter(
                database.inTransaction(
                        SIGN_IN,
                        session -> credentials.failures(session, name, now.minus(REMEMBERED))),
                now);
    }

    /// So many failures as are allowed make a login wait until the oldest of them is a window ago;
    /// each further time within a day the window is twice as long.
    ///
    /// @param failed when, the newest first
    private Allowance leftAfter(List<Instant> failed, Instant now) {
        int times = failed.size() / limits.attempts();
        Duration window =
                limits.window().multipliedBy(1L << Math.clamp(times - 1, 0, MAX_DOUBLINGS));
        List<Instant> counted =
                failed.stream().filter(at -> at.isAfter(now.minus(window))).toList();
        int quota = limits.attempts();
        int oldest = Math.min(quota, counted.size()) - 1;
        return new Allowance(
                quota,
                limits.window(),
                Math.max(0, quota - counted.size()),
                oldest < 0
                        ? limits.window()
                        : Duration.between(now, counted.get(oldest).plus(window)));
    }

    /// Signs in somebody whose identity was proved in another way (a PIN at an enrolled till).
    public Outcome begin(StatelessSession session, Account account, String userAgent, Instant now) {
        return accounts.caller(session, account)
                .map(caller ->
                        signedIn(caller, refreshTokens.begin(session, account, userAgent, now)))
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
                    credentials.sweep(session, now, REMEMBERED);
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
