package kmmotos.simulation.server;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.model.catalog.Brand;
import kmmotos.model.money.Money;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Caller;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.server.ServerState.CouponUses;
import kmmotos.simulation.server.ServerState.PublishedList;

/// Head office: new prices, coupons and brands, told to every till.
public final class HeadOffice {

    private static final int BRANDS = 4;

    private final ServerState state;
    private final MemoryStore store;
    private final Clock clock;
    private final RandomGenerator random;

    HeadOffice(ServerState state, MemoryStore store, Clock clock, RandomGenerator random) {
        this.state = state;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /// The next decision.
    public void act() {
        switch (random.nextInt(4)) {
            case 0 -> change(this::issueCoupon);
            case 1 -> change(this::nameBrand);
            default -> change(this::publishPrices);
        }
    }

    /// Tells how often coupons were used, as the server does every now and then.
    public void tellUses() {
        change(() ->
                List.copyOf(state.coupons.values()).stream()
                        .filter(known -> known.told() != known.uses())
                        .forEach(known ->
                                tell(new CouponUses(known.coupon(), known.uses(), known.uses()))));
    }

    private void change(Runnable what) {
        try {
            boolean _ =
                    store.inTransaction(
                            new Caller.Server("head office"),
                            _ -> {
                                what.run();
                                return true;
                            });
        } catch (Crash crash) {
            // Somebody sees an error, and does it again another day.
            return;
        }
    }

    /// From now on, from some later moment on, or in place of the newest list.
    private void publishPrices() {
        Instant now = clock.instant();
        Instant from =
                switch (random.nextInt(3)) {
                    case 0 -> now;
                    case 1 -> now.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
                    default -> newest().map(list -> list.list().effectiveFrom()).orElse(now);
                };
        List<Price> prices =
                Goods.SKUS.stream()
                        .map(sku ->
                                Price.of(
                                        sku,
                                        UnitPrice.of(
                                                Money.ofMinor(
                                                        900 + random.nextInt(200),
                                                        Goods.CURRENCY))))
                        .toList();
        PriceList list = new PriceList(Shops.ZONE, Goods.CURRENCY, from, prices);
        String id = HashChain.sha256Hex(CanonicalJson.bytes(list));
        state.priceLists.put(id, new PublishedList(list, now));
        tables().publish(
                        Scope.priceList(Shops.ZONE),
                        List.of(new Policy.PriceListPublished(Shops.ZONE, id, from)));
    }

    private Optional<PublishedList> newest() {
        return state.priceLists.values().stream()
                .max(Comparator.comparing(list -> list.list().effectiveFrom()));
    }

    /// Which list holds at a moment.
    public static Optional<String> inForce(ServerState state, Instant at) {
        return state.priceLists.rows().entrySet().stream()
                .filter(list -> !list.getValue().list().effectiveFrom().isAfter(at))
                .max(
                        Comparator.<java.util.Map.Entry<String, PublishedList>, Instant>comparing(
                                        list -> list.getValue().list().effectiveFrom())
                                .thenComparing(list -> list.getValue().publishedAt()))
                .map(java.util.Map.Entry::getKey);
    }

    private void issueCoupon() {
        Coupon coupon =
                new Coupon(
                        "GIFT-" + random.nextInt(100_000),
                        new Discount.PercentOff(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(1),
                        true);
        tell(new CouponUses(coupon, 0, 0));
    }

    private void tell(CouponUses coupon) {
        state.coupons.put(coupon.coupon().code(), coupon);
        tables().publish(
                        Scope.priceList(Shops.ZONE),
                        List.of(new Policy.CouponChanged(coupon.coupon(), coupon.uses())));
    }

    private void nameBrand() {
        Brand brand =
                new Brand("BRAND-" + random.nextInt(BRANDS), "Name " + random.nextInt(100_000));
        state.brands.put(brand.code(), brand);
        tables().publish(Scope.CATALOG, List.of(new Policy.BrandChanged(brand)));
    }

    private MemoryTables tables() {
        return new MemoryTables(state, random, clock);
    }
}
