package kmmotos.installers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandTest {

    private final Command command = new Command("Usage: ./km play", Set.of("--port"), Set.of());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theExitCodeSaysWhetherAllIsWell() {
        assertThat(run(_ -> true)).isZero();
        assertThat(run(_ -> false)).isEqualTo(1);
        assertThat(said(out) + said(err)).isEmpty();
    }

    @Test
    void aWrongOptionIsExplainedWithTheUsageOnStandardError() {
        assertThat(run(_ -> true, "--prot", "1")).isEqualTo(2);
        assertThat(said(err)).contains("There is no option --prot.").contains("Usage: ./km play");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void aRefusalIsOneSentence() {
        Command.Work work =
                _ -> {
                    throw new Command.Refused(new IllegalStateException("The port is taken."));
                };

        assertThat(run(work)).isEqualTo(2);
        assertThat(said(err)).isEqualTo("The port is taken.\n");
    }

    @Test
    void helpIsGivenWhereverItIsAskedFor() {
        assertThat(run(_ -> false, "--port", "1", "--help")).isZero();
        assertThat(said(out)).isEqualTo("Usage: ./km play\n");
    }

    private int run(Command.Work work, String... arguments) {
        return command.run(
                new Terminal(new PrintStream(out, true), new PrintStream(err, true)),
                arguments,
                work);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
