package kmmotos.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTest {

    private static final Currency BRL = Currency.getInstance("BRL");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency KWD = Currency.getInstance("KWD");

    @ParameterizedTest
    @CsvSource({"12.50,BRL,1250", "-0.01,BRL,-1", "300,JPY,300", "1.234,KWD,1234", "7,BRL,700"})
    void anAmountIsKeptInTheCurrencysMinorUnit(String text, String currency, long minor) {
        assertThat(Money.parse(text, Currency.getInstance(currency)).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"0.001,BRL", "0.5,JPY", "abc,BRL", "1e99,BRL"})
    void whatIsFinerThanTheCurrencyOrNoAmountIsRefused(String text, String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(text, Currency.getInstance(currency)))
                .withMessageContaining(text);
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.zero(BRL).plus(Money.zero(JPY)));
    }

    @Test
    void anOverflowIsAnErrorAndNotAWrongAmount() {
        Money most = Money.ofMinor(Long.MAX_VALUE, BRL);
        assertThatThrownBy(() -> most.plus(Money.ofMinor(1, BRL)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theWireFormIsDecimalTextAndCurrency() throws Exception {
        Money money = Money.parse("-1234.50", BRL);
        String json = Json.MAPPER.writeValueAsString(money);
        assertThat(json).isEqualTo("{\"amount\":\"-1234.50\",\"currency\":\"BRL\"}");
        assertThat(Json.MAPPER.readValue(json, Money.class)).isEqualTo(money);
    }

    @Test
    void leftoverCentsGoToTheLargestRemainders() {
        assertThat(Money.ofMinor(100, BRL).allocate(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.ofMinor(-5, BRL).allocate(List.of(3L, 7L)))
                .extracting(Money::minor)
                .containsExactly(-2L, -3L);
        assertThat(Money.ofMinor(5, BRL).allocate(List.of(0L, 0L)))
                .extracting(Money::minor)
                .containsExactly(5L, 0L);
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void allocatingLosesNothingAndIsFairToACent(long seed) {
        Random random = new Random(seed);
        Money whole = Money.ofMinor(random.nextLong(-1_000_000, 1_000_000), KWD);
        List<Long> weights =
                LongStream.generate(() -> random.nextLong(0, 1_000_000_000_000L))
                        .limit(random.nextInt(1, 40))
                        .boxed()
                        .toList();
        List<Money> parts = whole.allocate(weights);
        assertThat(Money.sum(parts, KWD)).isEqualTo(whole);
        double total = weights.stream().mapToDouble(Long::doubleValue).sum();
        for (int i = 0; i < parts.size(); i++) {
            double fair = whole.minor() * (weights.get(i) / total);
            assertThat(parts.get(i).minor() - fair).isBetween(-1.0001, 1.0001);
        }
    }

    @Test
    void aUnitPriceMayBeFinerThanTheCurrencyAndALineRoundsOnce() {
        UnitPrice tenthOfACent = UnitPrice.parse("0.001", BRL);
        assertThat(tenthOfACent.times(Quantity.of(4)).minor()).isEqualTo(0);
        assertThat(tenthOfACent.times(Quantity.of(5)).minor()).isEqualTo(1);
        assertThat(tenthOfACent.times(Quantity.of(-5)).minor()).isEqualTo(-1);
        assertThat(tenthOfACent.times(Quantity.of(1_000)).minor()).isEqualTo(100);
    }

    @Test
    void equalPricesAreEqualHoweverTheyAreWritten() {
        assertThat(UnitPrice.parse("2.5", BRL)).isEqualTo(UnitPrice.parse("2.500", BRL));
        assertThat(UnitPrice.parse("1E+2", BRL)).hasToString("100.00 BRL");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitPrice.parse("0.0000001", BRL));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "1.500,1.5", "-0.25,-0.25", "0,0", "1e2,100"})
    void quantitiesAreWrittenWithoutTrailingZeros(String typed, String written) {
        assertThat(Quantity.parse(typed)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"0.0001", "x", "1e30"})
    void aQuantityFinerThanAThousandthOrNoNumberIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.parse(typed));
    }
}
