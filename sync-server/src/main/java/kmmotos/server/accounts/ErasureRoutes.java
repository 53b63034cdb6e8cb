package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import kmmotos.server.ServerConfig;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Deletes the customer who calls; see [Erasure] for what stays.
///
/// `POST /me/erasure {"current_password","code"?}` -> 204. Errors: 403 `wrong_password`,
/// `code_needed`, `code_refused`; 409 `not_erasable` with what is open; 429 `too_many_attempts`.
public final class ErasureRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final Locale language;
    private final Erasure erasure;

    public ErasureRoutes(
            Database database,
            SignIn signIn,
            SecondFactors factors,
            Clock clock,
            ServerConfig.Chain chain) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.erasure = new Erasure(factors, new AccountMails(chain));
    }

    record Shown(String currentPassword, Optional<String> code) {}

    @Override
    public void routing(HttpRules rules) {
        rules.post("/me/erasure", this::erase);
    }

    private void erase(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Shown shown = Body.json(request, Shown.class, MAX_BODY);
        OwnAccount.prove(signIn, response, account, shown.currentPassword(), shown.code());
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                new Caller.Server("accounts"),
                session -> erasure.erase(session, account.id(), read, clock.instant()));
        Answers.noContent(response);
    }
}
