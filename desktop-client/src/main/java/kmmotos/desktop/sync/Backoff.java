package kmmotos.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after failures: full jitter, so that a thousand tills don't come back at once.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int MAX_DOUBLINGS = 6;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration afterFailure() {
        long ceiling =
                Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Duration.ofMillis(random.nextLong(1, ceiling + 1));
    }

    /// Somewhere between what the server asked for and twice that.
    Duration after(Duration asked) {
        return asked.plusMillis(random.nextLong(asked.toMillis() + 1));
    }

    void succeeded() {
        failures = 0;
    }
}
