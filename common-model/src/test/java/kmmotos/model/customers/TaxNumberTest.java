package kmmotos.model.customers;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.model.customers.TaxNumber.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberTest {

    @ParameterizedTest
    @CsvSource({
        "111.444.777-35, BR",
        "123.456.789-09, BR",
        "11.222.333/0001-81, BR",
        "12.ABC.345/01DE-35, BR",
        "501964843, PT",
        "PT501964843, ES",
        "12345678Z, ES",
        "X1234567L, ES",
        "A58818501, ES",
        "DE136695976, DE",
        "FR40303265045, FR",
        "BE0428759497, BE",
        "IT07643520567, IT"
    })
    void anIssuedNumberIsRight(String number, String country) {
        assertThat(TaxNumber.check(number, country)).isEqualTo(Verdict.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "111.444.777-36, BR",
        "111.111.111-11, BR",
        "11.222.333/0001-18, BR",
        "12.ABC.345/01DE-53, BR",
        "12345, BR",
        "501964844, PT",
        "12345678A, ES",
        "A58818502, ES",
        "DE136695975, DE",
        "FR41303265045, FR",
        "BE0428759498, BE",
        "IT07643520568, IT"
    })
    void aSlipOfThePenIsWrong(String number, String country) {
        assertThat(TaxNumber.check(number, country)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void ofACountryWithoutARuleNothingIsSaid() {
        assertThat(TaxNumber.check("12-3456789", "US")).isEqualTo(Verdict.UNKNOWN);
    }
}
