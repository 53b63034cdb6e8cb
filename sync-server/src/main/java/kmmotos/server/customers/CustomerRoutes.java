package kmmotos.server.customers;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.customers.Customer;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.Passwords;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Customers of the online shop: registration and their own data.
///
/// `POST /customers {"name","email","password","phone"?}` -> 201 the customer; 409 `email_taken`.
/// `GET /me` -> the customer who calls. (Signing in is below `/tokens`.)
public final class CustomerRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private final Database database;
    private final Clock clock;
    private final CustomerStore customers = new CustomerStore();
    private final CredentialStore credentials = new CredentialStore();

    public CustomerRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
                        .orElseThrow(() -> Problem.notFound("No such customer.").refusal());
        Answers.ok(request, response, customer);
    }

    private static void check(Registration given) {
        Problem problem = Problem.badRequest("invalid_registration", "Something is missing.");
        if (given.name().isBlank()) {
            problem = problem.at("/name", "required", "A name is needed.");
        }
        if (!EMAIL.matcher(given.email().strip()).matches()) {
            problem = problem.at("/email", "invalid_email", "This is no e-mail address.");
        }
        int length = given.password().length();
        if (length < Passwords.MIN_LENGTH || length > Passwords.MAX_LENGTH) {
            problem =
                    problem.at(
                            "/password",
                            "invalid_password",
                            "A password has "
                                    + Passwords.MIN_LENGTH
                                    + " to "
                                    + Passwords.MAX_LENGTH
                                    + " characters.",
                            Map.of("least", Passwords.MIN_LENGTH, "most", Passwords.MAX_LENGTH));
        }
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }
}
