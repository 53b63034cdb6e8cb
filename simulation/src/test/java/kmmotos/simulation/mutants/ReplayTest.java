package kmmotos.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.simulation.Simulate;
import kmmotos.simulation.Variant;
import org.junit.jupiter.api.Test;

/// A run that fails names the command that repeats it, made as small as it can be.
class ReplayTest {

    private static final Variant BROKEN = Variant.REAL.withStore(BrokenServer::withoutDedupe);
    private static final Pattern COMMAND = Pattern.compile("\\./km simulate (.*)");
    private static final Pattern VIOLATION = Pattern.compile("seed (\\d+): \\[(I\\d)");

    private record Printed(int exitCode, String text) {

        Matcher find(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher;
        }
    }

    private static Printed simulate(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int exitCode =
                Simulate.run(
                        arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8), BROKEN);
        return new Printed(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void thePrintedCommandRepeatsTheViolationWithFewFaults() {
        Printed failed = simulate("--seed", "1", "--runs", "2");
        assertThat(failed.exitCode()).isEqualTo(1);
        String command = failed.find(COMMAND).group(1);

        Printed again = simulate(command.split(" "));

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.find(VIOLATION).group()).isEqualTo(failed.find(VIOLATION).group());
        assertThat(faultsIn(command)).isLessThanOrEqualTo(3);
    }

    private static long faultsIn(String command) {
        Matcher only = Pattern.compile("--only (\\S*)").matcher(command);
        assertThat(only.find()).as(command).isTrue();
        return Arrays.stream(only.group(1).split(",", -1)).filter(n -> !n.isEmpty()).count();
    }
}
