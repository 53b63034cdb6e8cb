package kmmotos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.DatabaseAddress.Login;
import kmmotos.server.storage.LocalPostgres;

/// The PostgreSQL server on which tests make their databases: the embedded one, or the one that
/// `KM_TEST_DATABASE_URL` names with a superuser's login (`.ci/with-postgres` sets it).
interface TestCluster {

    /// A new database with its two roles.
    DatabaseAddress database(String name) throws SQLException;

    /// A connection as superuser.
    Connection connect(String database) throws SQLException;

    static TestCluster chosen() {
        String url = System.getenv().getOrDefault("KM_TEST_DATABASE_URL", "");
        return url.isEmpty() ? Embedded.start() : new External(url);
    }

    /// The one that the server brings along; stopped and removed with the JVM.
    record Embedded(LocalPostgres postgres) implements TestCluster {

        static Embedded start() {
            try {
                Path folder = Files.createTempDirectory("km-test-postgres");
                DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0, "/bin/true");
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    postgres.close();
                                    data.close();
                                    delete(folder);
                                }));
                return new Embedded(postgres);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public DatabaseAddress database(String name) {
            return postgres.database(name);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return postgres.connect(database);
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// One that runs already.
    ///
    /// @param url of any database, with a superuser's `user` and `password`
    record External(String url) implements TestCluster {

        private static final Login OWNER = new Login("km_owner", "owner of tests");
        private static final Login APPLICATION = new Login("km_app", "application of tests");

        @Override
        public DatabaseAddress database(String name) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                ensure(statement, OWNER);
                ensure(statement, APPLICATION);
                statement.execute("drop database if exists " + name);
                statement.execute("create database " + name + " owner " + OWNER.user());
            }
            String address = url(name);
            return new DatabaseAddress(
                    address.substring(0, address.indexOf('?')), OWNER, APPLICATION);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database));
        }

        private static void ensure(Statement statement, Login login) throws SQLException {
            statement.execute(
                    "do $$ begin create role %s login; exception when duplicate_object then null; end $$"
                            .formatted(login.user()));
            statement.execute(
                    "alter role %s password '%s'".formatted(login.user(), login.password()));
        }

        private String url(String database) {
            return url.replaceFirst("/[^/?]*\\?", "/" + database + "?");
        }

        @Override
        public String toString() {
            return url.replaceFirst("\\?.*", "");
        }
    }
}
