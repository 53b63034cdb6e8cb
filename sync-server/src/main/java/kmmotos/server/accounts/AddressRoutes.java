package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.accounts.AddressStore.Kept;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// A customer's address book.
///
/// `GET /me/addresses` -> `{"items"}` in the order they were added; `POST /me/addresses` -> 201;
/// `PUT /me/addresses/{address}` -> 200; `DELETE /me/addresses/{address}` -> 204. Errors: 404
/// `not_found`; 422 `invalid_address` with the places, `too_many_addresses`.
public final class AddressRoutes implements HttpService {

    private static final int MAX_BODY = 8_192;

    private final Database database;
    private final Clock clock;
    private final AddressStore addresses = new AddressStore();

    public AddressRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/me/addresses", this::list)
                .post("/me/addresses", this::add)
                .put("/me/addresses/{address}", this::replace)
                .delete("/me/addresses/{address}", this::remove);
    }

    record Given(Address address, Optional<Boolean> forDelivery, Optional<Boolean> forBills) {

        Kept as(UUID addressId) {
            address.check();
            return new Kept(addressId, address, forDelivery.orElse(false), forBills.orElse(false));
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        List<Kept> kept =
                database.inTransaction(
                        customer, session -> addresses.of(session, customer.customerId()));
        Answers.ok(request, response, Map.of("items", kept));
    }

    private void add(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        Kept kept = Body.json(request, Given.class, MAX_BODY).as(UUID.randomUUID());
        save(customer, kept);
        Answers.created(request, response, kept);
    }

    private void replace(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        UUID addressId = Paths.uuid(request, "address");
        Kept kept = Body.json(request, Given.class, MAX_BODY).as(addressId);
        boolean isThere =
                database.inTransaction(
                        customer,
                        session ->
                                addresses.of(session, customer.customerId()).stream()
                                        .anyMatch(one -> one.addressId().equals(addressId)));
        if (!isThere) {
            throw Problem.notFound("No such address.").refusal();
        }
        save(customer, kept);
        Answers.ok(request, response, kept);
    }

    private void save(Caller.Customer customer, Kept kept) {
        boolean isSaved =
                database.inTransaction(
                        customer,
                        session ->
                                addresses.save(
                                        session, customer.customerId(), kept, clock.instant()));
        if (!isSaved) {
            throw Problem.of(
                            422,
                            "too_many_addresses",
                            "An address book has at most "
                                    + AddressStore.MAX_ADDRESSES
                                    + " addresses.")
                    .with("limit", AddressStore.MAX_ADDRESSES)
                    .refusal();
        }
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        UUID addressId = Paths.uuid(request, "address");
        boolean wasThere =
                database.inTransaction(
                        customer,
                        session -> addresses.remove(session, customer.customerId(), addressId));
        if (!wasThere) {
            throw Problem.notFound("No such address.").refusal();
        }
        Answers.noContent(response);
    }
}
