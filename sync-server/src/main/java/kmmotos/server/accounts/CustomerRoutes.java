package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.mails.MailRequest;
import kmmotos.server.ServerConfig;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.MailedTokens.Purpose;
import kmmotos.server.identity.Passwords;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Customers of the online shop: registration and their own data.
///
/// `POST /customers {"name","email","password","phone"?}` -> 201 the customer, who gets a mail to
/// show that the address is theirs; 409 `email_taken`. `GET /me` -> the customer who calls.
/// (Signing in is below `/tokens`.)
public final class CustomerRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final AccountMails mails;
    private final CustomerStore customers = new CustomerStore();
    private final CredentialStore credentials = new CredentialStore();

    public CustomerRoutes(Database database, Clock clock, ServerConfig.Chain chain) {
        this.database = database;
        this.clock = clock;
        this.language = Locale.forLanguageTag(chain.language());
        this.mails = new AccountMails(chain);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/customers", this::register).get("/me", this::me);
    }

    record Registration(String name, String email, String password, Optional<String> phone) {}

    private void register(ServerRequest request, ServerResponse response) {
        Registration given = Body.json(request, Registration.class, MAX_BODY);
        check(given);
        String hash = Passwords.hash(given.password());
        Customer customer =
                new Customer(
                        UUID.randomUUID(),
                        Customer.Kind.RETAIL,
                        given.name().strip(),
                        Optional.of(given.email().strip()),
                        given.phone(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        Locale read = Languages.from(request, language).chosen();
        boolean saved =
                database.inTransaction(
                        new Caller.Server("registration"),
                        session -> {
                            String email = given.email().strip();
                            Account account =
                                    new Account(Account.Kind.CUSTOMER, customer.customerId());
                            if (customers.isEmailTaken(session, email, customer.customerId())
                                    || !credentials.save(
                                            session, account, email, hash, clock.instant())) {
                                return false;
                            }
                            Customer _ = customers.save(session, customer, clock.instant());
                            mails.sendToken(session, Purpose.VERIFY, email, read, clock.instant());
                            return true;
                        });
        if (!saved) {
            throw Problem.of(409, "email_taken", "There is an account with this e-mail already.")
                    .refusal();
        }
        Answers.created(request, response, customer);
    }

    private void me(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        Customer customer =
                database.inTransaction(
                                caller, session -> customers.find(session, caller.customerId()))
                        .orElseThrow(CustomerStore::unknown);
        Answers.ok(request, response, customer);
    }

    private static void check(Registration given) {
        Problem problem = Problem.badRequest("invalid_registration", "Something is missing.");
        if (given.name().isBlank()) {
            problem = problem.at("/name", "required", "A name is needed.");
        }
        if (!MailRequest.isAddress(given.email().strip())) {
            problem = problem.at("/email", "invalid_email", "This is no e-mail address.");
        }
        problem = GivenPassword.check(problem, "/password", given.password());
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }
}
