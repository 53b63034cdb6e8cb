package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OmniboxGrammarTest {
    private final OmniboxGrammar english = OmniboxGrammar.of(Locale.ENGLISH);
    private final OmniboxGrammar portuguese = OmniboxGrammar.of(Texts.PORTUGUESE);

    @Test
    void nothingTypedMeansNothing() {
        assertThat(english.read("   ")).isEqualTo(new OmniboxEntry.Nothing());
    }

    @Test
    void aNumberAndAStarCountTheNextArticle() {
        assertThat(english.read("3*")).isEqualTo(new OmniboxEntry.NextQuantity(Quantity.of(3)));
    }

    @Test
    void aNumberAStarAndACodeCountThatArticle() {
        assertThat(english.read("3*KT-520"))
                .isEqualTo(new OmniboxEntry.Find(Quantity.of(3), "KT-520"));
    }

    @Test
    void aQuantityMayHaveTheLanguagesDecimalComma() {
        assertThat(portuguese.read("1,5*OL1030"))
                .isEqualTo(new OmniboxEntry.Find(new Quantity(1500), "OL1030"));
    }

    @Test
    void aMinusTakesTheNextArticleBack() {
        assertThat(english.read("-")).isEqualTo(new OmniboxEntry.NextIsReturned());
        assertThat(english.read("-2*KT-520"))
                .isEqualTo(new OmniboxEntry.Find(Quantity.of(-2), "KT-520"));
        assertThat(english.read("-KT-520"))
                .isEqualTo(new OmniboxEntry.Find(Quantity.of(-1), "KT-520"));
    }

    @Test
    void aSlashIsPercentOffTheLineAndTwoAreOffTheSale() {
        assertThat(english.read("/10")).isEqualTo(new OmniboxEntry.LinePercent(BigDecimal.TEN));
        assertThat(portuguese.read("/7,5%"))
                .isEqualTo(new OmniboxEntry.LinePercent(new BigDecimal("7.5")));
        assertThat(english.read("//10")).isEqualTo(new OmniboxEntry.BasketPercent(BigDecimal.TEN));
    }

    @Test
    void anEqualsSignIsAPrice() {
        assertThat(english.read("=49.90"))
                .isEqualTo(new OmniboxEntry.OwnPrice(new BigDecimal("49.90")));
        assertThat(portuguese.read("=49,90"))
                .isEqualTo(new OmniboxEntry.OwnPrice(new BigDecimal("49.90")));
    }

    @Test
    void aLetterAndABlankBeginACommand() {
        assertThat(english.read("c smith")).isEqualTo(new OmniboxEntry.FindCustomer("smith"));
        assertThat(english.read("n left side")).isEqualTo(new OmniboxEntry.LineNote("left side"));
        assertThat(english.read("NN on Friday")).isEqualTo(new OmniboxEntry.SaleNote("on Friday"));
        assertThat(english.read("nn")).isEqualTo(new OmniboxEntry.Find(Quantity.ONE, "nn"));
        assertThat(english.read("R 1043")).isEqualTo(new OmniboxEntry.FindReceipt("1043"));
        assertThat(english.read("b cg160 2019 brake"))
                .isEqualTo(new OmniboxEntry.FindForBike("cg160 2019 brake"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brake pad", "cb300", "14_00021 / 700102/12", "7891000000014", "x*y"})
    void anythingElseIsLookedFor(String text) {
        assertThat(english.read(text)).isEqualTo(new OmniboxEntry.Find(Quantity.ONE, text));
    }

    @Test
    void aDiscountIsAtMostAllOfIt() {
        assertThat(english.read("/101"))
                .isEqualTo(
                        new OmniboxEntry.Unreadable(
                                OmniboxEntry.Reason.PERCENT_OUT_OF_RANGE, "101"));
        assertThat(english.read("/-5")).isInstanceOf(OmniboxEntry.Unreadable.class);
        assertThat(english.read("/abc"))
                .isEqualTo(new OmniboxEntry.Unreadable(OmniboxEntry.Reason.NUMBER_EXPECTED, "abc"));
    }

    @Test
    void aNegativePriceIsNoPrice() {
        assertThat(english.read("=-1")).isInstanceOf(OmniboxEntry.Unreadable.class);
    }

    @Test
    void aBarcodeInTheQuantityIsAbsurd() {
        assertThat(english.read("100000*KT"))
                .isEqualTo(
                        new OmniboxEntry.Unreadable(OmniboxEntry.Reason.ABSURD_QUANTITY, "100000"));
        assertThat(english.read("0*KT")).isInstanceOf(OmniboxEntry.Unreadable.class);
    }
}
