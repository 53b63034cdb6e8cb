package kmmotos.server.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kmmotos.model.catalog.Sku;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.server.pricing.CouponStore;
import kmmotos.server.pricing.PriceStore;
import kmmotos.server.pricing.PromotionStore;
import org.hibernate.StatelessSession;

/// Prices a cart by the model's engine, with the caller's prices and promotions and the coupons
/// that hold.
///
/// @param priced empty while a SKU has no price at the cart's store
/// @param unpriced those SKUs
/// @param refused why a coupon does not count, by its code
record CartPricing(Optional<PricedBasket> priced, List<Sku> unpriced, Map<String, String> refused) {

    private static final PriceStore PRICES = new PriceStore();
    private static final PromotionStore PROMOTIONS = new PromotionStore();

    CartPricing {
        unpriced = List.copyOf(unpriced);
        refused = new TreeMap<>(refused);
    }

    /// @param coupons those of the cart that exist, with their uses so far
    static CartPricing of(StatelessSession session, Cart cart, List<CouponStore.Counted> coupons) {
        Optional<String> list = cart.terms().priceListId();
        if (list.isEmpty()) {
            return new CartPricing(Optional.empty(), List.copyOf(cart.skus()), Map.of());
        }
        PricingEngine engine =
                cart.terms()
                        .engine(
                                PRICES.prices(session, list.get(), cart.skus()),
                                PROMOTIONS.at(session, cart.terms().store(), cart.skus()));
        Basket plain = cart.basket(List.of());
        List<Sku> unpriced = engine.unpriced(plain, cart.terms().context());
        if (!unpriced.isEmpty()) {
            return new CartPricing(Optional.empty(), unpriced, Map.of());
        }
        PricedBasket before = engine.price(plain, cart.terms().context());
        Map<String, String> refused = new TreeMap<>();
        cart.coupons().forEach(code -> refused.put(code, "unknown"));
        List<Coupon> accepted = new ArrayList<>();
        for (CouponStore.Counted counted : coupons) {
            Coupon.Answer answer =
                    counted.coupon()
                            .check(cart.terms().context().day(), before.total(), counted.uses());
            refused.remove(counted.coupon().code());
            why(answer)
                    .ifPresentOrElse(
                            why -> refused.put(counted.coupon().code(), why),
                            () -> accepted.add(counted.coupon()));
        }
        PricedBasket priced =
                accepted.isEmpty()
                        ? before
                        : engine.price(cart.basket(accepted), cart.terms().context());
        return new CartPricing(Optional.of(priced), List.of(), refused);
    }

    private static Optional<String> why(Coupon.Answer answer) {
        return switch (answer) {
            case Coupon.Answer.Accepted _ -> Optional.empty();
            case Coupon.Answer.NotYet _ -> Optional.of("not_yet");
            case Coupon.Answer.Expired _ -> Optional.of("expired");
            case Coupon.Answer.BelowMinimum _ -> Optional.of("below_minimum");
            case Coupon.Answer.UsedUp _ -> Optional.of("used_up");
            case Coupon.Answer.Withdrawn _ -> Optional.of("withdrawn");
        };
    }
}
