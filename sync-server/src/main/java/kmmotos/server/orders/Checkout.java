package kmmotos.server.orders;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.pricing.CouponStore;
import org.hibernate.StatelessSession;

/// Makes an order of a cart, in one transaction: locks the cart, prices again, counts the coupons,
/// holds the goods, keeps the order, tells the store.
///
/// Whoever locks comes in the same order everywhere (cart, coupons by code, stock by SKU, the
/// feed's counter), so that two checkouts never wait for each other. A result other than Placed
/// means that the transaction has to be rolled back.
final class Checkout {

    /// How long goods wait for their customer.
    static final Duration HELD_FOR = Duration.ofDays(3);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CartStore carts = new CartStore();
    private final OrderStore orders = new OrderStore();
    private final CouponStore coupons = new CouponStore();
    private final Reservations reservations = new Reservations();

    /// @param contactEmail by which a guest finds the order again
    /// @param expectedTotal what the customer was shown; another total is not charged unasked
    record Wanted(
            String contactName,
            Optional<String> contactPhone,
            Optional<String> contactEmail,
            Optional<Money> expectedTotal) {}

    CheckoutResult complete(
            StatelessSession session, UUID cartId, Holder holder, Wanted wanted, Instant now) {
        if (!carts.lock(session, cartId)) {
            return new CheckoutResult.NoSuchCart();
        }
        Cart cart = carts.find(session, cartId, now).orElseThrow();
        if (cart.orderId().isPresent()) {
            return new CheckoutResult.AlreadyCompleted(cart.orderId().get());
        }
        if (cart.lines().isEmpty()) {
            return new CheckoutResult.Empty();
        }
        List<CouponStore.Counted> used =
                cart.coupons().isEmpty() ? List.of() : coupons.use(session, cart.coupons());
        CartPricing pricing = CartPricing.of(session, cart, used);
        if (!pricing.refused().isEmpty()) {
            return new CheckoutResult.CouponRefused(usedUp(session, pricing));
        }
        if (pricing.priced().isEmpty()) {
            return new CheckoutResult.NotForSale(pricing.unpriced());
        }
        PricedBasket priced = pricing.priced().get();
        if (wanted.expectedTotal().filter(total -> !total.equals(priced.total())).isPresent()) {
            return new CheckoutResult.PriceChanged(priced.total());
        }
        return place(session, cart, priced, holder, wanted, now);
    }

    private CheckoutResult place(
            StatelessSession session,
            Cart cart,
            PricedBasket priced,
            Holder holder,
            Wanted wanted,
            Instant now) {
        UUID orderId = UuidV7.of(now, RANDOM);
        List<Reservations.Wanted> held =
                cart.lines().stream()
                        .map(line -> new Reservations.Wanted(line.sku(), line.quantity()))
                        .toList();
        Set<Sku> missing = reservations.reserve(session, cart.terms().store().storeId(), held, now);
        if (!missing.isEmpty()) {
            return new CheckoutResult.OutOfStock(
                    cart.lines().stream().filter(line -> missing.contains(line.sku())).toList());
        }
        PickupCode code = PickupCode.random(RANDOM);
        Order order =
                new Order(
                        orderId,
                        orders.nextNumber(session),
                        cart.terms().store().storeId(),
                        holder.customerId(),
                        wanted.contactName(),
                        wanted.contactPhone(),
                        lines(cart, priced),
                        priced.total(),
                        cart.coupons(),
                        now,
                        now.plus(HELD_FOR),
                        code.hashFor(orderId),
                        new OrderState.Placed(now));
        orders.place(session, order, holder.tokenHash(), cart.cartId(), held);
        wanted.contactEmail().ifPresent(email -> orders.noteEmail(session, orderId, email));
        return new CheckoutResult.Placed(order, code);
    }

    /// The order is read in the store, so it is written in the store's language.
    private static List<Order.Line> lines(Cart cart, PricedBasket priced) {
        Locale read = Locale.forLanguageTag(cart.terms().store().language());
        List<Order.Line> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            lines.add(
                    new Order.Line(
                            priced.line(lines.size() + 1).orElseThrow(), line.name().in(read)));
        }
        return lines;
    }

    /// A coupon that exists and was not counted has no use left.
    private java.util.Map<String, String> usedUp(StatelessSession session, CartPricing pricing) {
        java.util.Map<String, String> why = new java.util.TreeMap<>(pricing.refused());
        for (CouponStore.Counted counted : coupons.find(session, pricing.refused().keySet())) {
            why.replace(counted.coupon().code(), "unknown", "used_up");
        }
        return why;
    }
}
