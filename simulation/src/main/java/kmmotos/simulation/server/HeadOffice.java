package kmmotos.simulation.server;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Names;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.server.ServerState.PublishedList;
import kmmotos.simulation.server.ServerState.StockKey;

/// Head office: new prices, promotions, coupons and brands, told to every till, and goods ordered
/// for a shop.
public final class HeadOffice {

    static final UUID PERSON = new UUID(0, 2);

    private final ServerSide side;
    private final Clock clock;
    private final RandomGenerator random;

    HeadOffice(ServerSide side, Clock clock, RandomGenerator random) {
        this.side = side;
        this.clock = clock;
        this.random = random;
    }

    /// The next decision.
    public void act() {
        switch (random.nextInt(6)) {
            case 0 -> change(this::issueCoupon);
            case 1 -> change(this::nameOrOffer);
            case 2 -> change(this::askForGoods);
            case 3 -> change(this::setAside);
            default -> change(this::publishPrices);
        }
    }

    public void changePrices() {
        change(this::publishPrices);
    }

    /// Tells how often coupons were used, as the server does every now and then.
    public void tellUses() {
        change(ChainTables::tellUses);
    }

    /// Opens a store, and tells every till its name.
    void open(Store store) {
        change(tables -> tables.open(store));
    }

    /// Tells of shortages, as the server does every now and then.
    public void tellShortages() {
        change(tables -> tables.tellShortages(clock.instant()));
    }

    /// Asks the store that can best help out for what another one promised too often.
    private void askForGoods(ChainTables tables) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Quantity quantity = Quantity.of(1 + random.nextInt(4));
        tables.shortages(clock.instant()).stream()
                .filter(shortage -> !shortage.elsewhere().isEmpty())
                .min(
                        Comparator.comparing(
                                shortage -> new StockKey(shortage.store(), shortage.sku())))
                .ifPresent(shortage ->
                        tables.ask(
                                new TransferRequest(
                                        id,
                                        shortage.elsewhere().getFirst().store(),
                                        shortage.store(),
                                        List.of(new Transfer.Line(shortage.sku(), quantity)),
                                        clock.instant(),
                                        PERSON),
                                shortage.caseId(),
                                clock.instant()));
    }

    private void change(Consumer<ChainTables> what) {
        try {
            boolean _ =
                    side.inTransaction(tables -> {
                        what.accept(tables);
                        return true;
                    });
        } catch (Crash crash) {
            // Somebody sees an error, and does it again another day.
            return;
        }
    }

    /// From now on, from some later moment on, or in place of the newest list.
    private void publishPrices(ChainTables tables) {
        Instant now = clock.instant();
        Instant from =
                switch (random.nextInt(3)) {
                    case 0 -> now;
                    case 1 -> now.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
                    default -> tables.newestPrices().map(PriceList::effectiveFrom).orElse(now);
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
        tables.publish(new PriceList(Shops.ZONE, Goods.CURRENCY, from, prices), now);
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

    private void setAside(ChainTables tables) {
        List<StoreId> stores = stores();
        StoreId store = stores.get(random.nextInt(stores.size()));
        tables.setAside(store, Goods.any(random), Quantity.of(random.nextInt(4)));
    }

    private List<StoreId> stores() {
        return side.state().tills.values().stream().map(Till::storeId).distinct().sorted().toList();
    }

    private void issueCoupon(ChainTables tables) {
        Coupon coupon =
                new Coupon(
                        "GIFT-" + random.nextInt(100_000),
                        new Discount.PercentOff(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(random.nextBoolean() ? 1 : 5),
                        true);
        tables.issue(coupon);
    }

    private void nameOrOffer(ChainTables tables) {
        int number = random.nextInt(100_000);
        if (number % 5 == 0) {
            tables.order(goods(number), clock.instant());
        } else if (number % 2 == 0) {
            tables.name(new Brand("BRAND-" + number, "Name " + number));
        } else {
            tables.offer(promotion(number), clock.instant());
        }
    }

    /// Changes or closes an order now and then; otherwise a new one.
    private PurchaseOrder goods(int number) {
        List<StoreId> stores = stores();
        StoreId store = stores.get(number / 5 % stores.size());
        int id = number % 3 == 0 ? number % 40 : number;
        PurchaseOrder order =
                new PurchaseOrder(
                        new UUID(2, id * 10L + stores.indexOf(store)),
                        "PO-" + id + "-" + store,
                        store,
                        "Supplier",
                        clock.instant(),
                        LocalDate.of(2026, 1, 1 + number % 28),
                        number % 4 * 10,
                        List.of(
                                new PurchaseOrder.Line(
                                        Goods.any(random),
                                        Quantity.of(1 + random.nextInt(20)),
                                        Money.ofMinor(400 + random.nextInt(300), Goods.CURRENCY))),
                        true);
        return number % 21 == 0 ? order.closed() : order;
    }

    /// One of a few, so that they are changed and ended, too.
    private static Promotion promotion(int number) {
        Promotion promotion =
                Promotion.of(
                        new UUID(1, number % 8),
                        Names.of("en", "Offer " + number),
                        new Deal.Off(Items.ALL, new Discount.PercentOff(BigDecimal.valueOf(5))));
        return number % 3 == 0 ? promotion.ended() : promotion;
    }
}
