package kmmotos.desktop.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one step after another on a thread of its own, waiting in between as long as the step said
/// or until it is woken.
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final SyncStep step;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean isWoken;
    private boolean isClosed;

    public SyncLoop(String name, SyncStep step) {
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::loop);
    }

    public void start() {
        thread.start();
    }

    /// Makes the next step come at once, unless the server asked to wait; a step that is running is
    /// followed by another.
    public void wake() {
        if (step.isHeldBack()) {
            return;
        }
        lock.lock();
        try {
            isWoken = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            while (pause(stepOnce())) {
                LOG.trace("next step");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration stepOnce() {
        try {
            return step.run();
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LOG.error("the sync failed; selling goes on, the sync is tried again", e);
            }
            return AFTER_A_BUG;
        }
    }

    /// @return false when it was closed
    private boolean pause(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (!isClosed && !isWoken && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
            isWoken = false;
            return !isClosed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    /// Asks the thread to end; [#close] waits for it.
    public void stop() {
        lock.lock();
        try {
            isClosed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            if (!thread.join(CLOSING)) {
                thread.interrupt();
                boolean _ = thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
