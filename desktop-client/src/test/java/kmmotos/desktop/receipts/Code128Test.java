package kmmotos.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Code128Test {

    /// The example of the standard's usual introduction: "PJJ123C" has check value 54 in set A, 55
    /// in set B, whose start counts one more.
    @Test
    void aKnownTextHasTheStandardsBars() {
        assertThat(bars("PJJ123C"))
                .isEqualTo(
                        "211214" + "313121" + "112133" + "112133" + "123221" + "223211" + "221132"
                                + "131321" + "311321" + "2331112");
    }

    @Test
    void everySymbolIsElevenModulesWide() {
        for (char letter = ' '; letter <= '~'; letter++) {
            assertThat(Code128.widths("" + letter).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(11 * 3 + 13);
        }
    }

    @Test
    void noTwoLettersShareASymbol() {
        assertThat(
                        IntStream.rangeClosed(' ', '~')
                                .mapToObj(letter -> bars(Character.toString(letter)))
                                .distinct())
                .hasSize('~' - ' ' + 1);
    }

    @Test
    void fnc1IsTheSymbolThatSeparatesElements() {
        assertThat(bars("A\u001DB")).contains("411131");
    }

    @Test
    void anAccentIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Code128.widths("ção"));
    }

    private static String bars(String text) {
        return Code128.widths(text).stream().map(String::valueOf).collect(Collectors.joining());
    }
}
