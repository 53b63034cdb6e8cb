package kmmotos.server.orders;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.money.Money;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.IdempotencyKeys;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Checkout for pickup, and the orders that come of it.
///
/// `POST /carts/{id}/checkout {"contact_name","contact_phone","contact_email","expected_total"}`
/// with an `Idempotency-Key` -> 201 [OrderView] with the `pickup_code`; `GET /orders` for a
/// customer; `GET /orders/{id}`, `POST /orders/{id}/cancel {"why"}` for whoever ordered. Errors:
/// 409 `out_of_stock`, `price_changed`, `coupon_refused`, `not_for_sale`, `cart_completed`,
/// `not_possible`; 422 `empty_cart`; 404 `not_found`.
public final class OrderRoutes implements HttpService {

    private static final int MAX_BODY = 8_192;
    private static final int MAX_NAME = 120;

    private final Database database;
    private final Clock clock;
    private final IdempotencyKeys keys;
    private final Checkout checkout = new Checkout();
    private final OrderStore orders = new OrderStore();

    public OrderRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.keys = new IdempotencyKeys(database);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/carts/{cart}/checkout", this::complete)
                .get("/orders", this::list)
                .get("/orders/{order}", this::show)
                .post("/orders/{order}/cancel", this::cancel);
    }

    record Contact(
            String contactName,
            Optional<String> contactPhone,
            Optional<String> contactEmail,
            Optional<Money> expectedTotal) {

        Checkout.Wanted wanted() {
            refuse(contactName, "/contact_name", true);
            contactPhone.ifPresent(phone -> refuse(phone, "/contact_phone", false));
            contactEmail
                    .filter(email -> !MailRequest.isAddress(email.strip()))
                    .ifPresent(_ -> {
                        throw Problem.of(
                                        422,
                                        "invalid_contact",
                                        "The store must know whom to hand it to.")
                                .at("/contact_email", "invalid_email", "This is no e-mail address.")
                                .refusal();
                    });
            return new Checkout.Wanted(
                    contactName.strip(),
                    contactPhone,
                    contactEmail.map(String::strip),
                    expectedTotal);
        }

        private static void refuse(String text, String pointer, boolean needed) {
            if ((needed && text.isBlank())
                    || text.length() > MAX_NAME
                    || text.chars().anyMatch(c -> c < ' ')) {
                throw Problem.of(422, "invalid_contact", "The store must know whom to hand it to.")
                        .at(pointer, "invalid_contact", "1 to " + MAX_NAME + " characters")
                        .refusal();
            }
        }
    }

    record Cancellation(Optional<String> why) {}

    private void complete(ServerRequest request, ServerResponse response) {
        Holder holder = Holder.from(request);
        UUID cartId = Paths.uuid(request, "cart");
        Body body = Body.read(request, MAX_BODY);
        Checkout.Wanted wanted = body.as(Contact.class).wanted();
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        keys.once(
                request,
                response,
                holder.caller(),
                holder.scope(),
                body,
                session -> {
                    holder.show(session);
                    return placed(
                            checkout.complete(session, cartId, holder, wanted, clock.instant()));
                });
    }

    private static IdempotencyKeys.Answer placed(CheckoutResult result) {
        if (result instanceof CheckoutResult.Placed(Order order, var code)) {
            return new IdempotencyKeys.Answer(
                    201,
                    OrderView.of(order, Optional.of(code.value())),
                    Map.of("Location", "/api/shop/v1/orders/" + order.orderId()));
        }
        throw result.problem().refusal();
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller.Customer customer = Authentication.customer(request);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Page<Order> page =
                database.inTransaction(
                        customer, session -> orders.of(session, customer.customerId(), wanted));
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.ok(
                request,
                response,
                new Page<>(
                        page.items().stream()
                                .map(order -> OrderView.of(order, Optional.empty()))
                                .toList(),
                        page.nextCursor(),
                        page.hasMore()));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Holder holder = Holder.from(request);
        UUID orderId = Paths.uuid(request, "order");
        Order order =
                database.inTransaction(
                        holder.caller(),
                        session -> {
                            holder.show(session);
                            return find(session, orderId);
                        });
        answer(request, response, order);
    }

    private void cancel(ServerRequest request, ServerResponse response) {
        Holder holder = Holder.from(request);
        UUID orderId = Paths.uuid(request, "order");
        String why =
                Body.json(request, Cancellation.class, MAX_BODY).why().orElse("by the customer");
        Order order =
                database.inTransaction(
                        holder.caller(),
                        session -> {
                            holder.show(session);
                            return cancelled(session, orderId, why);
                        });
        answer(request, response, order);
    }

    private Order cancelled(StatelessSession session, UUID orderId, String why) {
        OrderState wanted = new OrderState.Cancelled(clock.instant(), why);
        return switch (orders.become(session, orderId, wanted)) {
            case OrderStore.Outcome.Done(Order order) -> order;
            case OrderStore.Outcome.Unknown _ -> throw Problem.notFound("No such order.").refusal();
            case OrderStore.Outcome.NotPossible(Order order) -> {
                if (order.state() instanceof OrderState.Cancelled) {
                    yield order;
                }
                throw Problem.of(
                                409,
                                "not_possible",
                                "An order that is " + order.state().word() + " can't be cancelled.")
                        .refusal();
            }
        };
    }

    private Order find(StatelessSession session, UUID orderId) {
        return orders.find(session, orderId)
                .orElseThrow(() -> Problem.notFound("No such order.").refusal());
    }

    private static void answer(ServerRequest request, ServerResponse response, Order order) {
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.ok(request, response, OrderView.of(order, Optional.empty()));
    }
}
