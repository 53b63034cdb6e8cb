package kmmotos.server.customers;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Customers as head office keeps them: `GET /customers?name=`, `GET` and `PUT /customers/{id}`
/// with the model's customer as JSON (kind, price group and so on). `GET /customers/{id}/changes`:
/// the last 100 changes at tills.
public final class CustomerAdminRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final int MAX_NAME = 80;

    private final Database database;
    private final Clock clock;
    private final CustomerStore customers = new CustomerStore();

    public CustomerAdminRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/customers", this::list)
                .get("/customers/{customer}", this::show)
                .get("/customers/{customer}/changes", this::changes)
                .put("/customers/{customer}", this::save);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Optional<UUID> after = wanted.after().stream().findFirst().map(Paths::uuid);
        String name =
                request.query()
                        .first("name")
                        .filter(text -> text.length() <= MAX_NAME && text.indexOf(0) < 0)
                        .orElse("");
        List<Customer> rows =
                database.inTransaction(
                        caller,
                        session -> customers.list(session, name, after, wanted.rowsToRead()));
        Answers.ok(
                request,
                response,
                Page.of(rows, wanted, customer -> List.of(customer.customerId().toString())));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        UUID id = Paths.uuid(request, "customer");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> customers.find(session, id))
                        .orElseThrow(CustomerStore::unknown));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STORES);
        Customer customer = Body.json(request, Customer.class, MAX_BODY);
        if (!customer.customerId().equals(Paths.uuid(request, "customer"))) {
            throw Problem.badRequest("wrong_id", "Path and body name different customers.")
                    .refusal();
        }
        Optional<Customer> saved =
                database.inTransaction(
                        caller,
                        session ->
                                customer.email()
                                                .filter(email ->
                                                        customers.isEmailTaken(
                                                                session,
                                                                email,
                                                                customer.customerId()))
                                                .isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                customers.save(
                                                        session, customer, clock.instant())));
        Answers.ok(
                request,
                response,
                saved.orElseThrow(() ->
                        Problem.of(409, "email_taken", "Another customer has this e-mail.")
                                .refusal()));
    }

    /// What tills told of a customer, the newest first: also what a later change replaced.
    private void changes(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        UUID id = Paths.uuid(request, "customer");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> CustomerChange.list(session, id)));
    }
}
