package kmmotos.simulation.chain;

import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.stores.StoreId;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.server.WebShop;

/// People who order from the web, and sometimes think better of it.
public final class WebCustomers {

    private record Wanted(StoreId at, Sku sku, Quantity quantity, PricedLine line) {}

    private final WebShop shop;
    private final Shops shops;
    private final RandomGenerator random;
    private final boolean races;
    private Optional<Wanted> promised = Optional.empty();

    /// @param races whether the shop looks first and reserves later
    public WebCustomers(WebShop shop, Shops shops, RandomGenerator random, boolean races) {
        this.shop = shop;
        this.shops = shops;
        this.random = random;
        this.races = races;
    }

    /// The next customer.
    public void act() {
        try {
            if (random.nextInt(6) == 0) {
                shop.open().stream().findFirst().ifPresent(shop::cancel);
            } else if (races) {
                orderInTwoSteps();
            } else {
                Wanted wanted = wanted();
                Optional<Order> _ = shop.order(wanted.at(), wanted.line());
            }
        } catch (Crash crash) {
            // The customer sees an error and comes back another day.
            promised = Optional.empty();
        }
    }

    /// Orders that nobody fetches in time come to their end.
    public void giveUp() {
        try {
            shop.expire();
        } catch (Crash crash) {
            promised = Optional.empty();
        }
    }

    private void orderInTwoSteps() {
        promised.ifPresent(wanted -> {
            Order _ = shop.placeUnchecked(wanted.at(), wanted.line());
        });
        Wanted next = wanted();
        promised =
                Optional.of(next)
                        .filter(wanted ->
                                shop.canPromise(wanted.at(), wanted.sku(), wanted.quantity()));
    }

    private Wanted wanted() {
        StoreId at = shops.stores().get(random.nextInt(shops.stores().size())).storeId();
        Sku sku = Goods.any(random);
        PricedLine line = Goods.priced(1, sku, 1 + random.nextInt(4));
        return new Wanted(at, sku, line.quantity(), line);
    }
}
