package kmmotos.model.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanGrammarTest {

    private static final String GS = "\u001D";
    private static final String PAD = "7891000000014";
    private static final String PAD_14 = "0" + PAD;

    private static Scanned first(String code) {
        return ScanGrammar.INITIAL.readings(code).getFirst();
    }

    private static ScanGrammar with(String pattern) {
        return new ScanGrammar("", List.of(new LabelPattern(pattern)));
    }

    private static String ean(String twelve) {
        return twelve + Gtin.checkDigit(twelve);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAD, "BRK-CG160-F", "06455-KPH-951", "KC-A1B2-C3D4-E5F6-0001"})
    void whatIsNoSymbolOfGs1IsReadAsItStands(String code) {
        assertThat(ScanGrammar.INITIAL.readings(code)).containsExactly(Scanned.plain(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]E0", "]C0", "]A0"})
    void theKindOfSymbolThatAScannerSendsIsNoPartOfTheCode(String symbology) {
        assertThat(first(symbology + PAD)).isEqualTo(Scanned.plain(PAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]C1", "]d2", "]Q3", "\u001D", ""})
    void aGs1SymbolTellsArticleSerialAndLastDay(String start) {
        Scanned read = first(start + "01" + PAD_14 + "17270228" + "21SN-0042");
        assertThat(read)
                .isEqualTo(
                        new Scanned(
                                PAD,
                                Optional.of("SN-0042"),
                                Optional.of(LocalDate.of(2027, 2, 28)),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void anElementOfAnyLengthEndsAtTheSeparator() {
        assertThat(first("]C101" + PAD_14 + "10LOT7" + GS + "21A1").serial()).contains("A1");
        var tilde = new ScanGrammar("~", List.of());
        assertThat(tilde.readings("]C101" + PAD_14 + "10LOT7~21A1").getFirst().serial())
                .contains("A1");
    }

    @Test
    void aCartonTellsWhatIsInItAndHowMuch() {
        Scanned carton = first("]C102" + PAD_14 + "3724");
        assertThat(carton.code()).isEqualTo(PAD);
        assertThat(carton.quantity()).contains(Quantity.of(24));
    }

    @Test
    void weightAndPriceHaveTheDecimalsOfTheirIdentifier() {
        Scanned weighed = first("]C101" + PAD_14 + "3102001250" + "39221999");
        assertThat(weighed.quantity()).contains(Quantity.parse("12.5"));
        assertThat(weighed.price()).contains(new BigDecimal("19.99"));
    }

    @Test
    void theDayNaughtIsTheLastOfItsMonth() {
        assertThat(first("01" + PAD_14 + "17280200").expires()).contains(LocalDate.of(2028, 2, 29));
        assertThat(first("01" + PAD_14 + "17289900").expires()).isEmpty();
    }

    @Test
    void whatIsTypedWithBracketsIsTheSame() {
        assertThat(first("(01)" + PAD_14 + "(10)LOT7(21)A1").serial()).contains("A1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0107891000000015",
                "010789100000001",
                "]C199",
                "]C1",
                "]C121A1",
                "(01)",
                "01",
                "0107891000000014AB"
            })
    void whatOnlyLooksLikeASymbolIsReadAsItStands(String code) {
        assertThat(ScanGrammar.INITIAL.readings(code))
                .allMatch(read -> read.serial().isEmpty() && read.quantity().isEmpty());
    }

    @Test
    void aLabelOfTheShopTellsItsPrice() {
        String code = ean("2012345" + "9" + "2875");
        assertThat(with("20IIIIIVPP.PPK").readings(code).subList(1, 3))
                .extracting(Scanned::code)
                .containsExactly(ean("201234500000"), "12345");
        assertThat(with("20IIIIIVPP.PPK").readings(code).get(1).price())
                .contains(new BigDecimal("28.75"));
    }

    @Test
    void aLabelOfTheShopTellsItsWeight() {
        String code = ean("2112345" + "01250");
        assertThat(with("21IIIIIWW.WWWK").readings(code).get(1).quantity())
                .contains(Quantity.parse("1.25"));
    }

    @Test
    void anArticleThatReallyHasTheNumberGoesFirst() {
        String code = ean("2112345" + "01250");
        assertThat(with("21IIIIIWW.WWWK").readings(code).getFirst()).isEqualTo(Scanned.plain(code));
    }

    @Test
    void aWrongCheckDigitOfThePriceIsNoSuchLabel() {
        String code = ean("2012345" + "8" + "2875");
        assertThat(with("20IIIIIVPP.PPK").readings(code)).containsExactly(Scanned.plain(code));
    }

    @Test
    void checkDigitsAreThoseOfTheSpecification() {
        assertThat(LabelPattern.checkDigit("2875")).isEqualTo('9');
        assertThat(LabelPattern.checkDigit("14685")).isEqualTo('6');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20IIIIIPPPPK", "19IIIIIVPPPPK", "20IIIIIVPPWWK", "20VIIIIIPPPPK", "x"})
    void aPatternThatMakesNoSenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LabelPattern(text));
    }

    @Test
    void zerosThatAScannerLeftOutAreFound() {
        assertThat(ScanGrammar.INITIAL.readings("36000291452"))
                .contains(Scanned.plain(new Gtin("036000291452").value()));
        assertThat(ScanGrammar.INITIAL.readings("04252614"))
                .contains(Scanned.plain(new Gtin("042100005264").value()));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsPrintedIsReadBack(long seed) {
        var random = new Random(seed);
        String twelve = digits(random, 12);
        String gtin = ean(twelve);
        String serial = letters(random);
        int count = 1 + random.nextInt(99_999);
        String code =
                "]C1"
                        + "010"
                        + gtin
                        + "10"
                        + letters(random)
                        + GS
                        + "30"
                        + count
                        + GS
                        + "21"
                        + serial;
        assertThat(first(code))
                .as("seed %d", seed)
                .isEqualTo(
                        new Scanned(
                                new Gtin(gtin).value(),
                                Optional.of(serial),
                                Optional.empty(),
                                Optional.of(Quantity.of(count)),
                                Optional.empty()));
        int cents = random.nextInt(10_000);
        String price = "%04d".formatted(cents);
        String label = ean("20" + twelve.substring(0, 5) + LabelPattern.checkDigit(price) + price);
        assertThat(with("20IIIIIVPP.PPK").readings(label).get(1).price())
                .as("seed %d", seed)
                .contains(BigDecimal.valueOf(cents, 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTextIsTooStrangeToRead(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(random.nextBoolean() ? "]C101" + PAD_14 : "");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(
                    random.nextInt(5) == 0 ? GS : String.valueOf((char) random.nextInt(0, 128)));
        }
        assertThat(with("20IIIIIVPP.PPK").readings(text.toString()))
                .as("seed %d", seed)
                .isNotEmpty();
    }

    private static String digits(RandomGenerator random, int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).reduce("", String::concat);
    }

    private static String letters(RandomGenerator random) {
        return random.ints(1 + random.nextInt(20), '!', '[')
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }
}
