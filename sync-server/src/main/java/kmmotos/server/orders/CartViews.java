package kmmotos.server.orders;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Problem;
import kmmotos.server.pricing.CouponStore;
import org.hibernate.StatelessSession;

/// Shows carts: priced now, within their limits, with the version as `ETag`.
final class CartViews {

    private final CartStore carts = new CartStore();
    private final CouponStore coupons = new CouponStore();

    Cart find(StatelessSession session, UUID cartId, Instant now) {
        return carts.find(session, cartId, now)
                .orElseThrow(() -> Problem.notFound("No such cart.").refusal());
    }

    CartView view(StatelessSession session, UUID cartId, Instant now, CartView.Viewer viewer) {
        Cart cart = find(session, cartId, now);
        if (cart.lines().size() > Cart.MAX_LINES) {
            throw Problem.of(
                            422,
                            "too_many_lines",
                            "A cart has at most " + Cart.MAX_LINES + " lines.")
                    .with("limit", Cart.MAX_LINES)
                    .refusal();
        }
        cart.lines().forEach(line -> refuseOutOfRange(line.quantity(), true));
        List<CouponStore.Counted> known =
                cart.coupons().isEmpty() ? List.of() : coupons.find(session, cart.coupons());
        return CartView.of(cart, CartPricing.of(session, cart, known), viewer);
    }

    static void refuseOutOfRange(Quantity quantity, boolean positive) {
        boolean low = positive ? !quantity.isPositive() : quantity.isNegative();
        if (low || quantity.compareTo(Cart.MAX_QUANTITY) > 0) {
            throw Problem.of(
                            422,
                            "quantity_out_of_range",
                            "A quantity is more than 0 and at most "
                                    + Cart.MAX_QUANTITY
                                    + ", was "
                                    + quantity)
                    .with("limit", Cart.MAX_QUANTITY)
                    .refusal();
        }
    }

    static void answer(ServerRequest request, ServerResponse response, int status, CartView view) {
        response.header(HeaderNames.ETAG, "\"" + view.version() + "\"");
        response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        Answers.json(request, response, status, view);
    }
}
