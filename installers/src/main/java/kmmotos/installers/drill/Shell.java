package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs a program to its end.
final class Shell {
    private Shell() {}

    /// @throws IllegalStateException with what it said, if it fails
    static String run(List<String> command) {
        return run(command, Map.of());
    }

    static String run(List<String> command, Map<String, String> environment) {
        try {
            Path said = Files.createTempFile("km-drill", ".txt");
            try {
                // A file and not a pipe: a server that it starts would keep a pipe open.
                ProcessBuilder builder =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile());
                builder.environment().putAll(environment);
                int code = builder.start().onExit().join().exitValue();
                String output = Files.readString(said);
                if (code != 0) {
                    throw new IllegalStateException(
                            command + " ended with " + code + ": " + output);
                }
                return output;
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it could be run and ended well.
    static boolean succeeds(String... command) {
        try {
            run(List.of(command));
            return true;
        } catch (IllegalStateException | UncheckedIOException _) {
            return false;
        }
    }
}
