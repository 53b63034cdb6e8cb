package kmmotos.model.pricing;

import static kmmotos.model.pricing.SamplePrices.KIT;
import static kmmotos.model.pricing.SamplePrices.OIL;
import static kmmotos.model.pricing.SamplePrices.PAD;
import static kmmotos.model.pricing.SamplePromotions.KIT_AND_PAD;
import static kmmotos.model.pricing.SamplePromotions.SPEND_MORE;
import static kmmotos.model.pricing.SamplePromotions.THREE_FOR_TWO;
import static kmmotos.model.pricing.SamplePromotions.TUESDAY_EVENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final LocalDateTime TUESDAY_19H = LocalDateTime.of(2026, 11, 24, 19, 0);

    @Test
    void ofThreeOilsOneIsFreeAndTheFourthIsNot() {
        PricingEngine engine = SamplePromotions.engine(THREE_FOR_TWO);
        assertThat(total(engine, plus(OIL, "2"))).isEqualTo("64.67");
        assertThat(total(engine, plus(OIL, "3"))).isEqualTo("64.67");
        assertThat(total(engine, plus(OIL, "4"))).isEqualTo("97.00");
        assertThat(total(engine, plus(OIL, "6"))).isEqualTo("129.33");
    }

    @Test
    void whatIsMeasuredCountsInWholeUnits() {
        PricingEngine engine = SamplePromotions.engine(THREE_FOR_TWO);
        assertThat(total(engine, plus(OIL, "2.9"))).isEqualTo("93.77");
        assertThat(total(engine, plus(OIL, "3.5"))).isEqualTo("80.84");
    }

    @Test
    void thePromotionIsNamedInTheReceiptsLanguage() {
        Adjustment adjustment =
                SamplePromotions.engine(THREE_FOR_TWO)
                        .price(plus(OIL, "3"), SamplePrices.retail())
                        .lines()
                        .getFirst()
                        .adjustments()
                        .getFirst();
        assertThat(adjustment)
                .isEqualTo(
                        new Adjustment(
                                Adjustment.Kind.PROMOTION, "Leve 3, pague 2", money("-32.33")));
    }

    @Test
    void aBundleCostsItsPriceHoweverItsPartsArePriced() {
        PricingEngine engine = SamplePromotions.engine(KIT_AND_PAD);
        Basket basket = plus(KIT, "1").plus(PAD, "standard", Quantity.of(2));
        assertThat(total(engine, basket)).isEqualTo("250.00");
        assertThat(total(engine, plus(KIT, "1").plus(PAD, "standard", Quantity.of(3))))
                .isEqualTo("299.90");
    }

    @Test
    void aBundleThatIsDearerThanItsPartsIsNone() {
        Promotion dear =
                Promotion.of(
                        SamplePromotions.id(9),
                        Names.of("en", "Dear"),
                        new Deal.Bundle(List.of(new Deal.Part(Items.of(PAD), 1)), money("60.00")));
        assertThat(total(SamplePromotions.engine(dear), plus(PAD, "1"))).isEqualTo("49.90");
    }

    @Test
    void aThresholdIsReachedOnceAndToTheCent() {
        PricingEngine engine = SamplePromotions.engine(SPEND_MORE);
        assertThat(total(engine, plus(KIT, "1"))).isEqualTo("189.00");
        assertThat(total(engine, plus(KIT, "1").plus(PAD, "standard", Quantity.ONE)))
                .isEqualTo("218.90");
        assertThat(total(engine, plus(KIT, "3"))).isEqualTo("547.00");
    }

    @Test
    void eachUnitTakesPartInOnePromotionAndTheCustomerGetsTheBest() {
        Promotion halfOff =
                Promotion.of(
                        SamplePromotions.id(8),
                        Names.of("en", "Half"),
                        new Deal.Off(
                                Items.of(OIL), new Discount.PercentOff(BigDecimal.valueOf(50))));
        PricingEngine both = SamplePromotions.engine(THREE_FOR_TWO, halfOff);
        assertThat(total(both, plus(OIL, "3"))).isEqualTo("48.50");
    }

    @Test
    void whatIsBoughtAndWhatOneGetsMayBeDifferentThings() {
        Promotion padWithKit =
                Promotion.of(
                        SamplePromotions.id(7),
                        Names.of("en", "Pad at half price with a kit"),
                        new Deal.BuyGet(
                                Items.of(KIT),
                                1,
                                Optional.of(Items.of(PAD)),
                                2,
                                BigDecimal.valueOf(50)));
        PricingEngine engine = SamplePromotions.engine(padWithKit);
        assertThat(total(engine, plus(KIT, "1").plus(PAD, "standard", Quantity.of(2))))
                .isEqualTo("238.90");
        assertThat(total(engine, plus(PAD, "2"))).isEqualTo("99.80");
    }

    @Test
    void whatANegotiatedLineOrAReturnHoldsIsNotPromoted() {
        BasketLine own =
                new BasketLine(
                        2,
                        OIL,
                        "standard",
                        Quantity.of(3),
                        Optional.of(SamplePrices.brl("30.00")),
                        Optional.empty());
        PricingEngine engine = SamplePromotions.engine(THREE_FOR_TWO);
        assertThat(total(engine, Basket.EMPTY.plus(own))).isEqualTo("90.00");
        assertThat(total(engine, Basket.EMPTY.plus(own.withQuantity(Quantity.of(-3)))))
                .isEqualTo("-90.00");
    }

    @Test
    void depositsCoresAndLabourAreNeverPromoted() {
        for (String taxCategory : Promotions.NEVER) {
            Basket basket = Basket.EMPTY.plus(OIL, taxCategory, Quantity.of(3));
            assertThat(total(SamplePromotions.engine(THREE_FOR_TWO), basket)).isEqualTo("97.00");
        }
    }

    @Test
    void discountsComeOnTopOnlyWhereThePromotionLetsThem() {
        Promotion alone = alone(THREE_FOR_TWO);
        Basket basket =
                plus(OIL, "4").withDiscount(Optional.of(new Discount.PercentOff(BigDecimal.TEN)));
        assertThat(total(SamplePromotions.engine(THREE_FOR_TWO), basket)).isEqualTo("87.30");
        assertThat(total(SamplePromotions.engine(alone), basket)).isEqualTo("93.77");
    }

    @Test
    void aLineWithADiscountByHandIsLeftOutOfAPromotionThatStandsAlone() {
        Basket basket =
                plus(OIL, "3")
                        .with(
                                1,
                                line ->
                                        line.withDiscount(
                                                Optional.of(
                                                        new Discount.PercentOff(BigDecimal.TEN))));
        assertThat(total(SamplePromotions.engine(alone(THREE_FOR_TWO)), basket)).isEqualTo("87.30");
        assertThat(total(SamplePromotions.engine(THREE_FOR_TWO), basket)).isEqualTo("58.20");
    }

    @Test
    void aHappyHourHoldsForItsGroupOnItsDayFromItsFirstMinuteToItsLast() {
        assertThat(padOn(TUESDAY_19H, SamplePrices.WORKSHOP)).isEqualTo("35.91");
        assertThat(padOn(TUESDAY_19H.withHour(18), SamplePrices.WORKSHOP)).isEqualTo("35.91");
        assertThat(padOn(TUESDAY_19H.withHour(21), SamplePrices.WORKSHOP)).isEqualTo("39.90");
        assertThat(padOn(TUESDAY_19H.plusDays(1), SamplePrices.WORKSHOP)).isEqualTo("39.90");
        assertThat(padOn(TUESDAY_19H, "friends")).isEqualTo("49.90");
    }

    @Test
    void hoursPastMidnightBelongToTheDayOnWhichTheyBegan() {
        Schedule friday =
                new Schedule(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(DayOfWeek.FRIDAY),
                        Optional.of(new Schedule.Hours(LocalTime.of(22, 0), LocalTime.of(2, 0))));
        LocalDate day = LocalDate.of(2026, 11, 27);
        assertThat(friday.holds(day, day.atTime(23, 0))).isTrue();
        assertThat(friday.holds(day, day.plusDays(1).atTime(1, 59))).isTrue();
        assertThat(friday.holds(day, day.plusDays(1).atTime(2, 0))).isFalse();
        assertThat(friday.holds(day, day.atTime(1, 0))).isFalse();
    }

    @Test
    void aPromotionInAnotherCurrencyOrPlaceHoldsNowhereElse() {
        assertThat(KIT_AND_PAD.isOfferedAt(SampleStores.SAO_PAULO)).isTrue();
        assertThat(KIT_AND_PAD.isOfferedAt(SampleStores.LISBON)).isFalse();
        assertThat(TUESDAY_EVENING.isOfferedAt(SampleStores.SAO_PAULO)).isTrue();
        assertThat(TUESDAY_EVENING.isOfferedAt(SampleStores.LISBON)).isTrue();
        assertThat(TUESDAY_EVENING.isOfferedAt(SampleStores.NEW_YORK)).isFalse();
        assertThat(THREE_FOR_TWO.ended().isOfferedAt(SampleStores.SAO_PAULO)).isFalse();
    }

    @Test
    void categoriesHoldForWhatIsBelowAndTogetherWithBrands() {
        Placement pads = Placement.of("TORQ", "pads", Map.of("pads", "brakes", "brakes", "parts"));
        assertThat(Items.inCategory("parts").match(PAD, pads)).isTrue();
        assertThat(Items.inCategory("helmets").match(PAD, pads)).isFalse();
        Items otherBrand = new Items(Set.of(OIL), Set.of("brakes"), Set.of("OTHER"));
        assertThat(otherBrand.match(PAD, pads)).isFalse();
        assertThat(otherBrand.match(OIL, Placement.NOWHERE)).isTrue();
        assertThat(Items.of(PAD).match(OIL, pads)).isFalse();
        assertThat(Items.ALL.match(new Sku("X"), Placement.NOWHERE)).isTrue();
    }

    @Test
    void aDealThatMakesNoSenseCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Deal.BuyGet(Items.ALL, 0, Optional.empty(), 1, BigDecimal.TEN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deal.Bundle(List.of(), money("1.00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Deal.Threshold(
                                Items.ALL, money("10.00"), new Discount.AmountOff(money("10.01"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Deal.Off(Items.ALL, new Discount.PercentOff(new BigDecimal("0.001"))));
    }

    @Test
    void aPromotedSaleIsReadAsItWasWritten() throws Exception {
        PricedBasket priced =
                SamplePromotions.engine(THREE_FOR_TWO).price(plus(OIL, "3"), SamplePrices.retail());
        SaleLine line = SaleLine.sold(priced.lines().getFirst(), "Oil");
        String json = Json.MAPPER.writeValueAsString(line);
        assertThat(json).contains("PROMOTION");
        assertThat(Json.MAPPER.readValue(json, SaleLine.class)).isEqualTo(line);
    }

    @Test
    void whoeverNamesNothingMeansEverything() throws Exception {
        assertThat(Json.MAPPER.readValue("{}", Items.class)).isEqualTo(Items.ALL);
        assertThat(Json.MAPPER.readValue("{}", Schedule.class)).isEqualTo(Schedule.ALWAYS);
    }

    private static String padOn(LocalDateTime at, String group) {
        PricingContext context =
                new PricingContext(
                        SampleStores.SAO_PAULO.storeId(),
                        SampleStores.BRL,
                        true,
                        at.toLocalDate(),
                        at,
                        Locale.ENGLISH,
                        Optional.of(group));
        return SamplePromotions.engine(TUESDAY_EVENING)
                .price(plus(PAD, "1"), context)
                .total()
                .amount();
    }

    private static Promotion alone(Promotion of) {
        return new Promotion(
                of.promotionId(),
                of.names(),
                of.deal(),
                of.schedule(),
                of.stores(),
                of.zones(),
                of.group(),
                false,
                true);
    }

    private static String total(PricingEngine engine, Basket basket) {
        return engine.price(basket, SamplePrices.retail()).total().amount();
    }

    private static Basket plus(Sku sku, String units) {
        return Basket.EMPTY.plus(sku, "standard", Quantity.parse(units));
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }
}
