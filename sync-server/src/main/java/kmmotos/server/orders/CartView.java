package kmmotos.server.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Languages;

/// A cart as its holder sees it, priced now.
///
/// @param token given once, to the guest who made the cart
/// @param couponsRefused why a coupon does not count, by its code
/// @param unpriced SKUs that can't be ordered at this store
record CartView(
        UUID cartId,
        Optional<String> token,
        StoreId store,
        long version,
        List<LineView> lines,
        List<String> coupons,
        Map<String, String> couponsRefused,
        List<Sku> unpriced,
        Optional<Money> discount,
        Optional<Money> net,
        Optional<Money> tax,
        Optional<Money> total,
        Optional<UUID> orderId) {

    /// @param available what the store can promise now; less than `quantity` can't be ordered
    record LineView(
            Sku sku,
            String description,
            Quantity quantity,
            Quantity available,
            Optional<Instant> asOf,
            Optional<PricedLine> priced) {}

    /// Who looks at it.
    ///
    /// @param token for the guest who made the cart just now
    record Viewer(Languages languages, Optional<String> token) {

        static Viewer of(Languages languages) {
            return new Viewer(languages, Optional.empty());
        }
    }

    static CartView of(Cart cart, CartPricing pricing, Viewer viewer) {
        Optional<PricedBasket> priced = pricing.priced();
        return new CartView(
                cart.cartId(),
                viewer.token(),
                cart.terms().store().storeId(),
                cart.version(),
                lines(cart, priced, viewer.languages()),
                cart.coupons(),
                pricing.refused(),
                pricing.unpriced(),
                priced.map(PricedBasket::discount),
                priced.map(PricedBasket::net),
                priced.map(PricedBasket::tax),
                priced.map(PricedBasket::total),
                cart.orderId());
    }

    private static List<LineView> lines(
            Cart cart, Optional<PricedBasket> priced, Languages languages) {
        List<LineView> views = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            int lineId = views.size() + 1;
            views.add(
                    new LineView(
                            line.sku(),
                            line.name().in(languages),
                            line.quantity(),
                            line.available(),
                            line.asOf(),
                            priced.flatMap(basket -> basket.line(lineId))));
        }
        return views;
    }
}
