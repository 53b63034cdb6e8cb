package kmmotos.server.accounts;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Codes of an authenticator app beside the password.
///
/// `POST /me/second-factor {"current_password"}` -> 201 `{"secret", "uri"}`, the URI as the app
/// scans it. `POST /me/second-factor/confirm {"code"}` -> 200 `{"recovery_codes"}`, shown this
/// once: codes are asked for from now on. `POST /me/second-factor/removal
/// {"current_password","code"}` -> 204. Errors: 403 `wrong_password`, `code_needed`,
/// `code_refused`; 409 `second_factor_on`; 429 `too_many_attempts`.
public final class SecondFactorRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final Clock clock;
    private final ServerConfig.Chain chain;
    private final AccountMails mails;
    private final CredentialStore credentials = new CredentialStore();

    public SecondFactorRoutes(
            Database database,
            SignIn signIn,
            SecondFactors factors,
            Clock clock,
            ServerConfig.Chain chain) {
        this.database = database;
        this.signIn = signIn;
        this.factors = factors;
        this.clock = clock;
        this.chain = chain;
        this.mails = new AccountMails(chain);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/me/second-factor", this::begin)
                .post("/me/second-factor/confirm", this::confirm)
                .post("/me/second-factor/removal", this::remove);
    }

    record Shown(String currentPassword, Optional<String> code) {}

    record Code(String code) {}

    /// @param secret in Base32, for those who can't scan
    /// @param uri in the form that authenticator apps scan (Google's key URI format)
    record Begun(String secret, String uri) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    private void begin(ServerRequest request, ServerResponse response) {
        Account account = proved(request, response);
        Begun begun =
                database.inTransaction(
                        ACCOUNTS,
                        session ->
                                factors.begin(session, account, clock.instant())
                                        .map(secret ->
                                                new Begun(
                                                        secret,
                                                        uri(login(session, account), secret)))
                                        .orElseThrow(SecondFactorRoutes::isOn));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.created(request, response, begun);
    }

    private void confirm(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Code given = Body.json(request, Code.class, MAX_BODY);
        Locale read = read(request);
        List<String> codes =
                database.inTransaction(
                        ACCOUNTS,
                        session -> {
                            if (factors.isOn(session, account)) {
                                throw isOn();
                            }
                            List<String> recovery =
                                    factors.confirm(session, account, given.code(), clock.instant())
                                            .orElseThrow(SecondFactorRoutes::codeRefused);
                            tell(session, News.CODES_ON, account, read);
                            return recovery;
                        });
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.ok(request, response, new RecoveryCodes(codes));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Account account = proved(request, response);
        Locale read = read(request);
        database.execute(
                ACCOUNTS,
                session -> {
                    factors.remove(session, account);
                    tell(session, News.CODES_OFF, account, read);
                });
        Answers.noContent(response);
    }

    private Account proved(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Shown shown = Body.json(request, Shown.class, MAX_BODY);
        OwnAccount.prove(signIn, response, account, shown.currentPassword(), shown.code());
        return account;
    }

    private void tell(StatelessSession session, News news, Account account, Locale read) {
        mails.tell(session, news, login(session, account), read, clock.instant());
    }

    private String login(StatelessSession session, Account account) {
        return credentials.standing(session, account).orElseThrow(CustomerStore::unknown).login();
    }

    private Locale read(ServerRequest request) {
        return Languages.from(request, Locale.forLanguageTag(chain.language())).chosen();
    }

    private String uri(String login, String secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(chain.name()), encoded(login), secret, encoded(chain.name()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RuntimeException isOn() {
        return Problem.of(
                        409,
                        "second_factor_on",
                        "Codes are asked for already. Take them off first to set up another app.")
                .refusal();
    }

    private static RuntimeException codeRefused() {
        return Problem.of(
                        403,
                        "code_refused",
                        "This code is not the right one, or was used. Please wait for the next one.")
                .refusal();
    }
}
