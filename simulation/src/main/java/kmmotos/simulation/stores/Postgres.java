package kmmotos.simulation.stores;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.DatabaseAddress.Login;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StorageFailed;

/// The PostgreSQL server on which runs make their databases.
sealed interface Postgres extends AutoCloseable {

    /// Where a database is; it need not be there yet.
    DatabaseAddress address(String database);

    /// A connection as superuser.
    Connection connect(String database) throws SQLException;

    @Override
    void close();

    /// Makes a database anew, empty or as another one is.
    default void create(String database, String template) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute(
                    "create database %s owner %s template %s"
                            .formatted(database, owner(), template));
            // Nobody cuts the power of a run, and its commits are many.
            statement.execute("alter database " + database + " set synchronous_commit = off");
        } catch (SQLException e) {
            throw new StorageFailed("database " + database + " can't be made", e);
        }
    }

    default void drop(String database) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        } catch (SQLException e) {
            throw new StorageFailed("database " + database + " can't be dropped", e);
        }
    }

    private String owner() {
        return address("postgres").owner().user();
    }

    /// The one that the server brings along.
    static Postgres embedded(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return new Embedded(data, LocalPostgres.start(data, 0));
    }

    /// One that runs already.
    ///
    /// @param url of any database, with a superuser's `user` and `password`
    static Postgres at(String url) {
        return new External(url);
    }

    /// Stopped when closed.
    record Embedded(DataFolder folder, LocalPostgres postgres) implements Postgres {

        @Override
        public DatabaseAddress address(String database) {
            return postgres.database(database);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return postgres.connect(database);
        }

        @Override
        public void close() {
            postgres.close();
            folder.close();
        }
    }

    /// Goes on when closed.
    record External(String url) implements Postgres {

        private static final Login OWNER = new Login("km_owner", "owner of tests");
        private static final Login APPLICATION = new Login("km_app", "application of tests");

        @Override
        public DatabaseAddress address(String database) {
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                ensure(statement, OWNER);
                ensure(statement, APPLICATION);
            } catch (SQLException e) {
                throw new StorageFailed("the database's roles can't be made", e);
            }
            String address = url(database);
            return new DatabaseAddress(
                    address.substring(0, address.indexOf('?')), OWNER, APPLICATION);
        }

        private static void ensure(Statement statement, Login login) throws SQLException {
            statement.execute(
                    ("do $$ begin create role %s login; exception when duplicate_object then null;"
                                    + " end $$")
                            .formatted(login.user()));
            statement.execute(
                    "alter role %s password '%s'".formatted(login.user(), login.password()));
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database));
        }

        private String url(String database) {
            return url.replaceFirst("/[^/?]*\\?", "/" + database + "?");
        }

        @Override
        public void close() {
            // It was there before and stays.
        }
    }
}
