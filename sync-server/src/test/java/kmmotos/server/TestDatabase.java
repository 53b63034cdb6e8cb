package kmmotos.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.server.storage.DatabaseAddress;

/// A fresh, empty database on the one real PostgreSQL that all tests of this JVM share.
public record TestDatabase(String name, DatabaseAddress address) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        try {
            return new TestDatabase(name, Shared.CLUSTER.database(name));
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    /// A connection as the application's role, which row-level security binds.
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.application().user(), address.application().password());
    }

    /// A connection as superuser, which sees all.
    public Connection asSuperuser() throws SQLException {
        return Shared.CLUSTER.connect(name);
    }

    /// A connection as superuser to any database of the server that tests use.
    public static Connection connectAsSuperuser(String database) throws SQLException {
        return Shared.CLUSTER.connect(database);
    }

    /// Started on first use.
    private static final class Shared {

        static final TestCluster CLUSTER = TestCluster.chosen();
    }
}
