package kmmotos.server.orders;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.catalog.CatalogStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.orders.CartStore.Change;
import kmmotos.server.orders.CartView.Viewer;
import kmmotos.server.pricing.Terms;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Carts of guests (header `Cart-Token`) and of customers (bearer token).
///
/// `POST /carts {"store"}` -> 201 [CartView], with the guest's `token`; `GET /carts/{id}`; `POST
/// /carts/{id}/lines {"sku","quantity"}` adds, in parallel too; with `If-Match`: `PUT
/// /carts/{id}/lines {"sku","quantity"}` sets, `quantity` 0 removes; `PATCH /carts/{id}
/// {"store","coupons"}`; `DELETE /carts/{id}` -> 204. Each other answers the cart and its `ETag`.
/// Errors: 404 `not_found`, 409 `cart_completed`, 412 `stale_cart`, 422 `unknown_sku`,
/// `kit_at_shops`, `quantity_out_of_range`, `too_many_lines`, 428 `if_match_required`.
public final class CartRoutes implements HttpService {

    private static final int MAX_BODY = 8_192;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final CartStore carts = new CartStore();
    private final CatalogStore catalog = new CatalogStore();
    private final CartViews views = new CartViews();

    public CartRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/carts", this::create)
                .get("/carts/{cart}", this::show)
                .patch("/carts/{cart}", this::arrange)
                .delete("/carts/{cart}", this::delete)
                .post("/carts/{cart}/lines", this::add)
                .put("/carts/{cart}/lines", this::set);
    }

    record NewCart(Optional<StoreId> store) {}

    record LineWanted(Sku sku, Quantity quantity) {}

    record Arrangement(Optional<StoreId> store, Optional<List<String>> coupons) {}

    private void create(ServerRequest request, ServerResponse response) {
        NewCart wanted = Body.json(request, NewCart.class, MAX_BODY);
        Holder holder = Holder.fresh(request);
        Instant now = clock.instant();
        UUID cartId = UuidV7.of(now, ThreadLocalRandom.current());
        Viewer viewer =
                new Viewer(
                        Languages.from(request, language),
                        Optional.of(holder.token()).filter(token -> !token.isEmpty()));
        CartView view =
                database.inTransaction(
                        holder.caller(),
                        session -> {
                            holder.show(session);
                            carts.create(session, cartId, holder, store(session, wanted, now), now);
                            return views.view(session, cartId, now, viewer);
                        });
        response.header(HeaderNames.LOCATION, "/api/shop/v1/carts/" + cartId);
        CartViews.answer(request, response, 201, view);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Holder holder = Holder.from(request);
        UUID cartId = Paths.uuid(request, "cart");
        Viewer viewer = Viewer.of(Languages.from(request, language));
        CartView view =
                database.inTransaction(
                        holder.caller(),
                        session -> {
                            holder.show(session);
                            return views.view(session, cartId, clock.instant(), viewer);
                        });
        CartViews.answer(request, response, 200, view);
    }

    private void add(ServerRequest request, ServerResponse response) {
        LineWanted line = Body.json(request, LineWanted.class, MAX_BODY);
        CartViews.refuseOutOfRange(line.quantity(), true);
        change(
                request,
                response,
                version(request, false),
                (session, change) -> {
                    CartStore.Outcome outcome =
                            carts.add(session, change, line.sku(), line.quantity());
                    if (outcome == CartStore.Outcome.NO_SUCH_LINE) {
                        refuseKit(session, line.sku());
                    }
                    return outcome;
                });
    }

    private void refuseKit(StatelessSession session, Sku sku) {
        if (!catalog.kits(session, List.of(sku)).isEmpty()) {
            throw Problem.of(
                            422,
                            "kit_at_shops",
                            "A kit is sold at the shops' counters; order its parts.")
                    .refusal();
        }
    }

    private void set(ServerRequest request, ServerResponse response) {
        LineWanted line = Body.json(request, LineWanted.class, MAX_BODY);
        CartViews.refuseOutOfRange(line.quantity(), false);
        change(
                request,
                response,
                version(request, true),
                (session, change) ->
                        line.quantity().isZero()
                                ? carts.remove(session, change, line.sku())
                                : carts.set(session, change, line.sku(), line.quantity()));
    }

    private void arrange(ServerRequest request, ServerResponse response) {
        Arrangement wanted = Body.json(request, Arrangement.class, MAX_BODY);
        List<String> codes = codes(wanted.coupons().orElse(List.of()));
        change(
                request,
                response,
                version(request, true),
                (session, change) -> {
                    Cart cart = views.find(session, change.cartId(), change.now());
                    StoreId store =
                            wanted.store()
                                    .map(id ->
                                            store(
                                                    session,
                                                    new NewCart(Optional.of(id)),
                                                    change.now()))
                                    .orElseGet(() -> cart.terms().store().storeId());
                    return carts.arrange(
                            session,
                            change,
                            store,
                            wanted.coupons().isPresent() ? codes : cart.coupons());
                });
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Holder holder = Holder.from(request);
        Change change =
                new Change(Paths.uuid(request, "cart"), version(request, true), clock.instant());
        database.execute(
                holder.caller(),
                session -> {
                    holder.show(session);
                    if (!carts.delete(session, change)) {
                        throw why(session, change, CartStore.Outcome.NO_SUCH_CART).refusal();
                    }
                });
        Answers.noContent(response);
    }

    private static List<String> codes(List<String> typed) {
        List<String> codes = typed.stream().map(Coupon::normalized).distinct().sorted().toList();
        if (codes.size() > Cart.MAX_COUPONS) {
            throw Problem.of(422, "too_many_coupons", "At most " + Cart.MAX_COUPONS + " coupons.")
                    .with("limit", Cart.MAX_COUPONS)
                    .refusal();
        }
        if (!codes.stream().allMatch(code -> code.matches("[A-Z0-9-]{3,32}"))) {
            throw Problem.of(
                            422,
                            "invalid_coupon",
                            "A coupon's code has 3 to 32 letters, digits and hyphens.")
                    .refusal();
        }
        return codes;
    }

    private void change(
            ServerRequest request,
            ServerResponse response,
            Optional<Long> version,
            BiFunction<StatelessSession, Change, CartStore.Outcome> work) {
        Holder holder = Holder.from(request);
        Instant now = clock.instant();
        Change change = new Change(Paths.uuid(request, "cart"), version, now);
        Viewer viewer = Viewer.of(Languages.from(request, language));
        CartView view =
                database.inTransaction(
                        holder.caller(),
                        session -> {
                            holder.show(session);
                            CartStore.Outcome outcome = work.apply(session, change);
                            if (outcome != CartStore.Outcome.DONE) {
                                throw why(session, change, outcome).refusal();
                            }
                            return views.view(session, change.cartId(), now, viewer);
                        });
        CartViews.answer(request, response, 200, view);
    }

    private Problem why(StatelessSession session, Change change, CartStore.Outcome outcome) {
        if (outcome == CartStore.Outcome.NO_SUCH_LINE) {
            return Problem.of(
                    422, "unknown_sku", "No such SKU, or it is not sold in such a quantity.");
        }
        Cart cart = views.find(session, change.cartId(), change.now());
        return cart.orderId()
                .map(orderId ->
                        Problem.of(409, "cart_completed", "This cart has become an order.")
                                .with("order_id", orderId))
                .orElseGet(() -> Problem.of(412, "stale_cart", "The cart was changed meanwhile."));
    }

    private static StoreId store(StatelessSession session, NewCart wanted, Instant now) {
        return Terms.find(session, wanted.store(), now)
                .orElseThrow(() -> Problem.of(422, "unknown_store", "No such store.").refusal())
                .store()
                .storeId();
    }

    private static Optional<Long> version(ServerRequest request, boolean needed) {
        Optional<String> tag = request.headers().first(HeaderNames.IF_MATCH).map(String::strip);
        if (tag.isEmpty() && needed) {
            throw Problem.of(
                            428, "if_match_required", "Send the cart's ETag in an If-Match header.")
                    .refusal();
        }
        return tag.filter(text -> !text.equals("*")).map(CartRoutes::version);
    }

    private static long version(String tag) {
        String digits = tag.replace("\"", "");
        if (!digits.matches("\\d{1,15}")) {
            throw Problem.of(412, "stale_cart", "This is not an ETag of this cart.").refusal();
        }
        return Long.parseLong(digits);
    }
}
