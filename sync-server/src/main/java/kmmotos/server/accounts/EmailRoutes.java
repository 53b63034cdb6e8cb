package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import kmmotos.model.customers.Customer;
import kmmotos.model.mails.MailRequest;
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
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Another address to sign in with.
///
/// `PUT /me/email {"email","current_password","code"?}` -> 202: the new address gets a link, if
/// nobody signs in with it. `POST /email-changes/confirm {"token"}` -> 204: it is the address from
/// now on, and the one before is told. Errors: 400 `incomplete`, `invalid_link`; 403
/// `wrong_password`, `code_needed`, `code_refused`; 409 `email_taken`; 429 `too_many_attempts`.
public final class EmailRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final Locale language;
    private final AccountMails mails;
    private final CredentialStore credentials = new CredentialStore();
    private final CustomerStore customers = new CustomerStore();
    private final MailedTokens tokens = new MailedTokens();

    public EmailRoutes(Database database, SignIn signIn, Clock clock, ServerConfig.Chain chain) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.mails = new AccountMails(chain);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.put("/me/email", this::ask).post("/email-changes/confirm", this::confirm);
    }

    record Wanted(String email, String currentPassword, Optional<String> code) {}

    private void ask(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        Wanted wanted = Body.json(request, Wanted.class, MAX_BODY);
        String email = wanted.email().strip();
        if (!MailRequest.isAddress(email)) {
            throw Problem.badRequest("incomplete", "Something is missing.")
                    .at("/email", "invalid_email", "This is no e-mail address.")
                    .refusal();
        }
        OwnAccount.prove(signIn, response, account, wanted.currentPassword(), wanted.code());
        Locale read = Languages.from(request, language).chosen();
        database.execute(
                ACCOUNTS,
                session -> mails.sendToNew(session, account, email, read, clock.instant()));
        Answers.accepted(response);
    }

    private void confirm(ServerRequest request, ServerResponse response) {
        String token =
                AccountRoutes.checked(
                        Body.json(request, AccountRoutes.Token.class, MAX_BODY).token());
        Locale read = Languages.from(request, language).chosen();
        // As the tills' journal writes moments.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.execute(
                ACCOUNTS,
                session ->
                        move(
                                session,
                                tokens.use(session, Purpose.ADDRESS, token, now)
                                        .orElseThrow(AccountRoutes::invalidLink),
                                read,
                                now));
        Answers.noContent(response);
    }

    /// Whatever was mailed to the address before is good for nothing any more.
    private void move(StatelessSession session, Proof proof, Locale read, Instant now) {
        Account account = proof.account();
        Standing before =
                credentials.standing(session, account).orElseThrow(AccountRoutes::invalidLink);
        if (customers.isEmailTaken(session, proof.address(), account.id())
                || !credentials.rename(session, account, proof.address(), now)) {
            throw Problem.of(409, "email_taken", "There is an account with this e-mail already.")
                    .refusal();
        }
        tokens.forgetAll(session, account);
        customers
                .find(session, account.id())
                .ifPresent(known -> {
                    Customer _ = customers.save(session, known.withEmail(proof.address()), now);
                });
        mails.tell(session, News.MOVED, before.login(), read, now);
    }
}
