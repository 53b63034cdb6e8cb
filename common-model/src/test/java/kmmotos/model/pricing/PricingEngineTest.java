package kmmotos.model.pricing;

import static kmmotos.model.pricing.SamplePrices.KIT;
import static kmmotos.model.pricing.SamplePrices.OIL;
import static kmmotos.model.pricing.SamplePrices.PAD;
import static kmmotos.model.pricing.SamplePrices.brl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;

class PricingEngineTest {

    private final PricingEngine engine = SamplePrices.engine();

    @Test
    void onePieceCostsTheListPriceWithItsTaxInside() {
        PricedLine line = price(plus(PAD, 1)).lines().getFirst();
        assertThat(line.total()).isEqualTo(money("49.90"));
        assertThat(line.tax()).isEqualTo(money("7.61"));
        assertThat(line.net()).isEqualTo(money("42.29"));
        assertThat(line.reason()).isEqualTo(PriceReason.LIST);
    }

    @Test
    void aTierHoldsForAllUnitsOfTheSkuEvenOnTwoLines() {
        Basket split =
                plus(PAD, 2)
                        .plus(
                                new BasketLine(
                                        2,
                                        PAD,
                                        "standard",
                                        Quantity.of(2),
                                        Optional.empty(),
                                        Optional.of(percent("10"))));
        assertThat(price(split).lines())
                .extracting(PricedLine::unit)
                .containsExactly(brl("45.00"), brl("45.00"));
        assertThat(price(split).total()).isEqualTo(money("171.00"));
    }

    @Test
    void aGroupHasItsOwnPrice() {
        PricedLine line =
                engine.price(plus(PAD, 1), context(Optional.of(SamplePrices.WORKSHOP)))
                        .lines()
                        .getFirst();
        assertThat(line.unit()).isEqualTo(brl("39.90"));
        assertThat(line.list()).isEqualTo(brl("49.90"));
        assertThat(line.explanation())
                .extracting(PricedLine.Step::kind)
                .containsExactly(
                        PricedLine.StepKind.LIST_PRICE,
                        PricedLine.StepKind.GROUP_PRICE,
                        PricedLine.StepKind.TAX_INCLUDED);
    }

    @Test
    void aStoresOwnPriceCountsBeforeTheZones() {
        Price dearer =
                new Price(
                        PAD,
                        brl("55.00"),
                        Quantity.ONE,
                        Optional.empty(),
                        Optional.of(new StoreId("S1")),
                        Optional.empty(),
                        Optional.empty());
        PricingEngine airport =
                new PricingEngine(
                        _ -> List.of(Price.of(PAD, brl("49.90")), dearer), SamplePrices.TAXES);
        Quote quote = airport.quote(PAD, Quantity.ONE, SamplePrices.retail()).orElseThrow();
        assertThat(quote.unit()).isEqualTo(brl("55.00"));
        assertThat(quote.reason()).isEqualTo(PriceReason.STORE);
    }

    @Test
    void aPromotionHoldsOnItsFirstAndLastDayOnly() {
        LocalDate first = LocalDate.of(2026, 11, 20);
        Price promotion =
                new Price(
                        PAD,
                        brl("40.00"),
                        Quantity.ONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first),
                        Optional.of(first.plusDays(1)));
        PricingEngine promoting =
                new PricingEngine(
                        _ -> List.of(Price.of(PAD, brl("49.90")), promotion), SamplePrices.TAXES);
        List<String> units =
                java.util.stream.IntStream.range(-1, 3)
                        .mapToObj(days -> on(first.plusDays(days)))
                        .map(day -> promoting.quote(PAD, Quantity.ONE, day).orElseThrow())
                        .map(quote -> quote.unit().amount().toPlainString())
                        .toList();
        assertThat(units).containsExactly("49.90", "40.00", "40.00", "49.90");
    }

    @Test
    void taxIsAddedWherePricesDoNotIncludeIt() {
        PricingContext newYork =
                new PricingContext(
                        new StoreId("S1"),
                        SampleStores.BRL,
                        false,
                        SamplePrices.DAY,
                        Optional.empty());
        PricedLine line = engine.price(plus(PAD, 1), newYork).lines().getFirst();
        assertThat(line.net()).isEqualTo(money("49.90"));
        assertThat(line.tax()).isEqualTo(money("8.98"));
        assertThat(line.total()).isEqualTo(money("58.88"));
        assertThat(line.explanation().getLast().kind()).isEqualTo(PricedLine.StepKind.TAX_ADDED);
    }

    @Test
    void aTaxRateHoldsFromItsDayOn() {
        TaxRules rules =
                new TaxRules(
                        "BR-SP",
                        List.of(
                                rate("18", LocalDate.of(2020, 1, 1)),
                                rate("19.5", LocalDate.of(2027, 1, 1))));
        assertThat(rules.percentFor("standard", LocalDate.of(2026, 12, 31))).isEqualTo("18");
        assertThat(rules.percentFor("standard", LocalDate.of(2027, 1, 1))).isEqualTo("19.5");
        assertThat(rules.percentFor("books", LocalDate.of(2027, 1, 1))).isEqualTo("0");
    }

    @Test
    void discountsApplyLineThenBasketThenCoupons() {
        Basket basket =
                plus(PAD, 1)
                        .with(1, line -> line.withDiscount(Optional.of(percent("10"))))
                        .withDiscount(Optional.of(new Discount.AmountOff(money("4.91"))))
                        .withCoupons(List.of(SamplePrices.COUPON));
        PricedLine line = price(basket).lines().getFirst();
        assertThat(line.adjustments())
                .extracting(adjustment -> adjustment.amount().amount())
                .containsExactly("-4.99", "-4.91", "-4.00");
        assertThat(line.total()).isEqualTo(money("36.00"));
    }

    @Test
    void aDiscountNeverTakesMoreThanThereIs() {
        Basket basket =
                plus(PAD, 1).withDiscount(Optional.of(new Discount.AmountOff(money("1000.00"))));
        assertThat(price(basket).total()).isEqualTo(money("0.00"));
    }

    @Test
    void aDiscountIsHeldAgainstALimitByItsShare() {
        assertThat(new Discount.AmountOff(money("5.00")).percentOf(money("50.00")))
                .isEqualByComparingTo("10");
        assertThat(percent("12.5").percentOf(money("80.00"))).isEqualByComparingTo("12.5");
    }

    @Test
    void aBasketDiscountLeavesCorrectionsAlone() {
        Basket basket =
                plus(KIT, 1)
                        .plus(
                                new BasketLine(
                                        2,
                                        PAD,
                                        "standard",
                                        Quantity.of(-1),
                                        Optional.of(brl("49.90")),
                                        Optional.empty()))
                        .withDiscount(Optional.of(percent("10")));
        assertThat(price(basket).line(2).orElseThrow().total()).isEqualTo(money("-49.90"));
        assertThat(price(basket).total()).isEqualTo(money("120.20"));
    }

    @Test
    void aLineWithItsOwnPriceNeedsNoListPrice() {
        Basket basket =
                Basket.EMPTY.plus(
                        new BasketLine(
                                1,
                                new Sku("B"),
                                "none",
                                Quantity.ONE,
                                Optional.of(
                                        new kmmotos.model.money.UnitPrice(
                                                new BigDecimal("-11062.06"), SampleStores.BRL)),
                                Optional.empty()));
        assertThat(price(basket).total()).isEqualTo(money("-11062.06"));
    }

    @Test
    void whatHasNoPriceIsNamedAndNotPricedAtZero() {
        Basket basket = plus(new Sku("UNKNOWN"), 1);
        assertThat(engine.unpriced(basket, SamplePrices.retail()))
                .containsExactly(new Sku("UNKNOWN"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(basket))
                .withMessageContaining("UNKNOWN");
    }

    @Test
    void oilByTheLitreRoundsOnceALine() {
        Basket basket = Basket.EMPTY.plus(OIL, "standard", Quantity.parse("1.5"));
        assertThat(price(basket).total()).isEqualTo(money("48.50"));
    }

    @Test
    void aLineOfZeroOrLessWithoutAPriceCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> plus(PAD, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> plus(PAD, -1));
    }

    private PricedBasket price(Basket basket) {
        return engine.price(basket, SamplePrices.retail());
    }

    private static Basket plus(Sku sku, long units) {
        return Basket.EMPTY.plus(sku, "standard", Quantity.of(units));
    }

    private static PricingContext context(Optional<String> group) {
        return PricingContext.of(SampleStores.SAO_PAULO, SamplePrices.DAY, group);
    }

    private static PricingContext on(LocalDate day) {
        return PricingContext.of(SampleStores.SAO_PAULO, day, Optional.empty());
    }

    private static TaxRules.Rate rate(String percent, LocalDate from) {
        return new TaxRules.Rate("standard", new BigDecimal(percent), from);
    }

    private static Discount percent(String percent) {
        return new Discount.PercentOff(new BigDecimal(percent));
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }
}
