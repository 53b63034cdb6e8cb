package kmmotos.server.orders;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.orders.CartClaim.Claimed;
import kmmotos.server.orders.CartView.Viewer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// What a customer put into a cart before signing in: `POST /carts/{id}/claim` with the bearer
/// token and the guest's `Cart-Token` makes it the customer's, or puts its lines into the cart that
/// the customer has already. `GET /carts/current` is the customer's cart. Both answer [CartView]
/// and its `ETag`.
///
/// Errors: 401 `sign_in_required`, 404 `not_found` (also after the lines have moved), 409
/// `cart_completed`, 422 `too_many_lines`.
public final class ClaimRoutes implements HttpService {

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final CartClaim claim = new CartClaim();
    private final CartViews views = new CartViews();

    public ClaimRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/carts/current", this::current).post("/carts/{cart}/claim", this::claim);
    }

    private void current(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        Viewer viewer = Viewer.of(Languages.from(request, language));
        CartView view =
                database.inTransaction(
                        customer,
                        session ->
                                claim.newest(session, customer.customerId())
                                        .map(cartId ->
                                                views.view(
                                                        session, cartId, clock.instant(), viewer))
                                        .orElseThrow(
                                                () -> Problem.notFound("No such cart.").refusal()));
        CartViews.answer(request, response, 200, view);
    }

    private void claim(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        Holder holder = Holder.from(request);
        UUID cartId = Paths.uuid(request, "cart");
        Instant now = clock.instant();
        Viewer viewer = Viewer.of(Languages.from(request, language));
        CartView view =
                database.inTransaction(
                        customer,
                        session -> {
                            holder.show(session);
                            return switch (claim.claim(
                                    session, cartId, customer.customerId(), now)) {
                                case Claimed.Into(UUID mine) ->
                                        views.view(session, mine, now, viewer);
                                case Claimed.Completed(UUID orderId) ->
                                        throw Problem.of(
                                                        409,
                                                        "cart_completed",
                                                        "This cart has become an order.")
                                                .with("order_id", orderId)
                                                .refusal();
                                case Claimed.Unknown _ ->
                                        throw Problem.notFound("No such cart.").refusal();
                            };
                        });
        CartViews.answer(request, response, 200, view);
    }
}
