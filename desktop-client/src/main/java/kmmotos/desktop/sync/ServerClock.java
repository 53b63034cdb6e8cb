package kmmotos.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The server's time by the till's clock: how far the two are apart is learnt from the server's
/// answers. The till's clock is left alone.
public final class ServerClock {
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    public ServerClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().plus(ahead);
    }

    public void learn(Instant serverTime) {
        ahead = Duration.between(clock.instant(), serverTime);
    }

    /// How far the till's clock is ahead of the server's; below 0 if it is behind.
    public Duration tillAhead() {
        return ahead.negated();
    }
}
