package kmmotos.installers.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Adds up stretches of time.
final class Stopwatch {
    private final InstantSource clock;
    private Duration total = Duration.ZERO;
    private @Nullable Instant started;

    Stopwatch(InstantSource clock) {
        this.clock = clock;
    }

    void start() {
        started = clock.instant();
    }

    /// Stopping a stopped one changes nothing.
    void stop() {
        if (started != null) {
            total = total.plus(Duration.between(started, clock.instant()));
            started = null;
        }
    }

    Duration total() {
        return total;
    }

    String perSecond(long count) {
        double seconds = Math.max(0.001, total.toMillis() / 1000.0);
        return "%,.0f/s (%,.1f s)".formatted(count / seconds, seconds);
    }
}
