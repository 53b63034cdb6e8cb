package kmmotos.model.fitment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VinTest {

    @Test
    void aVinIsFoundHoweverItIsTyped() {
        assertThat(Vin.find(" 1hd1-kbm1 5EB 600001 ")).contains(new Vin("1HD1KBM15EB600001"));
        assertThat(Vin.find("1HD1KBM15EB60000")).isEmpty();
        assertThat(Vin.find("1HD1KBM15EB60000O")).isEmpty();
        assertThat(Vin.find("ABCDEFGHJKLMNPRST")).as("a word of 17 letters").isEmpty();
    }

    @Test
    void theCheckDigitOfNorthAmericaIsChecked() {
        assertThat(new Vin("11111111111111111").hasCheckDigit()).isTrue();
        assertThat(new Vin("1M8GDM9AXKP042788").hasCheckDigit()).isTrue();
        assertThat(new Vin("1M8GDM9A1KP042788").hasCheckDigit()).isFalse();
    }

    @Test
    void theLettersOfTheYearComeAgainAfterThirtyYears() {
        assertThat(new Vin("9C2KC2200KR000001").years(2027)).containsExactly(2019, 1989);
        assertThat(new Vin("9C2KC2200AR000001").years(2027)).containsExactly(2010, 1980);
        assertThat(new Vin("9C2KC2200XR000001").years(2027)).containsExactly(1999);
        assertThat(new Vin("9C2KC22001R000001").years(2031)).containsExactly(2031, 2001);
        assertThat(new Vin("9C2KC22000R000001").years(2027)).as("no year is 0").isEmpty();
    }

    @Test
    void aMakerOfFewVehiclesIsToldBySixLetters() {
        assertThat(new Vin("9C2KC2200KR000001").maker()).isEqualTo("9C2");
        assertThat(new Vin("1A9AB2200KR117001").maker()).isEqualTo("1A9117");
    }
}
