package kmmotos.model.fitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitmentTest {

    private static final Fitment CG_160 = new Fitment("Honda", "CG 160", 2016, Optional.of(2024));

    @ParameterizedTest
    @CsvSource({
        "Honda,CG 160,2016,true",
        "HONDA,cg 160,2024,true",
        "Honda,CG 160,2015,false",
        "Honda,CG 160,2025,false",
        "Honda,CG 150,2019,false",
        "Yamaha,CG 160,2019,false"
    })
    void aPartFitsItsModelsInTheirYears(String make, String model, int year, boolean fits) {
        assertThat(CG_160.fits(new Motorcycle(make, model, year))).isEqualTo(fits);
    }

    @Test
    void aModelStillBuiltHasNoLastYear() {
        Fitment open = new Fitment("Yamaha", "MT-07", 2014, Optional.empty());
        assertThat(open.fits(new Motorcycle("Yamaha", "MT-07", 2099))).isTrue();
    }

    @Test
    void yearsRunForward() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fitment("Honda", "CG 160", 2020, Optional.of(2019)));
    }
}
