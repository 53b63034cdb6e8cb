package kmmotos.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.resource.transaction.spi.TransactionStatus;

/// The server's database: migrated on opening, then used through transactions that carry their
/// caller.
///
/// The application's role is neither superuser nor exempt from row-level security; opening refuses
/// a role that is. Each transaction first sets subject, role and stores for itself only, so a
/// pooled connection never carries one caller's rights to the next.
public final class Database implements AutoCloseable {

    private static final String SET_CALLER =
            "select set_config('km.role', ?, true), set_config('km.subject', ?, true),"
                    + " set_config('km.stores', ?, true)";

    private static final String IS_PRIVILEGED =
            "select r.rolsuper or r.rolbypassrls or exists (select 1 from pg_class c where"
                    + " c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and"
                    + " pg_has_role(current_user, c.relowner, 'USAGE')) from pg_roles r where"
                    + " r.rolname = current_user";

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final SessionFactory sessions;

    private Database(DatabaseAddress address, HikariDataSource pool, SessionFactory sessions) {
        this.address = address;
        this.pool = pool;
        this.sessions = sessions;
    }

    /// Migrates the database and opens a pool of connections to it.
    ///
    /// @param rows the entity classes of all features
    public static Database open(
            DatabaseAddress address, int poolSize, List<Class<?>> rows, MeterRegistry meters) {
        migrate(address);
        HikariDataSource pool = pool(address, poolSize, meters);
        try {
            refuseAPrivilegedRole(pool);
            return new Database(address, pool, sessions(pool, rows));
        } catch (SQLException e) {
            pool.close();
            throw unreachable(address, address.application(), e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /// Runs one transaction on the caller's behalf: commits when the work returns, rolls back when
    /// it throws.
    public <T> T inTransaction(Caller caller, Function<StatelessSession, T> work) {
        return transact(caller, "", work);
    }

    /// As [#inTransaction], for work without a result.
    public void execute(Caller caller, Consumer<StatelessSession> work) {
        boolean _ =
                transact(
                        caller,
                        "",
                        session -> {
                            work.accept(session);
                            return true;
                        });
    }

    /// Runs a read that sees one moment throughout, however long it takes.
    public <T> T inSnapshot(Caller caller, Function<StatelessSession, T> work) {
        return transact(caller, "set transaction isolation level repeatable read read only", work);
    }

    /// A connection outside the pool, for LISTEN.
    public Connection listener() throws SQLException {
        return java.sql.DriverManager.getConnection(
                address.url(), address.application().user(), address.application().password());
    }

    /// Whether the database answers.
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }

    private <T> T transact(Caller caller, String mode, Function<StatelessSession, T> work) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            try {
                session.doWork(connection -> prepare(connection, caller, mode));
                T result = work.apply(session);
                Deed.current().ifPresent(deed -> deed.keep(session));
                commit(transaction);
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(transaction, e);
                throw e;
            }
        }
    }

    /// Hibernate rolls back without a word what a failed statement has marked. Whoever called would
    /// take it for done.
    private static void commit(Transaction transaction) {
        if (transaction.getRollbackOnly()) {
            throw new IllegalStateException("a failure was passed over; nothing is committed");
        }
        transaction.commit();
        if (transaction.getStatus() != TransactionStatus.COMMITTED) {
            throw new IllegalStateException("not committed but " + transaction.getStatus());
        }
    }

    private static void rollBack(Transaction transaction, Throwable cause) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            // The first failure is the one to tell; a lost connection fails here a second time.
            cause.addSuppressed(e);
        }
    }

    private static void prepare(Connection connection, Caller caller, String mode)
            throws SQLException {
        if (!mode.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(mode);
            }
        }
        StatementCount.sent();
        try (var statement = connection.prepareStatement(SET_CALLER)) {
            statement.setString(1, caller.databaseRole());
            statement.setString(2, caller.databaseSubject());
            statement.setString(3, caller.databaseStores());
            statement.execute();
        }
    }

    private static void migrate(DatabaseAddress address) {
        try {
            var _ =
                    Flyway.configure()
                            .dataSource(
                                    address.url(),
                                    address.owner().user(),
                                    address.owner().password())
                            .locations("classpath:db/migration")
                            .placeholders(java.util.Map.of("app", address.application().user()))
                            .load()
                            .migrate();
        } catch (FlywayException e) {
            if (StorageFailed.sqlState(e).filter(Database::isConnection).isPresent()) {
                throw unreachable(address, address.owner(), e);
            }
            throw new StartRefused("The database can't be brought up to date: " + firstLine(e), e);
        }
    }

    private static HikariDataSource pool(
            DatabaseAddress address, int poolSize, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("km");
        config.setJdbcUrl(address.url());
        config.setUsername(address.application().user());
        config.setPassword(address.application().password());
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(10_000);
        config.setAutoCommit(false);
        config.setMetricRegistry(meters);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "km-motos");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unreachable(address, address.application(), e);
        }
    }

    private static SessionFactory sessions(HikariDataSource pool, List<Class<?>> rows) {
        Configuration configuration = new Configuration();
        rows.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        configuration.setProperty(
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
        configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "100");
        configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "none");
        return configuration.buildSessionFactory();
    }

    /// Row-level security binds neither superusers nor a table's owner.
    private static void refuseAPrivilegedRole(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(IS_PRIVILEGED)) {
            if (!found.next() || found.getBoolean(1)) {
                throw new StartRefused(
                        "The application's database role must be neither superuser nor BYPASSRLS"
                                + " nor owner of the tables: row-level security would protect"
                                + " nobody. Choose another with km.database.app-user.");
            }
        }
    }

    private static boolean isConnection(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("28") || sqlState.equals("3D000");
    }

    private static StartRefused unreachable(
            DatabaseAddress address, DatabaseAddress.Login login, Throwable cause) {
        return new StartRefused(
                "The database "
                        + address.url().replaceFirst("\\?.*", "")
                        + " can't be used as "
                        + login.user()
                        + ": "
                        + firstLine(cause),
                cause);
    }

    /// What the database said, where it said something: Flyway's own words tell less.
    private static String firstLine(Throwable failure) {
        Throwable told = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                told = cause;
            }
        }
        return String.valueOf(told.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no reason given");
    }
}
