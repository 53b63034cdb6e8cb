package kmmotos.desktop.fitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.model.fitment.Vin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table that comes with the program; the VINs are made up, their patterns are not.
class VinTableTest {
    private static final VinTable TABLE = VinTable.read();

    @ParameterizedTest
    @CsvSource({
        "JH2PC4000FK000001, Honda, CBR600RR, 2015",
        "9C2KE0210FR000001, Honda, CRF150F, 2015",
        "JH2AB0200CM000001, Honda, Z50R, 1982",
        "WB10132029Z000001, BMW, C 600, 2009"
    })
    void aVinTellsMakeModelAndYear(String vin, String make, String model, int year) {
        var decoded = TABLE.decode(new Vin(vin), 2027);
        assertThat(decoded.models()).contains(new DecodedVin.Model(make, model));
        assertThat(decoded.year()).contains(year);
    }

    @Test
    void aModelThatIsNotInTheTableStillTellsMakeAndYear() {
        var decoded = TABLE.decode(new Vin("9C2KC2200KR000001"), 2027);
        assertThat(decoded.makes()).containsExactly("Honda");
        assertThat(decoded.year()).contains(2019);
        assertThat(decoded.models()).isEmpty();
    }

    @Test
    void ofAnUnknownMakerOnlyTheYearIsTold() {
        var decoded = TABLE.decode(new Vin("XXXKC2200KR000001"), 2027);
        assertThat(decoded.makes()).isEmpty();
        assertThat(decoded.year()).isEqualTo(Optional.of(2019));
    }
}
