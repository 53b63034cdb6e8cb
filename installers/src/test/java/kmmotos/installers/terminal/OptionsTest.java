package kmmotos.installers.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void valuesFlagsAndWordsAreToldApart() {
        Options options = parse("file.csv", "--stores", "8", "--exit");
        assertThat(options.words()).containsExactly("file.csv");
        assertThat(options.number("--stores", 1)).isEqualTo(8);
        assertThat(options.number("--tills", 2)).isEqualTo(2);
        assertThat(options.has("--exit")).isTrue();
    }

    @Test
    void whatIsWrongIsSaidInPlainWords() {
        assertThatThrownBy(() -> parse("--stroes", "8")).hasMessage("There is no option --stroes.");
        assertThatThrownBy(() -> parse("--stores")).hasMessage("--stores needs a value.");
        assertThatThrownBy(() -> parse("--stores", "many").number("--stores", 1))
                .hasMessage("--stores needs a number, was many.");
    }

    private static Options parse(String... arguments) {
        return Options.parse(arguments, Set.of("--stores", "--tills"), Set.of("--exit"));
    }
}
