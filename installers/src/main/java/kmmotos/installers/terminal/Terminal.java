package kmmotos.installers.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command prints to. The only place that touches the process's own output.
///
/// @param err for what went wrong
public record Terminal(PrintStream out, PrintStream err) {

    public static Terminal standard() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    public void say(String text) {
        out.println(text);
    }

    public void complain(String text) {
        err.println(text);
    }

    /// What went wrong, in the plain words that the exception carries.
    public void explain(RuntimeException problem) {
        err.println(problem.getMessage());
    }
}
