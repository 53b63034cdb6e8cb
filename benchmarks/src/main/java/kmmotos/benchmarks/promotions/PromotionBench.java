package kmmotos.benchmarks.promotions;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.benchmarks.Timings;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Promotions;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.stores.StoreId;

/// Prices baskets of 5 to 1,000 lines while 200 promotions hold, each on 20 items or a category of
/// 50, and the same baskets without promotions. It counts the processor's time, so that others on
/// the machine change little.
public final class PromotionBench {

    private static final Currency BRL = Currency.getInstance("BRL");
    private static final int ITEMS = 1_000;
    private static final int PROMOTIONS = 200;
    private static final int TRIES = 60;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(7);
    private final PricingContext context =
            new PricingContext(new StoreId("S1"), BRL, true, DAY, Optional.empty());

    private PromotionBench() {}

    public static void main(String[] arguments) {
        new PromotionBench().run(Terminal.standard());
    }

    private void run(Terminal terminal) {
        List<Promotion> offered = IntStream.range(0, PROMOTIONS).mapToObj(this::promotion).toList();
        PricingEngine plain = engine(List.of());
        PricingEngine promoting = engine(offered);
        terminal.say(
                "A basket with 200 promotions in force, CPU ms: half of the tries within, 95 % within");
        for (int lines : new int[] {5, 20, 100, 1_000}) {
            Basket basket = basket(lines);
            terminal.say(
                    "  %,5d lines: %s, without promotions %s"
                            .formatted(lines, time(promoting, basket), time(plain, basket)));
        }
    }

    private String time(PricingEngine engine, Basket basket) {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < 2 * TRIES; i++) {
            long from = thread.getCurrentThreadCpuTime();
            Money _ = engine.price(basket, context).total();
            nanos[i % TRIES] = thread.getCurrentThreadCpuTime() - from;
        }
        Timings timings = Timings.of(nanos);
        return timings.text(0.5) + ", " + timings.text(0.95);
    }

    private PricingEngine engine(List<Promotion> offered) {
        List<UnitPrice> prices =
                IntStream.range(0, ITEMS)
                        .mapToObj(i -> BigDecimal.valueOf(500L + i * 37L % 30_000, 2))
                        .map(amount -> new UnitPrice(amount, BRL))
                        .toList();
        return new PricingEngine(
                sku -> List.of(Price.of(sku, prices.get(number(sku)))),
                new TaxRules("BR-SP", List.of()),
                new Promotions(
                        offered, sku -> new Placement("BRAND", List.of("C" + number(sku) / 50))));
    }

    private static int number(Sku sku) {
        return Integer.parseInt(sku.value());
    }

    private Basket basket(int lines) {
        Basket basket = Basket.EMPTY;
        for (int i = 0; i < lines; i++) {
            Sku sku = new Sku(Integer.toString(i * (ITEMS / lines)));
            basket = basket.plus(sku, "standard", Quantity.of(random.nextLong(1, 5)));
        }
        return basket;
    }

    private Promotion promotion(int n) {
        return Promotion.of(new UUID(1, n), Names.of("en", "Promotion " + n), deal(n));
    }

    private Deal deal(int n) {
        Items items =
                n % 2 == 0
                        ? Items.inCategory("C" + random.nextInt(ITEMS / 50))
                        : new Items(some(20), Set.of(), Set.of());
        return switch (n % 4) {
            case 0 -> new Deal.Off(items, new Discount.PercentOff(BigDecimal.valueOf(1L + n % 20)));
            case 1 -> new Deal.BuyGet(items, 2, Optional.empty(), 1, BigDecimal.valueOf(100));
            case 2 ->
                    new Deal.Threshold(
                            items,
                            Money.parse("300.00", BRL),
                            new Discount.AmountOff(Money.parse("30.00", BRL)));
            default ->
                    new Deal.Bundle(
                            List.of(
                                    new Deal.Part(items, 1),
                                    new Deal.Part(new Items(some(20), Set.of(), Set.of()), 1)),
                            Money.parse("200.00", BRL));
        };
    }

    private Set<Sku> some(int count) {
        return random.ints(count, 0, ITEMS)
                .mapToObj(i -> new Sku(Integer.toString(i)))
                .collect(Collectors.toSet());
    }
}
