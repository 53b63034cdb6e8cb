package kmmotos.model.fitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
    private static final List<Fitment> CG_160 =
            List.of(
                    new Fitment("Honda", "CG 160", 2016, Optional.of(2020)),
                    new Fitment("Honda", "Bros 160", 2015, Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "Honda, CG 160, 2018, FITS",
        "honda, cg160, 2020, FITS",
        "Honda, Bros 160, 2031, FITS",
        "Honda, CG 160, 2021, CHECK",
        "Honda, CG 160, 2015, CHECK",
        "Honda, CG 160, 2022, DOES_NOT_FIT",
        "Honda, CG 160 Fan, 2018, CHECK",
        "Honda, CG 160 Fan, 2023, DOES_NOT_FIT",
        "Honda, CG 125, 2018, DOES_NOT_FIT",
        "Yamaha, CG 160, 2018, DOES_NOT_FIT"
    })
    void aPartIsForTheModelsAndYearsItNames(String make, String model, int year, Fit fit) {
        assertThat(Fit.of(CG_160, new Motorcycle(make, model, year))).isEqualTo(fit);
    }

    @Test
    void aPartForNoMotorcycleInParticularIsUniversal() {
        assertThat(Fit.of(List.of(), new Motorcycle("Honda", "CG 160", 2018)))
                .isEqualTo(Fit.UNIVERSAL);
    }
}
