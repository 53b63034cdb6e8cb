package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL of the system's own package, for drills that end it: base backup, archive, restore,
/// standby. It trusts whoever is on this machine, so it never holds anything of worth.
final class PostgresCluster implements AutoCloseable {
    static final Path TOOLS =
            Path.of(System.getenv().getOrDefault("KM_POSTGRES_BIN", "/usr/lib/postgresql/15/bin"));
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path data;
    private final int port = freePort();

    private PostgresCluster(Path data) {
        this.data = data;
    }

    static boolean toolsAreHere() {
        return Files.isExecutable(TOOLS.resolve("initdb"))
                && Files.isExecutable(TOOLS.resolve("pg_basebackup"));
    }

    /// A folder that PostgreSQL's user may use: programs of PostgreSQL refuse root.
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "km-drill");
            if (IS_ROOT) {
                Shell.run(List.of("chown", "postgres:postgres", folder.toString()));
            }
            Shell.run(List.of("chmod", "755", folder.toString()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresCluster make(Path data, String... settings) {
        PostgresCluster cluster = new PostgresCluster(data);
        cluster.tool(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        cluster.set(settings);
        return cluster.endingWithThisProcess();
    }

    /// Its processes are not ours: Ctrl+C would leave them running.
    private PostgresCluster endingWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-postgres"));
        return this;
    }

    /// A standby that follows another cluster; not started yet.
    static PostgresCluster standbyOf(PostgresCluster primary, Path data) {
        PostgresCluster standby = new PostgresCluster(data);
        standby.tool(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(primary.port),
                "-U",
                "postgres",
                "-D",
                data.toString(),
                "-R",
                "--checkpoint=fast");
        standby.set();
        return standby.endingWithThisProcess();
    }

    /// Adds lines to `postgresql.conf`.
    void set(String... settings) {
        List<String> lines = new ArrayList<>(List.of(settings));
        lines.add("port = " + port);
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("unix_socket_directories = ''");
        try {
            Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        tool("pg_ctl", "-D", data.toString(), "-w", "-t", "120", "-l", data + ".log", "start");
    }

    boolean isRunning() {
        return Shell.succeeds(
                as(TOOLS.resolve("pg_ctl").toString(), "-D", data.toString(), "status")
                        .toArray(String[]::new));
    }

    /// Its own notes on whether it runs may be gone or wrong after its disk was full.
    void startAfterACrash() {
        Shell.run(List.of("rm", "-f", data.resolve("postmaster.pid").toString()));
        start();
    }

    /// Without a last word to disk or standby.
    void stopAtOnce() {
        tool("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    void promote() {
        tool("pg_ctl", "-D", data.toString(), "-w", "promote");
    }

    void destroy() {
        stopAtOnce();
        Shell.run(List.of("rm", "-rf", data.toString()));
    }

    /// Puts a base backup in place of the data; it starts as a restore up to the archive's end.
    void restore(Path backup, String restoreCommand) {
        Shell.run(as("cp", "-a", backup.toString(), data.toString()));
        Shell.run(as("touch", data.resolve("recovery.signal").toString()));
        set("restore_command = '" + restoreCommand + "'");
        start();
        Pause.until("the end of recovery", () -> number("select pg_is_in_recovery()::int") == 0);
    }

    int port() {
        return port;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void sql(String... statements) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return number("postgres", sql);
    }

    long number(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    /// Runs one of PostgreSQL's programs as its user.
    void tool(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(TOOLS.resolve(name).toString()));
        command.addAll(List.of(arguments));
        Shell.run(as(command.toArray(String[]::new)));
    }

    static List<String> as(String... command) {
        List<String> all = new ArrayList<>();
        if (IS_ROOT) {
            all.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=postgres",
                            "--regid=postgres",
                            "--clear-groups",
                            "env",
                            "-C",
                            "/"));
        }
        all.addAll(List.of(command));
        return all;
    }

    @Override
    public void close() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            stopAtOnce();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
