package kmmotos.server.backup;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again how far the backup has come, and tells which entries of the tills'
/// journals are safe (rule R2: a till frees only those). In doubt nothing is safe. Every node may
/// do it; the one that holds the row of the state works.
public final class BackupWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupWatch.class);
    private static final Caller CALLER = new Caller.Server("backup");
    private static final Duration CHECK_PATIENCE = Duration.ofMinutes(5);

    private final Database database;
    private final BackupPlan plan;
    private final Clock clock;
    private final BackupStore store = new BackupStore();
    private final ScheduledExecutorService timer;

    private BackupWatch(Database database, BackupPlan plan, Clock clock) {
        this.database = database;
        this.plan = plan;
        this.clock = clock;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("backup-watch").factory());
    }

    public static BackupWatch start(Database database, BackupPlan plan, Clock clock) {
        BackupWatch watch = new BackupWatch(database, plan, clock);
        var _ =
                watch.timer.scheduleWithFixedDelay(
                        watch::lookSafely, 0, plan.every().toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// One look, which a database that is away must not make the last.
    private void lookSafely() {
        try {
            look();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the backup could not be looked at, next time as usual: {}", e.toString());
        }
    }

    private void look() throws InterruptedException {
        if (plan.proof() == Proof.NONE) {
            database.execute(
                    CALLER,
                    session -> {
                        if (store.lock(session).saysAnything()) {
                            store.forget(session);
                        }
                    });
            return;
        }
        Optional<Mark> mark = database.inTransaction(CALLER, session -> store.lock(session).mark());
        // No transaction is open while a program looks at the archive: that may take minutes.
        Finding finding = mark.isPresent() ? find(mark.get()) : new Finding.Waiting();
        database.execute(
                CALLER,
                session -> {
                    Optional<Mark> now = store.lock(session).mark();
                    if (now.isPresent() && now.equals(mark)) {
                        settle(session, now.get(), finding);
                    }
                });
        database.execute(
                CALLER,
                session -> {
                    if (store.lock(session).mark().isEmpty()) {
                        store.mark(session, clock.instant());
                    }
                });
    }

    private void settle(StatelessSession session, Mark mark, Finding finding) {
        switch (finding) {
            case Finding.Proven(String by) -> store.prove(session, mark, by);
            case Finding.Waiting _ -> note(session, "");
            case Finding.Broken(String why) -> note(session, why);
        }
    }

    /// Once for each problem: the same one comes back every minute.
    private void note(StatelessSession session, String problem) {
        if (store.note(session, problem) && !problem.isEmpty()) {
            LOG.warn("the backup stands still: {}", problem);
        }
    }

    private Finding find(Mark mark) throws InterruptedException {
        return switch (plan.proof()) {
            case NONE -> new Finding.Waiting();
            case ARCHIVE -> inArchive(mark);
            case STANDBY -> atStandby(mark);
        };
    }

    private Finding inArchive(Mark mark) throws InterruptedException {
        BackupStore.Archive archive = database.inTransaction(CALLER, store::archive);
        if (!archive.on()) {
            return new Finding.Broken(
                    "PostgreSQL archives nothing: set archive_mode and archive_command.");
        }
        if (mark.isIn(archive.last())) {
            return new BackupCheck(plan.check(), CHECK_PATIENCE)
                    .upTo(archive.last(), archive.fileBytes());
        }
        return archive.failing().isEmpty()
                ? new Finding.Waiting()
                : new Finding.Broken(
                        "PostgreSQL can't archive "
                                + archive.failing()
                                + ": its log tells why archive_command fails.");
    }

    private Finding atStandby(Mark mark) {
        BackupStore.Standbys standbys =
                database.inTransaction(CALLER, session -> store.standbys(session, mark));
        if (!standbys.visible()) {
            return new Finding.Broken(
                    "This server may not see the standbys: grant pg_read_all_stats to the"
                            + " application's database role.");
        }
        if (standbys.connected() == 0) {
            return new Finding.Broken("No synchronous standby is connected.");
        }
        return standbys.covered()
                ? new Finding.Proven("%d synchronous standby".formatted(standbys.connected()))
                : new Finding.Waiting();
    }
}
