package kmmotos.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.http.IdempotencyKeys;
import kmmotos.server.identity.MailedTokens;
import kmmotos.server.identity.SignIn;
import kmmotos.server.mails.Outbox;
import kmmotos.server.search.Search;
import kmmotos.server.shortages.ShortageNews;
import kmmotos.server.stock.SellRates;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.CopiedTills;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what has to be done now and then: every few seconds tells tills what the database alone has
/// noticed; once an hour removes what nobody needs any more, so that nothing grows without bound.
/// Every node may do it; a row is told or removed once.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final ScheduledExecutorService timer;

    private Housekeeping() {
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("housekeeping").factory());
    }

    static Housekeeping start(Database database, SignIn signIn, Search search, Clock clock) {
        Housekeeping housekeeping = new Housekeeping();
        housekeeping.every(
                SOON,
                List.of(
                        () -> ShortageNews.tell(database, clock.instant()),
                        () -> CopiedTills.look(database, clock.instant()),
                        search::writeMisses));
        housekeeping.every(
                PERIOD,
                List.of(
                        () -> SellRates.refresh(database, clock.instant()),
                        () -> FeedStore.sweep(database),
                        () -> new IdempotencyKeys(database).sweep(),
                        search::sweep,
                        signIn::sweep,
                        () -> Outbox.sweep(database, clock.instant()),
                        () -> MailedTokens.sweep(database, clock.instant())));
        return housekeeping;
    }

    private void every(Duration period, List<Runnable> chores) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> run(chores),
                        period.toSeconds(),
                        period.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private static void run(List<Runnable> chores) {
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (RuntimeException e) {
                // A timer whose task throws never runs it again.
                LOG.warn("housekeeping failed; it is tried again in the next round", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
