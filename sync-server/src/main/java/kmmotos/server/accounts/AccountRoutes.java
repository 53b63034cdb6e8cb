package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kmmotos.server.ServerConfig;
import kmmotos.server.accounts.AccountMails.News;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.CredentialStore.Standing;
import kmmotos.server.identity.MailedTokens;
import kmmotos.server.identity.MailedTokens.Proof;
import kmmotos.server.identity.MailedTokens.Purpose;
import kmmotos.server.identity.Passwords;
import kmmotos.server.identity.SecretToken;
import kmmotos.server.identity.SignIn;
import kmmotos.server.identity.SignInRoutes;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// A customer's address and password.
///
/// `POST /customers/verifications {"token"}` -> 204: the address is shown to be theirs. `POST
/// /customers/verifications/mails {"email"}` -> 202: another mail with a token. `POST
/// /password-resets {"email"}` -> 202, `POST /password-resets/confirm {"token","password"}` -> 204.
/// The 202 says nothing of whether there is such an account. `GET /me/account` -> how it stands;
/// `PUT /me/password {"current_password","password"}` -> tokens of a new session, all others have
/// ended. Errors: 400 `invalid_link`, `incomplete`; 403 `wrong_password`; 429 `too_many_attempts`.
public final class AccountRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final int MAX_ADDRESS = 200;
    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final Locale language;
    private final AccountMails mails;
    private final CredentialStore credentials = new CredentialStore();
    private final MailedTokens tokens = new MailedTokens();

    public AccountRoutes(Database database, SignIn signIn, Clock clock, ServerConfig.Chain chain) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.mails = new AccountMails(chain);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/customers/verifications", this::verify)
                .post(
                        "/customers/verifications/mails",
                        (request, response) -> sendMail(request, response, Purpose.VERIFY))
                .post(
                        "/password-resets",
                        (request, response) -> sendMail(request, response, Purpose.RESET))
                .post("/password-resets/confirm", this::reset)
                .get("/me/account", this::show)
                .put("/me/password", this::changePassword);
    }

    record Token(String token) {}

    record Address(String email) {}

    record NewPassword(String token, String password) {}

    record PasswordChange(String currentPassword, String password) {}

    /// @param login the address one signs in with
    /// @param secondFactor whether a code is asked for beside the password
    record AccountView(
            String login,
            boolean verified,
            Optional<Instant> verifiedAt,
            Instant passwordChangedAt,
            boolean secondFactor) {

        static AccountView of(Standing standing) {
            return new AccountView(
                    standing.login(),
                    standing.verifiedAt().isPresent(),
                    standing.verifiedAt(),
                    standing.changedAt(),
                    standing.secondFactor());
        }
    }

    private void verify(ServerRequest request, ServerResponse response) {
        String token = checked(Body.json(request, Token.class, MAX_BODY).token());
        Instant now = clock.instant();
        boolean verified =
                database.inTransaction(
                        ACCOUNTS,
                        session ->
                                tokens.use(session, Purpose.VERIFY, token, now)
                                        .filter(proof -> isProved(session, proof, now))
                                        .isPresent());
        if (!verified) {
            throw invalidLink();
        }
        Answers.noContent(response);
    }

    private boolean isProved(StatelessSession session, Proof proof, Instant now) {
        return credentials.verify(session, proof.account(), proof.address(), now);
    }

    private void sendMail(ServerRequest request, ServerResponse response, Purpose purpose) {
        String email = Body.json(request, Address.class, MAX_BODY).email().strip();
        if (email.isEmpty() || email.length() > MAX_ADDRESS || email.indexOf('\0') >= 0) {
            throw Problem.badRequest("incomplete", "Something is missing.")
                    .at("/email", "invalid_email", "This is no e-mail address.")
                    .refusal();
        }
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                ACCOUNTS,
                session -> mails.sendToken(session, purpose, email, read, clock.instant()));
        Answers.accepted(response);
    }

    /// The hash takes a while and memory, so it is worked out only for a token that is good.
    private void reset(ServerRequest request, ServerResponse response) {
        NewPassword given = Body.json(request, NewPassword.class, MAX_BODY);
        String token = checked(given.token());
        GivenPassword.refuseBad("/password", given.password());
        Instant now = clock.instant();
        boolean isGood =
                database.inTransaction(
                        ACCOUNTS, session -> tokens.isGood(session, Purpose.RESET, token, now));
        if (!isGood) {
            throw invalidLink();
        }
        String hash = Passwords.hash(given.password());
        Locale read = Languages.from(request, language).chosen();
        boolean isSet =
                database.inTransaction(
                        ACCOUNTS,
                        session ->
                                tokens.use(session, Purpose.RESET, token, now)
                                        .filter(proof -> isProved(session, proof, now))
                                        .map(proof -> reset(session, proof, hash, read, now))
                                        .isPresent());
        if (!isSet) {
            throw invalidLink();
        }
        Answers.noContent(response);
    }

    private Proof reset(
            StatelessSession session, Proof proof, String hash, Locale read, Instant now) {
        signIn.resetPassword(session, proof.account(), hash, now);
        tokens.forget(session, Purpose.RESET, proof.account());
        mails.tell(session, News.PASSWORD, proof.address(), read, now);
        return proof;
    }

    private void show(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Standing standing =
                database.inTransaction(ACCOUNTS, session -> credentials.standing(session, account))
                        .orElseThrow(CustomerStore::unknown);
        Answers.ok(request, response, AccountView.of(standing));
    }

    private void changePassword(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        PasswordChange given = Body.json(request, PasswordChange.class, MAX_BODY);
        GivenPassword.refuseBad("/password", given.password());
        Locale read = Languages.from(request, language).chosen();
        SignIn.Attempt attempt =
                signIn.changePassword(
                        account,
                        new SignIn.PasswordChange(
                                given.currentPassword(),
                                given.password(),
                                SignInRoutes.userAgent(request)),
                        session -> {
                            tokens.forget(session, Purpose.RESET, account);
                            credentials
                                    .standing(session, account)
                                    .ifPresent(standing ->
                                            mails.tell(
                                                    session,
                                                    News.PASSWORD,
                                                    standing.login(),
                                                    read,
                                                    clock.instant()));
                        });
        SignInRoutes.answer(request, response, attempt, OwnAccount.WRONG_PASSWORD);
    }

    static String checked(String token) {
        if (token.length() > SecretToken.MAX_LENGTH) {
            throw invalidLink();
        }
        return token;
    }

    static RuntimeException invalidLink() {
        return Problem.badRequest(
                        "invalid_link",
                        "This link was used, has expired or is not whole. Please ask for a new one.")
                .refusal();
    }
}
