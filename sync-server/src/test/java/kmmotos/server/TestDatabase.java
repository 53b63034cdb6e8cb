package kmmotos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.LocalPostgres;

/// A fresh, empty database on the one real PostgreSQL that all tests of this JVM share.
public record TestDatabase(String name, DatabaseAddress address) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        return new TestDatabase(name, Shared.POSTGRES.database(name));
    }

    /// A connection as the application's role, which row-level security binds.
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.application().user(), address.application().password());
    }

    /// A connection as superuser, which sees all.
    public Connection asSuperuser() throws SQLException {
        return Shared.POSTGRES.connect(name);
    }

    /// Started on first use, stopped and removed with the JVM.
    private static final class Shared {

        static final LocalPostgres POSTGRES = start();

        private static LocalPostgres start() {
            try {
                Path folder = Files.createTempDirectory("km-test-postgres");
                DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0);
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    postgres.close();
                                    data.close();
                                    delete(folder);
                                }));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
