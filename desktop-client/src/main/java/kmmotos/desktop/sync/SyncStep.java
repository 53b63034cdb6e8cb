package kmmotos.desktop.sync;

import java.time.Duration;

/// One step of the sync: at most one request to the server, and what follows from its answer. The
/// whole sync is such steps, so a test can drive it without threads and without waiting.
@FunctionalInterface
public interface SyncStep {
    /// @return how long to wait before the next step; zero for at once
    Duration run();
}
