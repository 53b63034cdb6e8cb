package kmmotos.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    /// Examples of real numbers: EAN-13 and GTIN-14 from the GS1 specification, UPC-A and EAN-8 off
    /// well-known packages.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333931",
                "036000291452",
                "96385074",
                "10614141000415",
                "5901234123457"
            })
    void aGtinWithARightCheckDigitIsTaken(String digits) {
        assertThat(Gtin.find(digits)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"4006381333932,1", "036000291453,2"})
    void aWrongCheckDigitIsNamed(String digits, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gtin(digits))
                .withMessageContaining("must be " + expected);
        assertThat(Gtin.find(digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "40063813339311111", "400638133393X"})
    void whatIsNoGtinIsNone(String text) {
        assertThat(Gtin.find(text)).isEmpty();
    }

    @Test
    void aUpcReadAsEan13IsTheSameItem() {
        assertThat(new Gtin("0036000291452")).isEqualTo(new Gtin("036000291452"));
        assertThat(new Gtin("00036000291452")).isEqualTo(new Gtin("036000291452"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14_00021 / 700102/12",
                "1400021-700102-12",
                "14 00021 700102 12",
                "14.00021/70010212"
            })
    void aPartNumberIsTheSameHoweverItIsWritten(String written) {
        assertThat(PartNumber.normalized(written)).isEqualTo("140002170010212");
    }

    @Test
    void aPartNumberIgnoresCaseAndAccents() {
        assertThat(PartNumber.normalized("ptç-9a")).isEqualTo("PTC9A");
        assertThat(PartNumber.normalized(" -/ ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\tb"})
    void aSkuNeedsSomethingPrintable(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sku(value));
    }

    @Test
    void aNameFallsBackFromPlaceToLanguageToAny() {
        Names names = new Names(new TreeMap<>(Map.of("en", "Mirror", "pt-BR", "Retrovisor")));
        assertThat(names.in(Locale.forLanguageTag("pt-BR"))).isEqualTo("Retrovisor");
        assertThat(names.in(Locale.forLanguageTag("pt-PT"))).isEqualTo("Retrovisor");
        assertThat(names.in(Locale.forLanguageTag("en-GB"))).isEqualTo("Mirror");
        assertThat(names.in(Locale.JAPANESE)).isEqualTo("Mirror");
    }

    @Test
    void halfAMirrorCannotBeSoldButHalfALitreCan() {
        Variant mirror = SampleProducts.BRAKE_PAD.variants().getFirst();
        Variant oil = SampleProducts.OIL.variants().getFirst();
        assertThat(mirror.canBeSoldIn(Quantity.parse("0.5"))).isFalse();
        assertThat(oil.canBeSoldIn(Quantity.parse("0.5"))).isTrue();
        assertThat(oil.canBeSoldIn(Quantity.ZERO)).isFalse();
    }

    @Test
    void aProductWithoutVariantsOrACategoryInItselfCannotBe() {
        Product pad = SampleProducts.BRAKE_PAD;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Product(
                                pad.productId(),
                                pad.names(),
                                pad.descriptions(),
                                pad.brand(),
                                pad.category(),
                                pad.taxCategory(),
                                List.of(),
                                true));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Category("a", java.util.Optional.of("a"), Names.of("en", "A")));
    }
}
