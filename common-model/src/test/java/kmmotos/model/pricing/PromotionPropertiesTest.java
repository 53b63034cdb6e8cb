package kmmotos.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for promotions, whatever is promoted and bought: held against plain code that
/// tries every way, and against always taking what saves most.
class PromotionPropertiesTest {

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void noOtherWayToShareASmallBasketOutSavesMore(long seed) {
        World world = new World(seed, 4, 4, 2);
        long best = new EveryWay(world).best();
        assertThat(world.saved())
                .isBetween(best - world.promotions.size(), best + world.promotions.size());
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void alwaysTakingWhatSavesMostIsNeverBetter(long seed) {
        World world = new World(seed, 25, 12, 30);
        long greedy = new Greed(world).saved();
        assertThat(world.saved()).isGreaterThanOrEqualTo(greedy - world.promotions.size());
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void theOrderOfScanningChangesNoCent(long seed) {
        World world = new World(seed, 8, 6, 5);
        List<BasketLine> shuffled = new ArrayList<>(world.basket.lines());
        Collections.shuffle(shuffled, world.random);
        PricedBasket other =
                world.engine.price(
                        new Basket(shuffled, world.basket.discount(), world.basket.coupons()),
                        SamplePrices.retail());
        assertThat(bySku(other)).isEqualTo(bySku(world.priced()));
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void noLineCostsLessThanNothingAndEveryStepIsExplained(long seed) {
        for (PricedLine line : new World(seed, 8, 6, 5).priced().lines()) {
            assertThat(line.total().isNegative()).isFalse();
            assertThat(line.adjustments()).noneMatch(step -> step.amount().isPositive());
            Money explained =
                    Money.sum(
                            line.explanation().stream()
                                    .filter(s -> s.kind() != PricedLine.StepKind.TAX_INCLUDED)
                                    .map(PricedLine.Step::amount)
                                    .toList(),
                            SampleStores.BRL);
            assertThat(explained).isEqualTo(line.total());
        }
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void whoBringsEverythingBackGetsExactlyWhatWasPaid(long seed) {
        World world = new World(seed, 8, 6, 5);
        PricedBasket priced = world.priced();
        Sale sale = SampleSales.cashSale();
        List<Money> back = new ArrayList<>();
        for (PricedLine line : priced.lines()) {
            SaleLine sold = SaleLine.sold(line, "x");
            Quantity before = Quantity.ZERO;
            while (before.compareTo(sold.quantity()) < 0) {
                back.add(Refund.line(sale, sold, before, Quantity.ONE, 1).total());
                before = before.plus(Quantity.ONE);
            }
        }
        assertThat(Money.sum(back, SampleStores.BRL)).isEqualTo(priced.total().negated());
    }

    private static Map<Sku, Money> bySku(PricedBasket basket) {
        return basket.lines().stream()
                .collect(Collectors.toMap(PricedLine::sku, PricedLine::total));
    }

    /// Random items, promotions on them and a basket of them. Prices are whole cents.
    private static final class World {

        private final Random random;
        private final List<UnitPrice> prices;
        private final List<Promotion> promotions;
        private final Basket basket;
        private final PricingEngine engine;

        World(long seed, int items, int promotionCount, int most) {
            random = new Random(seed);
            prices =
                    IntStream.range(0, items)
                            .mapToObj(_ -> BigDecimal.valueOf(random.nextLong(1, 30_000), 2))
                            .map(amount -> new UnitPrice(amount, SampleStores.BRL))
                            .toList();
            promotions =
                    IntStream.range(0, random.nextInt(1, promotionCount + 1))
                            .mapToObj(n -> promotion(n, deal()))
                            .toList();
            Basket some = Basket.EMPTY;
            for (int i = 0; i < items; i++) {
                some = some.plus(sku(i), "standard", Quantity.of(random.nextLong(1, most + 1)));
            }
            basket = some;
            engine =
                    new PricingEngine(
                            sku -> List.of(Price.of(sku, price(sku))),
                            SamplePrices.TAXES,
                            new Promotions(promotions, _ -> Placement.NOWHERE));
        }

        private UnitPrice price(Sku sku) {
            return prices.get(Integer.parseInt(sku.value()));
        }

        private static Sku sku(int i) {
            return new Sku(Integer.toString(i));
        }

        private static Promotion promotion(int n, Deal deal) {
            UUID id = SamplePromotions.id(n);
            return Promotion.of(id, Names.of("en", "Promotion " + n), deal);
        }

        private Deal deal() {
            List<Integer> shuffled =
                    new ArrayList<>(IntStream.range(0, prices.size()).boxed().toList());
            Collections.shuffle(shuffled, random);
            int half = (shuffled.size() + 1) / 2;
            Items some = items(shuffled.subList(0, random.nextInt(1, half + 1)));
            Items others = items(shuffled.subList(half, shuffled.size()));
            BigDecimal percent = BigDecimal.valueOf(random.nextLong(1, 5) * 25);
            return switch (random.nextInt(6)) {
                case 0 -> new Deal.Off(some, new Discount.PercentOff(percent));
                case 1 -> new Deal.Off(some, new Discount.AmountOff(cents(2_000)));
                case 2 -> new Deal.BuyGet(some, random.nextInt(1, 3), Optional.empty(), 1, percent);
                case 3 -> new Deal.BuyGet(some, 1, Optional.of(others), 1, percent);
                case 4 ->
                        new Deal.Bundle(
                                List.of(new Deal.Part(some, 1), new Deal.Part(others, 1)),
                                cents(30_000));
                default -> threshold(random.nextBoolean() ? Items.ALL : some, percent);
            };
        }

        private Deal threshold(Items items, BigDecimal percent) {
            Money spend = cents(90_000);
            Discount discount =
                    random.nextBoolean()
                            ? new Discount.PercentOff(percent)
                            : new Discount.AmountOff(
                                    Money.ofMinor(spend.minor() / 3 + 1, SampleStores.BRL));
            return new Deal.Threshold(items, spend, discount);
        }

        private Items items(List<Integer> indexes) {
            return new Items(
                    indexes.stream().map(World::sku).collect(Collectors.toSet()),
                    Set.of(),
                    Set.of());
        }

        private Money cents(int most) {
            return Money.ofMinor(random.nextLong(1, most), SampleStores.BRL);
        }

        PricedBasket priced() {
            return engine.price(basket, SamplePrices.retail());
        }

        /// In cents.
        long saved() {
            return -priced().discount().minor();
        }

        /// Every unit of the basket, the dearest first.
        List<Unit> units() {
            return basket.lines().stream()
                    .flatMap(line ->
                            IntStream.range(0, (int) (line.quantity().thousandths() / 1000))
                                    .mapToObj(_ ->
                                            new Unit(
                                                    line.sku(),
                                                    price(line.sku()).times(Quantity.ONE).minor())))
                    .sorted(Comparator.comparingLong(Unit::cents).reversed())
                    .toList();
        }
    }

    private record Unit(Sku sku, long cents) {

        boolean isIn(Items items) {
            return items.match(sku, Placement.NOWHERE);
        }
    }

    /// What a deal saves in cents with exactly these units, the dearest first; 0 if it can't be.
    private static double saved(Deal deal, List<Unit> units) {
        double sum = units.stream().mapToLong(Unit::cents).sum();
        return switch (deal) {
            case Deal.Off(Items items, Discount discount) ->
                    units.size() == 1 && units.getFirst().isIn(items) ? off(discount, sum) : 0;
            case Deal.Threshold(Items items, Money spend, Discount discount) ->
                    units.stream().allMatch(unit -> unit.isIn(items)) && sum >= spend.minor()
                            ? off(discount, sum)
                            : 0;
            case Deal.Bundle(List<Deal.Part> parts, Money price) ->
                    isOneOfEach(units, parts.getFirst().items(), parts.getLast().items())
                            ? sum - price.minor()
                            : 0;
            case Deal.BuyGet get when get.get().isEmpty() ->
                    units.size() == get.buyUnits() + 1
                                    && units.stream().allMatch(unit -> unit.isIn(get.buy()))
                            ? units.getLast().cents() * get.percent().doubleValue() / 100
                            : 0;
            case Deal.BuyGet get ->
                    isOneOfEach(units, get.buy(), get.get().orElseThrow())
                            ? units.stream()
                                            .filter(unit -> !unit.isIn(get.buy()))
                                            .mapToLong(Unit::cents)
                                            .sum()
                                    * get.percent().doubleValue()
                                    / 100
                            : 0;
        };
    }

    private static boolean isOneOfEach(List<Unit> units, Items some, Items others) {
        return units.size() == 2
                && units.stream().filter(unit -> unit.isIn(some)).count() == 1
                && units.stream().filter(unit -> unit.isIn(others)).count() == 1;
    }

    private static double off(Discount discount, double sum) {
        return switch (discount) {
            case Discount.PercentOff(BigDecimal percent) -> sum * percent.doubleValue() / 100;
            case Discount.AmountOff(Money amount) -> Math.min(sum, (double) amount.minor());
        };
    }

    /// Tries every set of units for every promotion.
    private static final class EveryWay {

        private final List<Unit> units;
        private final List<Promotion> promotions;

        EveryWay(World world) {
            units = world.units();
            promotions = world.promotions;
        }

        long best() {
            return Math.round(best((1 << units.size()) - 1, 0));
        }

        private double best(int left, int thresholds) {
            if (left == 0) {
                return 0;
            }
            int first = Integer.lowestOneBit(left);
            int rest = left & ~first;
            double best = best(rest, thresholds);
            for (int more = rest; ; more = (more - 1) & rest) {
                List<Unit> taken = units(first | more);
                for (int p = 0; p < promotions.size(); p++) {
                    Deal deal = promotions.get(p).deal();
                    int once = deal instanceof Deal.Threshold ? 1 << p : 0;
                    double saved = (thresholds & once) == 0 ? saved(deal, taken) : 0;
                    if (saved > 0) {
                        best = Math.max(best, saved + best(rest & ~more, thresholds | once));
                    }
                }
                if (more == 0) {
                    return best;
                }
            }
        }

        private List<Unit> units(int mask) {
            return IntStream.range(0, units.size())
                    .filter(i -> (mask & 1 << i) != 0)
                    .mapToObj(units::get)
                    .toList();
        }
    }

    /// Takes what saves most, again and again.
    private static final class Greed {

        private final List<Unit> left;
        private final List<Promotion> promotions;

        Greed(World world) {
            left = new ArrayList<>(world.units());
            promotions = new ArrayList<>(world.promotions);
        }

        long saved() {
            double sum = 0;
            while (true) {
                List<Unit> best = List.of();
                double most = 0;
                Promotion of = promotions.getFirst();
                for (Promotion promotion : promotions) {
                    List<Unit> units = units(promotion.deal());
                    double saved =
                            units.isEmpty()
                                    ? 0
                                    : PromotionPropertiesTest.saved(promotion.deal(), units);
                    if (saved > most) {
                        most = saved;
                        best = units;
                        of = promotion;
                    }
                }
                if (best.isEmpty()) {
                    return Math.round(sum);
                }
                sum += most;
                best.forEach(left::remove);
                if (of.deal() instanceof Deal.Threshold && promotions.size() > 1) {
                    promotions.remove(of);
                } else if (of.deal() instanceof Deal.Threshold) {
                    return Math.round(sum);
                }
            }
        }

        private List<Unit> units(Deal deal) {
            return switch (deal) {
                case Deal.Off(Items items, _) -> dearest(items, 1);
                case Deal.BuyGet get when get.get().isEmpty() ->
                        dearest(get.buy(), get.buyUnits() + 1);
                case Deal.BuyGet get -> {
                    List<Unit> bought = left.stream().filter(unit -> unit.isIn(get.buy())).toList();
                    List<Unit> got = dearest(get.get().orElseThrow(), 1);
                    yield bought.isEmpty() || got.isEmpty()
                            ? List.of()
                            : List.of(bought.getLast(), got.getFirst());
                }
                case Deal.Bundle(List<Deal.Part> parts, _) -> {
                    List<Unit> one = dearest(parts.getFirst().items(), 1);
                    List<Unit> other = dearest(parts.getLast().items(), 1);
                    yield one.isEmpty() || other.isEmpty()
                            ? List.of()
                            : List.of(one.getFirst(), other.getFirst());
                }
                case Deal.Threshold(Items items, Money spend, Discount discount) -> {
                    List<Unit> taken = new ArrayList<>();
                    long sum = 0;
                    for (Unit unit : left) {
                        boolean isOfUse =
                                discount instanceof Discount.PercentOff || sum < spend.minor();
                        if (unit.isIn(items) && isOfUse) {
                            taken.add(unit);
                            sum += unit.cents();
                        }
                    }
                    yield taken;
                }
            };
        }

        private List<Unit> dearest(Items items, int count) {
            List<Unit> some = left.stream().filter(unit -> unit.isIn(items)).limit(count).toList();
            return some.size() == count ? some : List.of();
        }
    }
}
