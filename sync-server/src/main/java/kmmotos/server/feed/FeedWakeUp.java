package kmmotos.server.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Database;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes the feed requests that wait on this node for scopes in which any node published something:
/// one LISTEN per node, whose notifications name the scope. A notification may be lost, so every
/// few seconds the node compares the scopes' counters with what they were; thousands of tills that
/// wait cost one question.
public final class FeedWakeUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWakeUp.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Database database;
    private final Duration poll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Map<Scope, Set<Watch>> watches = new HashMap<>();
    private final Map<Scope, Long> counters = new HashMap<>();
    private final Thread listener;
    private boolean closed;

    private FeedWakeUp(Database database, Duration poll) {
        this.database = database;
        this.poll = poll;
        this.listener = Thread.ofPlatform().daemon().name("feed-listen").unstarted(this::listen);
    }

    /// @param poll how often the counters are compared
    public static FeedWakeUp start(Database database, Duration poll) {
        FeedWakeUp wakeUp = new FeedWakeUp(database, poll);
        wakeUp.listener.start();
        return wakeUp;
    }

    /// Waits for news in some scopes; to be opened before the feed is read, so that what comes in
    /// between is not passed over.
    public final class Watch implements AutoCloseable {

        private final List<Scope> scopes;
        private final Condition changed = lock.newCondition();
        private boolean news;

        private Watch(Collection<Scope> scopes) {
            this.scopes = List.copyOf(scopes);
        }

        /// Waits until there was news since this was opened or waited for last, or this long.
        /// Answers false when the server stops.
        public boolean await(Duration atMost) throws InterruptedException {
            long left = atMost.toNanos();
            lock.lock();
            try {
                while (!news && !closed && left > 0) {
                    left = changed.awaitNanos(left);
                }
                news = false;
                return !closed;
            } finally {
                lock.unlock();
            }
        }

        /// Whether there was news that was not waited for yet.
        boolean isTold() {
            lock.lock();
            try {
                return news;
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            news = true;
            changed.signal();
        }

        @Override
        public void close() {
            lock.lock();
            try {
                scopes.forEach(scope -> watches.computeIfPresent(scope, this::without));
            } finally {
                lock.unlock();
            }
        }

        @SuppressWarnings("NullAway") // no watches, no entry
        private Set<Watch> without(Scope scope, Set<Watch> all) {
            all.remove(this);
            return all.isEmpty() ? null : all;
        }
    }

    public Watch watch(Collection<Scope> scopes) {
        Watch watch = new Watch(scopes);
        lock.lock();
        try {
            watch.scopes.forEach(
                    scope -> watches.computeIfAbsent(scope, _ -> new HashSet<>()).add(watch));
            return watch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        tellAll();
        try {
            listener.join(RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!isClosed()) {
            try (Connection connection = database.listener();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + Feed.CHANNEL);
                tellAll();
                hear(connection.unwrap(PGConnection.class), statement);
            } catch (SQLException e) {
                LOG.warn(
                        "the feed's LISTEN is down, waiting feeds look by themselves: {}",
                        e.toString());
                tellAll();
                rest();
            }
        }
    }

    private void hear(PGConnection connection, Statement statement) throws SQLException {
        long compared = System.nanoTime();
        while (!isClosed()) {
            PGNotification[] heard = connection.getNotifications(LISTEN_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    tell(new Scope(one.getParameter()));
                }
            }
            if (System.nanoTime() - compared >= poll.toNanos()) {
                compared = System.nanoTime();
                compareCounters(statement);
            }
        }
    }

    /// Tells of the scopes that were published to since the last time.
    private void compareCounters(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select scope, n from feed_scope")) {
            while (rows.next()) {
                Scope scope = new Scope(rows.getString("scope"));
                Long n = rows.getLong("n");
                if (!n.equals(counters.put(scope, n))) {
                    tell(scope);
                }
            }
        }
    }

    private void tell(Scope scope) {
        lock.lock();
        try {
            watches.getOrDefault(scope, Set.of()).forEach(Watch::wake);
        } finally {
            lock.unlock();
        }
    }

    private void tellAll() {
        lock.lock();
        try {
            watches.values().forEach(all -> all.forEach(Watch::wake));
        } finally {
            lock.unlock();
        }
    }

    /// Waits before listening anew.
    private void rest() {
        long left = RETRY.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
