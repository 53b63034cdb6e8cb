package kmmotos.server.orders;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.PickupCode;
import kmmotos.server.http.Problem;

/// How a checkout went.
sealed interface CheckoutResult {

    record Placed(Order order, PickupCode code) implements CheckoutResult {}

    /// @param lines those that the store can not promise
    record OutOfStock(List<Cart.Line> lines) implements CheckoutResult {}

    record PriceChanged(Money total) implements CheckoutResult {}

    record CouponRefused(Map<String, String> why) implements CheckoutResult {}

    record NotForSale(List<Sku> skus) implements CheckoutResult {}

    record Empty() implements CheckoutResult {}

    record NoSuchCart() implements CheckoutResult {}

    record AlreadyCompleted(UUID orderId) implements CheckoutResult {}

    /// What a refused caller is told.
    default Problem problem() {
        return switch (this) {
            case Placed _ -> throw new IllegalStateException("a placed order is no problem");
            case OutOfStock(List<Cart.Line> lines) -> outOfStock(lines);
            case PriceChanged(Money total) ->
                    Problem.of(409, "price_changed", "The total is " + total + " now.")
                            .with("total", total);
            case CouponRefused(Map<String, String> why) ->
                    Problem.of(409, "coupon_refused", "A coupon does not count: " + why)
                            .with("coupons", why);
            case NotForSale(List<Sku> skus) ->
                    Problem.of(409, "not_for_sale", "No price at this store: " + skus)
                            .with("skus", skus);
            case Empty _ -> Problem.of(422, "empty_cart", "The cart has no lines.");
            case NoSuchCart _ -> Problem.notFound("No such cart.");
            case AlreadyCompleted(UUID orderId) ->
                    Problem.of(409, "cart_completed", "This cart has become an order.")
                            .with("order_id", orderId);
        };
    }

    private static Problem outOfStock(List<Cart.Line> lines) {
        Problem problem = Problem.of(409, "out_of_stock", "The store has not enough of this left.");
        for (Cart.Line line : lines) {
            problem =
                    problem.at(
                            "/lines/" + line.sku(),
                            "out_of_stock",
                            "wanted " + line.quantity() + ", can promise " + line.available(),
                            Map.of("wanted", line.quantity(), "available", line.available()));
        }
        return problem;
    }
}
