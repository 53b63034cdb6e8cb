package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.staff.Permission;
import kmmotos.server.ServerConfig;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Erases what is kept of a customer; see [Erasure] for what stays.
///
/// The customer: `POST /me/erasure {"current_password","code"?}` -> 204. Head office, for those who
/// ask at a counter or by letter: `POST /customers/{customer}/erasure` -> 204. Errors: 403
/// `wrong_password`, `code_needed`, `code_refused`; 404 `not_found`; 409 `not_erasable` with what
/// is open; 429 `too_many_attempts`.
public final class ErasureRoutes {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final Erasure erasure;

    public ErasureRoutes(
            Database database, SecondFactors factors, Clock clock, ServerConfig.Chain chain) {
        this.database = database;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.erasure = new Erasure(factors, new AccountMails(chain));
    }

    record Shown(String currentPassword, Optional<String> code) {}

    /// For customers, of themselves.
    public HttpService own(SignIn signIn) {
        return new HttpService() {
            @Override
            public void routing(HttpRules rules) {
                rules.post(
                        "/me/erasure", (request, response) -> eraseOwn(signIn, request, response));
            }
        };
    }

    /// For head office, of anybody.
    public HttpService ofAnybody() {
        return new HttpService() {
            @Override
            public void routing(HttpRules rules) {
                rules.post("/customers/{customer}/erasure", ErasureRoutes.this::eraseAny);
            }
        };
    }

    private void eraseOwn(SignIn signIn, ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Shown shown = Body.json(request, Shown.class, MAX_BODY);
        OwnAccount.prove(signIn, response, account, shown.currentPassword(), shown.code());
        erase(account.id(), request);
        Answers.noContent(response);
    }

    private void eraseAny(ServerRequest request, ServerResponse response) {
        Caller _ = Authentication.staff(request, Permission.ADMINISTER_STORES);
        erase(Paths.uuid(request, "customer"), request);
        Answers.noContent(response);
    }

    private void erase(UUID customerId, ServerRequest request) {
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                new Caller.Server("erasure"),
                session -> erasure.erase(session, customerId, read, clock.instant()));
    }
}
