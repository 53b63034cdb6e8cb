package kmmotos.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.http.IdempotencyKeys;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes once an hour what nobody needs any more, so that nothing grows without bound. Every node
/// may do it; a row is removed once.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final ScheduledExecutorService timer;
    private final List<Runnable> chores;

    private Housekeeping(List<Runnable> chores) {
        this.chores = chores;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("housekeeping").factory());
    }

    static Housekeeping start(Database database, SignIn signIn) {
        Housekeeping housekeeping =
                new Housekeeping(
                        List.of(
                                () -> FeedStore.sweep(database),
                                () -> new IdempotencyKeys(database).sweep(),
                                signIn::sweep));
        var _ =
                housekeeping.timer.scheduleWithFixedDelay(
                        housekeeping::sweep,
                        PERIOD.toSeconds(),
                        PERIOD.toSeconds(),
                        TimeUnit.SECONDS);
        return housekeeping;
    }

    private void sweep() {
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (RuntimeException e) {
                // A timer whose task throws never runs it again.
                LOG.warn("housekeeping failed; it is tried again in an hour", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
