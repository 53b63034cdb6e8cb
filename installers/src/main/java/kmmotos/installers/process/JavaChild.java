package kmmotos.installers.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A Java process with this one's class path. It is told things by lines on its standard input,
/// answers by lines on its standard output, and logs to a file. It must end when its input ends, so
/// that none is left behind when this process is killed.
public final class JavaChild implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedWriter input;
    private final Path log;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

    private JavaChild(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        // A platform thread: reading a pipe blocks the carrier of a virtual one, and two cores have
        // two.
        Thread.ofPlatform().daemon().name("answers-" + process.pid()).start(this::collectAnswers);
    }

    /// Starts a main class, with JVM options before it and arguments after it.
    public static JavaChild start(Start start) {
        return start(start, List.of());
    }

    /// As above, by another program: `ip netns exec shop`.
    public static JavaChild start(Start start, List<String> inside) {
        List<String> command = new ArrayList<>(inside);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Duser.home=" + System.getProperty("user.home"));
        command.add("-Dlogback.configurationFile=kmmotos/installers/process/logback.xml");
        command.addAll(start.options());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(start.main());
        command.addAll(start.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(start.environment());
        File log = start.log().toFile();
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
        try {
            return new JavaChild(builder.start(), start.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param log where its standard error goes, appended
    public record Start(
            String main,
            List<String> options,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {

        public Start {
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /// Sends one line.
    public void say(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The process ended; its log is " + log, e);
        }
    }

    /// The next line of its answers; empty when it has ended.
    public Optional<String> hear(Duration patience) {
        try {
            Optional<String> answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new IllegalStateException(
                        "No answer within " + patience + "; its log is " + log);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// As a power cut would: no hook runs, nothing is flushed.
    public void kill() {
        process.destroyForcibly();
        await();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Asks it to end, as a service manager does, and waits.
    public int end() {
        process.destroy();
        return await();
    }

    /// Waits as long as it runs.
    public int awaitEnd() {
        return process.toHandle().onExit().thenApply(_ -> process.exitValue()).join();
    }

    /// Waits until it has ended by itself.
    public int await() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            end();
        }
    }

    private void collectAnswers() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                answers.add(Optional.of(line));
                line = output.readLine();
            }
        } catch (IOException _) {
            // Killed while it was talking: that is the end of its answers, too.
        } finally {
            answers.add(Optional.empty());
        }
    }
}
