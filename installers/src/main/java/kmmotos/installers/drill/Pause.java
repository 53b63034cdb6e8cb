package kmmotos.installers.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting, where nothing can tell us.
final class Pause {
    private static final int LOOKS = 1_200;

    private Pause() {}

    static void ofMillis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /// Looks ten times a second, for two minutes.
    static void until(String what, BooleanSupplier condition) {
        for (int i = 0; i < LOOKS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            ofMillis(100);
        }
        throw new IllegalStateException("It did not come to this: " + what);
    }
}
