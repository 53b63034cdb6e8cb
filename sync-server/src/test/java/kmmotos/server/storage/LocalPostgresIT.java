package kmmotos.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir private Path folder;

    @Test
    void everyCommitIsForcedToDisk() throws SQLException {
        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0)) {
            DatabaseAddress address = postgres.database("km");

            assertThat(value(address, "show fsync")).isEqualTo("on");
            assertThat(value(address, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void itArchivesItsLogWhereItIsTold() throws SQLException {
        String copy = "cp '%p' " + folder.resolve("it's here");
        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0, copy)) {
            DatabaseAddress address = postgres.database("km");

            assertThat(value(address, "show archive_mode")).isEqualTo("on");
            try (var connection = postgres.connect("km");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show archive_command")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(copy);
            }
        }
        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0, "")) {
            assertThat(value(postgres.database("km"), "show archive_mode")).isEqualTo("off");
        }
    }

    @Test
    void aServerLeftOverByAKilledProcessIsStoppedAndItsDataIsThere() throws Exception {
        Process killed = startAndKill();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        long leftOver = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        assertThat(ProcessHandle.of(leftOver)).isPresent();

        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0)) {
            assertThat(value(postgres.database("km"), "select n from kept")).isEqualTo("42");
            assertThat(Files.readAllLines(pidFile()).getFirst().strip())
                    .isNotEqualTo(Long.toString(leftOver));
        }
    }

    @Test
    void itAsksForAPasswordAndKeepsItWhereOnlyTheUserReads() throws Exception {
        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres postgres = LocalPostgres.start(data, 0)) {
            DatabaseAddress address = postgres.database("km");

            Assertions.assertThatThrownBy(
                            () -> DriverManager.getConnection(address.url(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class);
        }
        Path secret = folder.resolve("secrets").resolve("database-km_app");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    private Path pidFile() {
        return folder.resolve("postgres").resolve("postmaster.pid");
    }

    /// Another Java process starts the server, writes a row and halts without any clean-up.
    private Process startAndKill() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Halting.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    private static String value(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                address.url(), address.owner().user(), address.owner().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /// Starts the embedded server and dies as by `kill -9`.
    static final class Halting {

        private Halting() {}

        public static void main(String[] args) throws SQLException {
            DataFolder data = DataFolder.open(Path.of(args[0]));
            LocalPostgres postgres = LocalPostgres.start(data, 0);
            DatabaseAddress address = postgres.database("km");
            try (Connection connection =
                            DriverManager.getConnection(
                                    address.url(),
                                    address.owner().user(),
                                    address.owner().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 42 as n");
            }
            Runtime.getRuntime().halt(137);
        }
    }
}
