package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import kmmotos.model.staff.Permission;
import kmmotos.server.ServerConfig;
import kmmotos.server.accounts.AccountMails.News;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// What head office does for customers who can't do it themselves, once it made sure who they are.
///
/// `DELETE /customers/{customer}/second-factor` -> 204, for who lost app and paper: the password is
/// enough, and they are told by mail. `POST /customers/{customer}/erasure` -> 204, for who asked at
/// a counter or by letter; see [Erasure]. Errors: 404 `not_found`; 409 `not_erasable` with what is
/// open.
public final class AccountAdminRoutes implements HttpService {

    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SecondFactors factors;
    private final Clock clock;
    private final Locale language;
    private final AccountMails mails;
    private final Erasure erasure;
    private final CredentialStore credentials = new CredentialStore();

    public AccountAdminRoutes(
            Database database, SecondFactors factors, Clock clock, ServerConfig.Chain chain) {
        this.database = database;
        this.factors = factors;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.mails = new AccountMails(chain);
        this.erasure = new Erasure(factors, mails);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.delete("/customers/{customer}/second-factor", this::removeFactor)
                .post("/customers/{customer}/erasure", this::erase);
    }

    private void removeFactor(ServerRequest request, ServerResponse response) {
        Caller _ = Authentication.staff(request, Permission.ADMINISTER_STORES);
        Account account = new Account(Account.Kind.CUSTOMER, Paths.uuid(request, "customer"));
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                ACCOUNTS,
                session -> {
                    CredentialStore.Standing standing =
                            credentials
                                    .standing(session, account)
                                    .orElseThrow(CustomerStore::unknown);
                    factors.remove(session, account);
                    mails.tell(session, News.CODES_OFF, standing.login(), read, clock.instant());
                });
        Answers.noContent(response);
    }

    private void erase(ServerRequest request, ServerResponse response) {
        Caller _ = Authentication.staff(request, Permission.ADMINISTER_STORES);
        UUID customerId = Paths.uuid(request, "customer");
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                ACCOUNTS, session -> erasure.erase(session, customerId, read, clock.instant()));
        Answers.noContent(response);
    }
}
