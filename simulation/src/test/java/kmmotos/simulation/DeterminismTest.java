package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One seed decides everything: no hash code's order, no clock and no chance of the machine's own.
class DeterminismTest {

    private static final List<String> RUN = List.of("--seed", "77", "--runs", "2", "--days", "3");

    @Test
    void twoFreshProgramsGiveTheSameTrace() throws IOException, InterruptedException {
        String first = traceOfAFreshProgram();

        assertThat(first).startsWith("trace ");
        assertThat(traceOfAFreshProgram()).isEqualTo(first);
        assertThat(traceHere()).isEqualTo(first);
    }

    private static String traceHere() {
        var bytes = new ByteArrayOutputStream();
        int exitCode =
                Simulate.run(
                        RUN.toArray(String[]::new),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(exitCode).isZero();
        return trace(bytes.toString(StandardCharsets.UTF_8));
    }

    private static String traceOfAFreshProgram() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Simulate.class.getName()));
        command.addAll(RUN);
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(printed).isZero();
        return trace(printed);
    }

    private static String trace(String printed) {
        return printed.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("trace "))
                .findFirst()
                .orElse(printed);
    }
}
