package kmmotos.server.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kmmotos.server.storage.DatabaseAddress.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL server in the data folder, started and stopped with this process. It listens
/// on the loopback only, asks for passwords and forces every commit to disk.
public final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final String PASSWORDS_ONLY =
            "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final Login superuser;

    private LocalPostgres(DataFolder folder, EmbeddedPostgres server, Login superuser) {
        this.folder = folder;
        this.server = server;
        this.superuser = superuser;
    }

    /// Starts the server on the folder's data, which it makes when there is none.
    ///
    /// @param port 0 for any free port
    /// @param archiveCommand what PostgreSQL runs for each finished piece of its log; empty for
    ///   none
    public static LocalPostgres start(DataFolder folder, int port, String archiveCommand) {
        LocalPostgres postgres = start(folder, port);
        if (!postgres.archive(archiveCommand)) {
            return postgres;
        }
        postgres.close();
        return start(folder, port);
    }

    /// @return whether it takes a new start
    private boolean archive(String command) {
        String mode = command.isEmpty() ? "off" : "on";
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean another =
                    !exists(
                            statement,
                            "select 1 where current_setting('archive_mode') = '" + mode + "'");
            statement.execute("alter system set archive_mode = " + mode);
            statement.execute(
                    "alter system set archive_command = " + statement.enquoteLiteral(command));
            statement.execute("alter system set archive_timeout = '5min'");
            statement.execute("select pg_reload_conf()");
            return another;
        } catch (SQLException e) {
            throw new StorageFailed("the embedded PostgreSQL can't be told how to archive", e);
        }
    }

    /// Starts the server without an archive.
    public static LocalPostgres start(DataFolder folder, int port) {
        Path cluster = folder.path().resolve("postgres");
        stopLeftOver(cluster);
        Login superuser = login(folder, "postgres");
        try {
            LocalPostgres postgres =
                    new LocalPostgres(
                            folder, builder(folder, cluster, port, superuser).start(), superuser);
            postgres.askForPasswords(cluster);
            return postgres;
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL in "
                            + cluster
                            + " did not start: "
                            + e.getMessage()
                            + ". Its log is in "
                            + folder.path().resolve("postgres.log")
                            + ".",
                    e);
        }
    }

    /// The address of one database of this server; the database and both roles are made when
    /// missing.
    public DatabaseAddress database(String name) {
        Login owner = login(folder, "km_owner");
        Login application = login(folder, "km_app");
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            ensureRole(statement, owner);
            ensureRole(statement, application);
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute(
                        "create database " + name + " owner " + owner.user() + " encoding 'UTF8'");
            }
        } catch (SQLException e) {
            throw new StorageFailed("database " + name + " can't be made", e);
        }
        return new DatabaseAddress(url(name), owner, application);
    }

    /// A connection as superuser, for set-up and for tests that look underneath.
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser.user(), superuser.password());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StorageFailed("the embedded PostgreSQL did not stop", e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static EmbeddedPostgres.Builder builder(
            DataFolder folder, Path cluster, int port, Login superuser) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.path().resolve("postgres.log").toFile());
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(cluster)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_WAIT)
                        .setConnectConfig("password", superuser.password())
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        // Each page that changes after a checkpoint is written to the log whole,
                        // so a checkpoint twice a minute doubles what a busy server writes.
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("log_timezone", "UTC")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setErrorRedirector(log)
                        .setOutputRedirector(log);
        return port == 0 ? builder : builder.setPort(port);
    }

    /// The binaries make a cluster that trusts every local user. From here on it wants passwords.
    private void askForPasswords(Path cluster) throws IOException {
        Path rules = cluster.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(PASSWORDS_ONLY)) {
            return;
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + superuser.password() + "'");
            Files.writeString(rules, PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new StorageFailed("the embedded PostgreSQL can't be closed to others", e);
        }
    }

    private static Login login(DataFolder folder, String user) {
        return new Login(user, folder.secret("database-" + user, LocalPostgres::newPassword));
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void ensureRole(Statement statement, Login login) throws SQLException {
        String verb =
                exists(statement, "select 1 from pg_roles where rolname = '" + login.user() + "'")
                        ? "alter"
                        : "create";
        statement.execute(
                verb
                        + " role "
                        + login.user()
                        + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + login.password()
                        + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    /// After `kill -9` of this process its PostgreSQL keeps running and holds the cluster. We have
    /// the folder's lock, so nobody else uses it: stop it and start afresh.
    private static void stopLeftOver(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            Optional<ProcessHandle> leftOver = postmaster(lines, cluster);
            if (leftOver.isPresent()) {
                LOG.warn(
                        "stopping a PostgreSQL that outlived its server, pid {}", lines.getFirst());
                stop(leftOver.get());
            }
            // The pid may belong to somebody else's process by now, and PostgreSQL would not start.
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused(
                    "The PostgreSQL left over in " + cluster + " can't be stopped: " + e, e);
        }
    }

    private static Optional<ProcessHandle> postmaster(List<String> pidFile, Path cluster) {
        if (pidFile.size() < 2 || !Path.of(pidFile.get(1)).equals(cluster)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    /// SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for its clients.
    private static void stop(ProcessHandle postmaster) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                .redirectErrorStream(true)
                .start()
                .onExit()
                .join();
        try {
            var _ = postmaster.onExit().orTimeout(STOP_WAIT.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new IOException("pid " + postmaster.pid() + " does not end", e);
            }
            throw e;
        }
    }
}
