package kmmotos.desktop.sync;

import java.time.Duration;

/// One step of the sync: at most one request to the server, and what follows from its answer. The
/// whole sync is such steps, so a test can drive it without threads and without waiting.
@FunctionalInterface
public interface SyncStep {
    /// @return how long to wait before the next step; zero for at once
    Duration run();

    /// Whether the wait it asked for last is the server's wish, which nothing cuts short.
    default boolean isHeldBack() {
        return false;
    }
}
