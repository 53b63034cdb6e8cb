package kmmotos.server.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kmmotos.server.storage.Database;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes the feed requests that wait on this node when any node published something: one LISTEN per
/// node. A notification may be lost, so whoever waits looks again after a while anyway.
public final class FeedWakeUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWakeUp.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread listener;
    private long version;
    private boolean closed;

    private FeedWakeUp(Database database) {
        this.database = database;
        this.listener = Thread.ofPlatform().daemon().name("feed-listen").unstarted(this::listen);
    }

    public static FeedWakeUp start(Database database) {
        FeedWakeUp wakeUp = new FeedWakeUp(database);
        wakeUp.listener.start();
        return wakeUp;
    }

    /// Which news was heard of so far; take it before reading the feed.
    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is news after that version, or this long. Answers false when the server
    /// stops.
    public boolean await(long after, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (version == after && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
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
                tell();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                LOG.warn(
                        "the feed's LISTEN is down, waiting feeds look by themselves: {}",
                        e.toString());
                rest();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!isClosed()) {
            PGNotification[] heard = connection.getNotifications(LISTEN_MILLIS);
            if (heard != null && heard.length > 0) {
                tell();
            }
        }
    }

    private void tell() {
        lock.lock();
        try {
            version++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits before listening anew.
    private void rest() {
        try {
            boolean _ = await(version(), RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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
