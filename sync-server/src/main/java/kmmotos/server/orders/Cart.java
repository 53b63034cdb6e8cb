package kmmotos.server.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.Coupon;
import kmmotos.server.pricing.Terms;
import kmmotos.server.stock.LineName;

/// A cart as it is stored, with the terms it is priced by.
///
/// @param version counts every change; the cart's ETag
record Cart(
        UUID cartId,
        long version,
        Optional<UUID> orderId,
        List<String> coupons,
        Terms terms,
        List<Line> lines) {

    static final int MAX_LINES = 100;
    static final int MAX_COUPONS = 3;
    static final Quantity MAX_QUANTITY = Quantity.of(999);

    Cart {
        coupons = List.copyOf(coupons);
        lines = List.copyOf(lines);
    }

    /// @param available what the cart's store can promise now
    /// @param asOf when the store was last heard of
    record Line(
            Sku sku,
            LineName name,
            String taxCategory,
            Quantity quantity,
            Quantity available,
            Optional<Instant> asOf) {}

    String tag() {
        return "\"" + version + "\"";
    }

    Collection<Sku> skus() {
        return lines.stream().map(Line::sku).toList();
    }

    Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /// The cart as the pricing engine knows it; line n is the n-th of the cart.
    Basket basket(List<Coupon> accepted) {
        List<BasketLine> basket = new ArrayList<>();
        for (Line line : lines) {
            basket.add(
                    new BasketLine(
                            basket.size() + 1,
                            line.sku(),
                            line.taxCategory(),
                            line.quantity(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return new Basket(basket, Optional.empty(), accepted);
    }
}
