package kmmotos.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The server's time by the till's clock: how far the two are apart is learnt from the server's
/// answers. The till's clock is left alone.
final class ServerClock {
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    ServerClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    void learn(Instant serverTime) {
        ahead = Duration.between(clock.instant(), serverTime);
    }

    /// How far the till's clock is ahead of the server's; below 0 if it is behind.
    Duration tillAhead() {
        return ahead.negated();
    }
}
