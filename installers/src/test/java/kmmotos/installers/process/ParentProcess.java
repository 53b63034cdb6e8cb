package kmmotos.installers.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process for the test: starts a child, tells its number, and waits for its own end.
final class ParentProcess {
    private ParentProcess() {}

    public static void main(String[] args) throws IOException {
        try (EndsTogether started = new EndsTogether()) {
            JavaChild child = started.start(() -> child(Path.of(args[0])));
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(child.pid());
            System.in.read();
        }
    }

    private static JavaChild child(Path log) {
        return JavaChild.start(
                new JavaChild.Start(
                        EchoProcess.class.getName(), List.of(), List.of("!"), Map.of(), log));
    }
}
