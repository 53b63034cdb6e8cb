package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SyncLoopTest {
    private static final long PATIENCE = 30;

    /// A step that wants to wait for an hour each time.
    private static final class Hourly implements SyncStep {
        private final Semaphore runs = new Semaphore(0);
        private final AtomicInteger count = new AtomicInteger();
        private final boolean isHeldBack;

        Hourly(boolean isHeldBack) {
            this.isHeldBack = isHeldBack;
        }

        @Override
        public Duration run() {
            count.incrementAndGet();
            runs.release();
            return Duration.ofHours(1);
        }

        @Override
        public boolean isHeldBack() {
            return isHeldBack;
        }
    }

    @Test
    void aSaleWakesTheLoop() throws InterruptedException {
        Hourly step = new Hourly(false);
        try (SyncLoop loop = new SyncLoop("test", step)) {
            loop.start();
            assertThat(step.runs.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
            loop.wake();
            assertThat(step.runs.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothingCutsShortWhatTheServerAskedFor() throws InterruptedException {
        Hourly step = new Hourly(true);
        try (SyncLoop loop = new SyncLoop("test", step)) {
            loop.start();
            assertThat(step.runs.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
            loop.wake();
        }
        assertThat(step.count.get()).isEqualTo(1);
    }

    @Test
    void aLoopThatIsClosedEndsItsThread() {
        CountDownLatch never = new CountDownLatch(1);
        SyncLoop loop =
                new SyncLoop(
                        "test",
                        () -> {
                            never.countDown();
                            return Duration.ofHours(1);
                        });
        loop.start();
        loop.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("test") && thread.isAlive());
    }
}
