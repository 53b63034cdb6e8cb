package kmmotos.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every basket: random price lists with tiers and fractions of cents, random
/// scans, discounts, coupons, with tax inside or on top.
class PricingPropertiesTest {

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void theTotalIsTheSumOfItsLines(long seed) {
        World world = new World(seed);
        PricedBasket priced = world.price(world.basket(world.scans()));
        Money zero = Money.zero(SampleStores.BRL);
        assertThat(priced.total()).isEqualTo(sum(priced, PricedLine::total));
        assertThat(priced.tax()).isEqualTo(sum(priced, PricedLine::tax));
        assertThat(priced.net().plus(priced.tax())).isEqualTo(priced.total());
        Money beforeTax = world.context.pricesIncludeTax() ? priced.total() : priced.net();
        assertThat(priced.gross().plus(priced.discount())).isEqualTo(beforeTax);
        assertThat(priced.total()).isGreaterThanOrEqualTo(zero);
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void theOrderOfScanningChangesNoCent(long seed) {
        World world = new World(seed);
        List<Sku> scans = world.scans();
        PricedBasket first = world.price(world.basket(scans));
        List<Sku> shuffled = new ArrayList<>(scans);
        Collections.shuffle(shuffled, world.random);
        PricedBasket second = world.price(world.basket(shuffled));
        assertThat(bySku(second)).isEqualTo(bySku(first));
        assertThat(second.total()).isEqualTo(first.total());
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void editingQuantitiesComesToTheSameAsScanning(long seed) {
        World world = new World(seed);
        Basket scanned = world.basket(world.scans());
        Basket edited = scanned;
        for (BasketLine line : scanned.lines()) {
            edited = edited.withQuantity(line.lineId(), Quantity.of(world.random.nextInt(1, 500)));
        }
        for (BasketLine line : scanned.lines()) {
            edited = edited.withQuantity(line.lineId(), line.quantity());
        }
        assertThat(world.price(edited)).isEqualTo(world.price(scanned));
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void theExplanationAddsUpToWhatIsPaid(long seed) {
        World world = new World(seed);
        for (PricedLine line : world.price(world.basket(world.scans())).lines()) {
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

    private static Money sum(PricedBasket basket, Function<PricedLine, Money> of) {
        return Money.sum(basket.lines().stream().map(of).toList(), SampleStores.BRL);
    }

    private static java.util.Map<Sku, Money> bySku(PricedBasket basket) {
        return basket.lines().stream()
                .collect(Collectors.toMap(PricedLine::sku, PricedLine::total));
    }

    /// A random price list and what one can do with it.
    private static final class World {

        private final Random random;
        private final List<Price> prices;
        private final PricingContext context;
        private final PricingEngine engine;

        World(long seed) {
            random = new Random(seed);
            prices =
                    IntStream.range(0, 12)
                            .boxed()
                            .flatMap(i -> List.of(row(i, 1), row(i, random.nextInt(2, 9))).stream())
                            .toList();
            context =
                    new PricingContext(
                            new StoreId("S1"),
                            SampleStores.BRL,
                            random.nextBoolean(),
                            SamplePrices.DAY,
                            Optional.empty());
            engine =
                    new PricingEngine(
                            sku -> prices.stream().filter(p -> p.sku().equals(sku)).toList(),
                            SamplePrices.TAXES);
        }

        private Price row(int sku, int from) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 30_000_000), 5);
            return new Price(
                    new Sku("P" + sku),
                    new UnitPrice(amount, SampleStores.BRL),
                    Quantity.of(from),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        List<Sku> scans() {
            return IntStream.range(0, random.nextInt(1, 30))
                    .mapToObj(_ -> new Sku("P" + random.nextInt(12)))
                    .toList();
        }

        Basket basket(List<Sku> scans) {
            Basket basket = Basket.EMPTY;
            for (Sku sku : scans) {
                basket = basket.plus(sku, "standard", Quantity.ONE);
            }
            BigDecimal percent = BigDecimal.valueOf(scans.size() * 31L + 1, 1);
            return basket.withDiscount(Optional.of(new Discount.PercentOff(percent)))
                    .withCoupons(List.of(SamplePrices.COUPON));
        }

        PricedBasket price(Basket basket) {
            return engine.price(basket, context);
        }
    }
}
