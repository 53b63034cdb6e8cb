package kmmotos.desktop.fitment;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.model.fitment.Vin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VinPatternTest {
    private static final Vin VIN = new Vin("9C2KC2200KR000001");

    @ParameterizedTest
    @CsvSource({
        "KC220, 5",
        "KC, 2",
        "K*2, 2",
        "K[A-C]2[0-2], 4",
        "[KL]C, 2",
        "KC2#0, 5",
        "KC220|KR, 7",
        "*****|*R, 1",
        "KC221, -1",
        "K[DE], -1",
        "KC220|KS, -1"
    })
    void aPatternAsksForSomeLetters(String keys, int asked) {
        assertThat(VinPattern.parse("2015\t2020\t" + keys + "\tHonda CG 160").matches(VIN))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"2014, false", "2015, true", "2020, true", "2021, false"})
    void aPatternHoldsInItsYears(int year, boolean holds) {
        assertThat(VinPattern.parse("2015\t2020\tKC\tHonda CG 160").holdsIn(year)).isEqualTo(holds);
        assertThat(VinPattern.parse("2015\t\tKC\tHonda CG 160").holdsIn(2099)).isTrue();
    }
}
