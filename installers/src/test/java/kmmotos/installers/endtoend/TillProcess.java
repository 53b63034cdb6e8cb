package kmmotos.installers.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.installers.process.JavaChild;

/// A real till in a process of its own, see [TillMain]. It can be killed and started again.
final class TillProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final String server;
    private final String code;
    private final UUID staff;
    private JavaChild child;

    TillProcess(Path folder, String server, String code, UUID staff) {
        this.folder = folder;
        this.server = server;
        this.code = code;
        this.staff = staff;
        this.child = launch();
    }

    /// Tells the till to do something and waits until it is done.
    String ask(String order) {
        child.say(order);
        return answer().orElseThrow(() -> new IllegalStateException("the till died; see " + log()));
    }

    /// Tells the till to do something that it does not survive.
    void askToDie(String order) {
        child.say(order);
        if (answer().isPresent()) {
            throw new IllegalStateException("the till lives");
        }
    }

    void kill() {
        child.kill();
    }

    void startAgain() {
        child = launch();
    }

    @Override
    public void close() {
        child.kill();
    }

    private Optional<String> answer() {
        return child.hear(PATIENCE);
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaChild launch() {
        JavaChild started =
                JavaChild.start(
                        new JavaChild.Start(
                                TillMain.class.getName(),
                                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                                List.of(folder.toString(), server, code, staff.toString()),
                                Map.of(),
                                log()));
        Optional<String> first = started.hear(PATIENCE);
        if (!first.equals(Optional.of("ready"))) {
            throw new IllegalStateException("the till did not start: " + logged());
        }
        return started;
    }
}
