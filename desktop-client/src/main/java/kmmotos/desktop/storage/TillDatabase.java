package kmmotos.desktop.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/// The till's H2 file, encrypted, with every commit written through at once.
///
/// H2 never forces a commit to disk, so after a power cut it may be older than the journal or even
/// unreadable. That is why it is only a projection: what is missing is applied again at start, and
/// a broken file is put aside and built anew.
///
/// Writers take turns ([#inTransaction]); readers ([#read]) never wait for them.
public final class TillDatabase implements AutoCloseable {
    private final Path file;
    private final JdbcConnectionPool pool;
    private final SessionFactory sessions;
    private final ReentrantLock writer = new ReentrantLock();

    private TillDatabase(Path file, JdbcConnectionPool pool, SessionFactory sessions) {
        this.file = file;
        this.pool = pool;
        this.sessions = sessions;
    }

    /// Opens the database and brings its tables up to date.
    ///
    /// @param file without the ending `.mv.db`
    /// @param rows every table class
    /// @throws StorageFailed if the file can't be opened
    public static TillDatabase open(Path file, String key, List<Class<?>> rows) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url(file, key), "till", key);
        try {
            Files.createDirectories(file.resolveSibling("."));
            migrate(pool);
            return new TillDatabase(file, pool, sessions(pool, rows));
        } catch (FlywayException | HibernateException | IOException e) {
            pool.dispose();
            throw new StorageFailed("the database %s can't be opened: %s".formatted(file, e), e);
        }
    }

    /// As [#open]; a file that can't be opened is moved out of the way, and the database is empty.
    ///
    /// @param wasPutAside is told where the broken file is kept
    public static TillDatabase openOrPutAside(
            Path file, String key, List<Class<?>> rows, Consumer<Path> wasPutAside) {
        try {
            return open(file, key, rows);
        } catch (StorageFailed broken) {
            wasPutAside.accept(putAside(file));
            return open(file, key, rows);
        }
    }

    /// WRITE_DELAY stands in the URL, because as a setting it is forgotten at the next opening.
    private static String url(Path file, String key) {
        return "jdbc:h2:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000"
                .formatted(EncryptedPath.of(file, key));
    }

    private static void migrate(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:kmmotos/desktop/storage/migrations")
                .load()
                .migrate();
    }

    private static SessionFactory sessions(DataSource pool, List<Class<?>> rows) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.setProperty("hibernate.jdbc.batch_size", "100");
        configuration.setProperty(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
        configuration.setProperty("hibernate.jdbc.time_zone", "UTC");
        rows.forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }

    /// One transaction: it commits when the work returns and leaves nothing behind when it throws.
    public <T> T inTransaction(Function<StatelessSession, T> work) {
        writer.lock();
        try {
            return read(work);
        } finally {
            writer.unlock();
        }
    }

    public void write(Consumer<StatelessSession> work) {
        Boolean _ =
                inTransaction(session -> {
                    work.accept(session);
                    return Boolean.TRUE;
                });
    }

    /// Reads in one transaction, without waiting for a writer.
    public <T> T read(Function<StatelessSession, T> work) {
        try {
            return sessions.fromStatelessTransaction(work);
        } catch (HibernateException e) {
            dropDeadConnections();
            throw new StorageFailed("the database failed: " + e.getMessage(), e);
        }
    }

    /// Writes a copy of the database as it is now, enciphered as it is. Readers go on; writers
    /// wait, so that the file stands still: a commit is in it when it returns.
    ///
    /// @param other without the ending `.mv.db`
    public void copyTo(Path other) {
        writer.lock();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
            Files.createDirectories(other.resolveSibling("."));
            Files.copy(withEnding(file), withEnding(other));
        } catch (SQLException | IOException e) {
            throw new StorageFailed("the database could not be copied: " + e.getMessage(), e);
        } finally {
            writer.unlock();
        }
    }

    private static Path withEnding(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    /// A full disk makes H2 close the database under its connections. Once they are gone the next
    /// caller opens it anew, so the till goes on as soon as there is room.
    private void dropDeadConnections() {
        int dead = 0;
        while (dead < pool.getMaxConnections() && !isAlive()) {
            dead++;
        }
    }

    private boolean isAlive() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /// Forces everything written so far to the disk, and gives back the room of pages that are no
    /// longer used: of those of a first snapshot one in four still is.
    @Override
    public void close() {
        sessions.close();
        try {
            shutDown();
        } finally {
            pool.dispose();
        }
    }

    /// A plain SHUTDOWN gives up after 0.2 s and leaves what is younger than 45 s: a snapshot that
    /// was just stored would stay at its size.
    private void shutDown() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw new StorageFailed("the database could not be closed: " + e, e);
        }
    }

    public Path file() {
        return file;
    }

    /// Moves a database that can't be opened out of the way, so that a new one can be built.
    ///
    /// @return where it is kept
    public static Path putAside(Path file) {
        Path broken = withEnding(file);
        Path kept = file.resolveSibling(file.getFileName() + ".broken");
        try {
            for (int i = 2; Files.exists(kept); i++) {
                kept = file.resolveSibling(file.getFileName() + ".broken-" + i);
            }
            return Files.exists(broken) ? Files.move(broken, kept) : kept;
        } catch (IOException e) {
            throw new StorageFailed("the broken database can't be put aside: " + e, e);
        }
    }
}
