package kmmotos.desktop.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumbersTest {

    private static final Currency BRL = Currency.getInstance("BRL");
    private final TypedNumbers brazil = new TypedNumbers(Locale.of("pt", "BR"));
    private final TypedNumbers english = new TypedNumbers(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12; 12.00",
                "12,5; 12.50",
                "12.50; 12.50",
                "1.234,50; 1234.50",
                "1.234; 1234.00",
                "R$ 7,90; 7.90",
                "-3; -3.00",
                ",50; 0.50",
                "1.234.567; 1234567.00"
            })
    void brazilianAmountsAreRead(String typed, String amount) {
        assertThat(brazil.money(typed, BRL).orElseThrow().amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,234.50; 1234.50", "12,50; 12.50", "1,234; 1234.00", "$5; 5.00"})
    void englishAmountsAreRead(String typed, String amount) {
        assertThat(english.money(typed, BRL).orElseThrow().amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1,2,3.4.5", "12,345", "1-2", "7891234567895789123456", "--5"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThat(brazil.money(typed, BRL)).isEmpty();
    }

    @Test
    void quantitiesHaveUpToThreeDecimals() {
        assertThat(brazil.quantity("1,255")).contains(Quantity.parse("1.255"));
        assertThat(brazil.quantity("1,2555")).isEmpty();
    }
}
