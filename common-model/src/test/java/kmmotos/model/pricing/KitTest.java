package kmmotos.model.pricing;

import static kmmotos.model.pricing.SamplePrices.OIL;
import static kmmotos.model.pricing.SamplePrices.PAD;
import static kmmotos.model.pricing.SamplePrices.brl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kmmotos.model.Seeds;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KitTest {

    private static final Sku SERVICE_KIT = SampleProducts.sku(SampleProducts.serviceKit());
    private static final TaxRules TAXES =
            new TaxRules(
                    "BR-SP",
                    List.of(rate("standard", "18"), rate("oils", "7"), rate("books", "0")));
    private static final List<KitPart> PARTS =
            List.of(
                    new KitPart(PAD, Quantity.of(2), "standard"),
                    new KitPart(OIL, Quantity.ONE, "oils"));

    @Test
    void aKitCostsItsOwnPriceAndItsPartsShareItToTheCent() {
        PricedLine kit = price(kit(1), "100.00");

        // Alone two pads cost 99.80 and the oil 32.333.
        assertThat(kit.total()).isEqualTo(money("100.00"));
        assertThat(kit.parts())
                .extracting(PricedLine::sku, PricedLine::quantity, PricedLine::total)
                .containsExactly(
                        tuple(PAD, Quantity.of(2), money("75.53")),
                        tuple(OIL, Quantity.ONE, money("24.47")));
    }

    @Test
    void eachPartOfAKitHasItsOwnTax() {
        PricedLine kit = price(kit(1), "100.00");

        assertThat(kit.parts())
                .extracting(PricedLine::tax)
                .containsExactly(money("11.52"), money("1.60"));
        assertThat(kit.tax()).isEqualTo(money("13.12"));
    }

    @Test
    void whatIsTakenOffAKitIsTakenOffItsParts() {
        BasketLine half =
                kit(1).withDiscount(Optional.of(new Discount.PercentOff(BigDecimal.valueOf(50))));
        PricedLine kit = price(half, "100.01");

        assertThat(kit.total()).isEqualTo(money("50.00"));
        assertThat(kit.parts().stream().map(PricedLine::total).reduce(money("0.00"), Money::plus))
                .isEqualTo(money("50.00"));
        assertThat(kit.parts()).allSatisfy(part -> assertThat(part.adjustments()).hasSize(1));
    }

    @Test
    void aKitThatIsGivenAwayCostsNothingInAnyPart() {
        BasketLine free =
                kit(1).withDiscount(Optional.of(new Discount.PercentOff(BigDecimal.valueOf(100))));

        assertThat(price(free, "100.01").parts())
                .extracting(PricedLine::total)
                .containsOnly(money("0.00"));
    }

    @Test
    void asManyKitsCanBeMadeUpAsTheScarcestPartAllows() {
        Kit kit = SampleProducts.serviceKit().variants().getFirst().kit().orElseThrow();

        assertThat(kit.madeOf(sku -> Quantity.of(sku.equals(PAD) ? 5 : 40)))
                .isEqualTo(Quantity.of(2));
        assertThat(kit.madeOf(sku -> Quantity.of(sku.equals(PAD) ? -5 : 40)))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void theStockOfAKitLeavesForItsParts() {
        assertThat(SampleSales.kitSale().movements())
                .filteredOn(moved -> !moved.sku().equals(SamplePrices.KIT))
                .extracting(moved -> moved.sku(), moved -> moved.quantity())
                .containsExactly(tuple(PAD, Quantity.of(2)), tuple(OIL, Quantity.ONE));
    }

    static LongStream seeds() {
        return Seeds.some();
    }

    /// Whatever a kit costs and is made up of: its parts add up to it, none costs less than
    /// nothing, and brought back piece by piece it gives back what was paid.
    @ParameterizedTest
    @MethodSource("seeds")
    void partsAddUpAndComeBackToTheCent(long seed) {
        RandomGenerator random = new java.util.Random(seed);
        List<KitPart> parts =
                List.of(
                        new KitPart(PAD, Quantity.of(random.nextInt(1, 8)), "standard"),
                        new KitPart(OIL, new Quantity(random.nextInt(1, 5_000)), "oils"),
                        new KitPart(new Sku("UNPRICED"), Quantity.of(3), "books"));
        BasketLine line =
                new BasketLine(
                                1,
                                SERVICE_KIT,
                                "standard",
                                Quantity.of(random.nextInt(1, 6)),
                                Optional.empty(),
                                random.nextBoolean()
                                        ? Optional.of(
                                                new Discount.PercentOff(
                                                        BigDecimal.valueOf(random.nextInt(1, 101))))
                                        : Optional.empty())
                        .madeOf(parts);
        PricedLine kit =
                price(
                        line,
                        Money.ofMinor(random.nextInt(1, 50_000), SampleStores.BRL)
                                .decimal()
                                .toPlainString());

        assertThat(sum(kit.parts().stream().map(PricedLine::total))).isEqualTo(kit.total());
        assertThat(sum(kit.parts().stream().map(PricedLine::gross))).isEqualTo(kit.gross());
        assertThat(sum(kit.parts().stream().map(PricedLine::tax))).isEqualTo(kit.tax());
        assertThat(kit.parts())
                .allSatisfy(part -> assertThat(part.total().isNegative()).isFalse())
                .allSatisfy(part ->
                        assertThat(part.adjustments())
                                .noneMatch(taken -> taken.amount().isPositive()));
        assertThat(sum(kit.parts().stream().flatMap(KitTest::broughtBackInTwo)))
                .isEqualTo(kit.total().negated());
    }

    private static Stream<Money> broughtBackInTwo(PricedLine part) {
        SaleLine sold = SaleLine.sold(part, "a part");
        Sale sale =
                SampleSales.sale(
                        SampleSales.SALE, SampleSales.RECEIPT, List.of(sold), sold.total());
        Quantity first = new Quantity(sold.quantity().thousandths() / 2 + 1);
        Quantity rest = sold.quantity().minus(first);
        Stream<SaleLine> back =
                rest.isPositive()
                        ? Stream.of(
                                Refund.line(sale, sold, Quantity.ZERO, first, 1),
                                Refund.line(sale, sold, first, rest, 2))
                        : Stream.of(Refund.line(sale, sold, Quantity.ZERO, sold.quantity(), 1));
        return back.map(SaleLine::total);
    }

    private static Money sum(Stream<Money> amounts) {
        return Money.sum(amounts.toList(), SampleStores.BRL);
    }

    private static BasketLine kit(long quantity) {
        return new BasketLine(
                        1,
                        SERVICE_KIT,
                        "standard",
                        Quantity.of(quantity),
                        Optional.empty(),
                        Optional.empty())
                .madeOf(PARTS);
    }

    private static PricedLine price(BasketLine line, String kitPrice) {
        Prices prices =
                sku ->
                        sku.equals(SERVICE_KIT)
                                ? List.of(Price.of(SERVICE_KIT, brl(kitPrice)))
                                : SamplePrices.LIST.lookup().of(sku);
        return new PricingEngine(prices, TAXES)
                .price(Basket.EMPTY.plus(line), SamplePrices.retail())
                .lines()
                .getFirst();
    }

    private static TaxRules.Rate rate(String category, String percent) {
        return new TaxRules.Rate(category, new BigDecimal(percent), LocalDate.of(2020, 1, 1));
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }
}
