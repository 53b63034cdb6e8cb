package kmmotos.server.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.PricedLine;

/// A cart with an order's lines put into it again, and what is not as it was then.
///
/// @param leftOut what the chain does not sell any more, or not at this store: it is not in the
///   cart
/// @param scarce what is in the cart, but the store can't promise as much
/// @param priceChanged what has another price for one than when it was ordered
record ReorderedCart(
        CartView cart,
        List<LeftOut> leftOut,
        List<Scarce> scarce,
        List<PriceChanged> priceChanged) {

    record LeftOut(Sku sku, String description) {}

    record Scarce(Sku sku, Quantity quantity, Quantity available) {}

    record PriceChanged(Sku sku, UnitPrice before, UnitPrice now) {}

    static ReorderedCart of(Order order, CartView cart, List<Order.Line> leftOut) {
        List<Scarce> scarce = new ArrayList<>();
        List<PriceChanged> changed = new ArrayList<>();
        for (Order.Line line : order.lines()) {
            Optional<CartView.LineView> again =
                    cart.lines().stream()
                            .filter(one -> one.sku().equals(line.priced().sku()))
                            .findFirst();
            again.filter(one -> one.available().compareTo(one.quantity()) < 0)
                    .ifPresent(one ->
                            scarce.add(new Scarce(one.sku(), one.quantity(), one.available())));
            again.flatMap(CartView.LineView::priced)
                    .map(PricedLine::unit)
                    .filter(now -> !now.equals(line.priced().unit()))
                    .ifPresent(now ->
                            changed.add(
                                    new PriceChanged(
                                            line.priced().sku(), line.priced().unit(), now)));
        }
        return new ReorderedCart(
                cart,
                leftOut.stream()
                        .map(line -> new LeftOut(line.priced().sku(), line.description()))
                        .toList(),
                scarce,
                changed);
    }
}
