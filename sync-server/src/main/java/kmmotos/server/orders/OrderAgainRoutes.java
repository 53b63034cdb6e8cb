package kmmotos.server.orders;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.orders.Order;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.SignIn;
import kmmotos.server.orders.CartStore.Change;
import kmmotos.server.orders.CartView.Viewer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Coming back to an order.
///
/// `POST /orders/{id}/reorder` -> 200 [ReorderedCart]: puts its lines onto the customer's newest
/// cart, or a new one at the order's store. `POST /orders/lookups {"number","email"}` -> 200
/// [OrderView] for the guest who left this address with the order. Errors: 404 `not_found`, 422
/// `quantity_out_of_range`, `too_many_lines`, 429 `too_many_attempts`.
public final class OrderAgainRoutes implements HttpService {

    private static final int MAX_BODY = 2_048;
    private static final int MAX_TEXT = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;
    private final Locale language;
    private final OrderStore orders = new OrderStore();
    private final CartStore carts = new CartStore();
    private final CartClaim claim = new CartClaim();
    private final CartViews views = new CartViews();

    /// @param signIn limits how often somebody may guess
    public OrderAgainRoutes(Database database, SignIn signIn, Clock clock, Locale language) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/orders/lookups", this::lookUp).post("/orders/{order}/reorder", this::reorder);
    }

    record Lookup(String number, String email) {}

    private void lookUp(ServerRequest request, ServerResponse response) {
        Lookup given = Body.json(request, Lookup.class, MAX_BODY);
        String number = told(given.number()).toUpperCase(Locale.ROOT);
        String email = told(given.email()).toLowerCase(Locale.ROOT);
        List<String> guesses = List.of("order:" + number, "order of:" + email);
        guesses.forEach(guess -> signIn.waitOf(guess).ifPresent(wait -> refuse(response, wait)));
        Optional<Order> found =
                database.inTransaction(
                        new Caller.Server("order look-up"),
                        session -> orders.ofGuest(session, number, email));
        if (found.isEmpty()) {
            guesses.forEach(signIn::noteFailure);
            throw Problem.notFound("No such order.").refusal();
        }
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.ok(request, response, OrderView.of(found.get(), Optional.empty()));
    }

    private static void refuse(ServerResponse response, Duration wait) {
        long seconds = wait.plusSeconds(1).toSeconds();
        response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
        throw Problem.of(
                        429,
                        "too_many_attempts",
                        "Too many attempts failed. Please wait " + seconds + " seconds.")
                .with("retry_after_seconds", seconds)
                .refusal();
    }

    /// What can be no number and no address is as unknown as any other.
    private static String told(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TEXT || stripped.indexOf('\0') >= 0) {
            throw Problem.notFound("No such order.").refusal();
        }
        return stripped;
    }

    private void reorder(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        UUID orderId = Paths.uuid(request, "order");
        Viewer viewer = Viewer.of(Languages.from(request, language));
        ReorderedCart cart =
                database.inTransaction(
                        customer,
                        session -> {
                            Order order =
                                    orders.find(session, orderId)
                                            .orElseThrow(() ->
                                                    Problem.notFound("No such order.").refusal());
                            return again(session, customer, order, viewer);
                        });
        response.header(HeaderNames.ETAG, "\"" + cart.cart().version() + "\"");
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.ok(request, response, cart);
    }

    private ReorderedCart again(
            StatelessSession session, Caller.Customer customer, Order order, Viewer viewer) {
        Instant now = clock.instant();
        UUID cartId =
                claim.newest(session, customer.customerId())
                        .orElseGet(() -> newCart(session, customer, order, now));
        Change change = new Change(cartId, Optional.empty(), now);
        List<Order.Line> leftOut = new ArrayList<>();
        for (Order.Line line : order.lines()) {
            CartStore.Outcome added =
                    carts.add(session, change, line.priced().sku(), line.priced().quantity());
            if (added == CartStore.Outcome.NO_SUCH_LINE) {
                leftOut.add(line);
            }
        }
        CartView view = views.view(session, cartId, now, viewer);
        List<Order.Line> unpriced =
                order.lines().stream()
                        .filter(line -> view.unpriced().contains(line.priced().sku()))
                        .toList();
        if (unpriced.isEmpty()) {
            return ReorderedCart.of(order, view, leftOut);
        }
        unpriced.forEach(line -> {
            CartStore.Outcome _ = carts.remove(session, change, line.priced().sku());
        });
        leftOut.addAll(unpriced);
        return ReorderedCart.of(order, views.view(session, cartId, now, viewer), leftOut);
    }

    private UUID newCart(
            StatelessSession session, Caller.Customer customer, Order order, Instant now) {
        UUID cartId = UuidV7.of(now, RANDOM);
        carts.create(session, cartId, new Holder(customer, ""), order.store(), now);
        return cartId;
    }
}
