package kmmotos.installers.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.installers.network.Line;
import kmmotos.installers.process.JavaChild;
import kmmotos.installers.terminal.Terminal;

/// Watches the process of all tills until everything is sold and confirmed, and cuts its line and
/// kills it on the way.
final class TillsProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long SAY_EVERY = 2_500;

    private final Path planFile;
    private final Path log;
    private final Line line;
    private final Interruptions interruptions;
    private final Terminal terminal;
    private final Stopwatch selling;
    private final Stopwatch confirming;
    private long said;

    TillsProcess(
            Path planFile,
            Path log,
            Line line,
            Interruptions interruptions,
            Terminal terminal,
            InstantSource clock) {
        this.planFile = planFile;
        this.log = log;
        this.line = line;
        this.interruptions = interruptions;
        this.terminal = terminal;
        this.selling = new Stopwatch(clock);
        this.confirming = new Stopwatch(clock);
    }

    Stopwatch selling() {
        return selling;
    }

    /// From the first sale until the last one was confirmed.
    Stopwatch confirming() {
        return confirming;
    }

    void runUntilConfirmed() {
        boolean confirmed = false;
        while (!confirmed) {
            try (JavaChild tills = start()) {
                confirmed = watch(tills);
            }
        }
    }

    private JavaChild start() {
        return JavaChild.start(
                new JavaChild.Start(
                        ReplayTills.class.getName(),
                        List.of("-Xmx3g"),
                        List.of(planFile.toString()),
                        Map.of(),
                        log));
    }

    /// @return false when the tills were killed and are to start again
    private boolean watch(JavaChild tills) {
        while (true) {
            Optional<String> heard = tills.hear(PATIENCE);
            if (heard.isEmpty()) {
                throw new IllegalStateException("The tills' process ended by itself; see " + log);
            }
            String[] words = heard.get().split(" ", -1);
            switch (words[0]) {
                case "ready" -> {
                    selling.start();
                    confirming.start();
                }
                case "at" -> {
                    if (interrupt(tills, Long.parseLong(words[1]))) {
                        return false;
                    }
                }
                case "sold" -> {
                    selling.stop();
                    line.repair();
                }
                case "confirmed" -> {
                    confirming.stop();
                    return true;
                }
                default -> terminal.say(heard.get());
            }
        }
    }

    private boolean interrupt(JavaChild tills, long sold) {
        if (sold >= said + SAY_EVERY) {
            said = sold - sold % SAY_EVERY;
            terminal.say("  " + said + " invoices sold");
        }
        if (interruptions.isOfflineAt(sold)) {
            line.cut();
        } else {
            line.repair();
        }
        if (!interruptions.killsAt(sold)) {
            return false;
        }
        tills.kill();
        selling.stop();
        confirming.stop();
        return true;
    }
}
