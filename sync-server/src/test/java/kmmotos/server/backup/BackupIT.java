package kmmotos.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till hears of `safe_seq`, with the database's real archiver and a check of the test's.
class BackupIT {

    private static final int LOOKS = 600;

    @TempDir private Path folder;
    private Path answer;
    private TestServer server;
    private TestTill till;

    @BeforeEach
    void start() throws IOException, SQLException {
        archiveBy("/bin/true");
        answer = folder.resolve("answer");
        theCheckSays("exit 0");
        server =
                TestServer.start(
                        Map.of(
                                "km.backup.proof", "archive",
                                "km.backup.check", "/bin/sh " + answer,
                                "km.backup.every", "PT0.05S"));
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
    }

    @AfterEach
    void nothingIsBroken() throws SQLException {
        assertThat(Invariants.violations(server.database())).isEmpty();
        server.close();
        archiveBy("/bin/true");
    }

    @Test
    void whatIsArchivedIsSafeAndNothingMore() throws SQLException {
        till.sell();
        till.sell();
        assertThat(upload().safeSeq()).isZero();
        awaitMark();

        till.sell();
        assertThat(upload().haveSeq()).isEqualTo(3);
        switchWal();
        await(() -> upload().safeSeq() >= 2);
        // The third came after the mark: the piece of the log that it is in is not archived.
        assertThat(upload().safeSeq()).isEqualTo(2);
        assertThat(status().path("unproven_entries").asInt()).isEqualTo(1);
        assertThat(status().path("proven_up_to").asText()).isNotEmpty();
    }

    @Test
    void withoutTheCheckNothingIsSafeAndHeadOfficeReadsWhy() throws Exception {
        theCheckSays("echo the base backup is damaged; exit 1");
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> problem().contains("the base backup is damaged"));
        assertThat(upload().safeSeq()).isZero();

        theCheckSays("echo base backup of Sunday");
        await(() -> upload().safeSeq() == 1);
        assertThat(problem()).isEmpty();
        assertThat(status().path("proven_by").asText()).isEqualTo("base backup of Sunday");
    }

    @Test
    void anArchiveThatFailsIsTold() throws SQLException {
        archiveBy("/bin/false");
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> problem().contains("PostgreSQL can't archive"));
        assertThat(upload().safeSeq()).isZero();
    }

    @Test
    void theCheckIsAskedAboutTheLastArchivedPiece() throws Exception {
        Path asked = folder.resolve("asked");
        theCheckSays("echo $1 $KM_WAL_FILE_BYTES > " + asked);
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> upload().safeSeq() == 1);
        assertThat(Files.readString(asked).strip()).matches("[0-9A-F]{24} 16777216");
    }

    /// As after a restore or a failover, which begin a new timeline.
    @Test
    void onAnotherTimelineNothingIsSafeUntilItIsProvenAnew() throws SQLException {
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> upload().safeSeq() == 1);

        theCheckSaysSafely("exit 1");
        update("update backup_proof set timeline = '0000000F'");

        assertThat(upload().safeSeq()).isZero();
        await(() -> count("select count(*) from journal_stream where safe_seq > 0") == 0);
        theCheckSaysSafely("exit 0");
        awaitMark();
        switchWal();
        await(() -> upload().safeSeq() == 1);
    }

    @Test
    void whatAnotherClusterProvedIsNotBelieved() throws SQLException {
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> upload().safeSeq() == 1);

        theCheckSaysSafely("exit 1");
        update("update backup_proof set cluster = '1'");
        await(() -> upload().safeSeq() == 0);
    }

    @Test
    void aJournalThatIsBeingWrittenToHoldsNoMarkUp() throws SQLException {
        TestTill other = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
        other.sell();
        other.uploadAll();
        awaitMark();
        switchWal();
        await(() -> count("select count(*) from journal_stream where safe_seq = 1") == 1);

        try (Connection busy = server.testDatabase().asSuperuser();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute(
                    "select 1 from journal_stream where device_id = '%s' for update"
                            .formatted(other.till().deviceId()));
            till.sell();
            assertThat(upload().haveSeq()).isEqualTo(1);
            awaitMark();
            switchWal();
            await(() -> upload().safeSeq() == 1);
        }
    }

    @Test
    void withoutAPlanForBackupsWhatWasSafeIsNotAnyMore() throws SQLException {
        till.sell();
        upload();
        awaitMark();
        switchWal();
        await(() -> upload().safeSeq() == 1);
        server.close();

        server = TestServer.start(server.testDatabase(), Map.of("km.backup.every", "PT0.05S"));
        await(() -> count("select count(*) from journal_stream where safe_seq > 0") == 0);
        assertThat(status().path("proof").asText()).isEqualTo("NONE");
        assertThat(status().path("unproven_entries").asInt()).isEqualTo(1);
    }

    @Test
    void standbysAreSeenOnlyWithTheRightToAndOnlyThoseThatAreSynchronous() throws SQLException {
        server.close();
        server =
                TestServer.start(
                        server.testDatabase(),
                        Map.of("km.backup.proof", "standby", "km.backup.every", "PT0.05S"));
        till.sell();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
        till.sell();
        upload();
        await(() -> problem().contains("grant pg_read_all_stats"));
        update("grant pg_read_all_stats to km_app");
        try {
            await(() -> problem().contains("No synchronous standby is connected"));
        } finally {
            update("revoke pg_read_all_stats from km_app");
        }
        assertThat(upload().safeSeq()).isZero();
    }

    @Test
    void headOfficeIsAlarmedWhenTheBackupStandsStill() {
        server.close();
        theCheckSaysSafely("exit 1");
        server =
                TestServer.start(
                        server.testDatabase(),
                        Map.of(
                                "km.backup.proof", "archive",
                                "km.backup.check", "/bin/sh " + answer,
                                "km.backup.every", "PT0.05S",
                                "km.backup.alarm-after", "PT0.2S"));
        assertThat(status().path("alarm").asBoolean()).isFalse();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
        till.sell();
        upload();
        await(() -> status().path("alarm").asBoolean());
        assertThat(status().path("waiting_since").asText()).isNotEmpty();
    }

    private UploadAnswer.Ack upload() {
        return (UploadAnswer.Ack) till.uploadAll();
    }

    private JsonNode status() {
        return server.admin().get("/api/admin/v1/backup").json();
    }

    private String problem() {
        return status().path("problem").asText();
    }

    /// Until a mark waits that holds all that the till has sent.
    private void awaitMark() {
        await(() ->
                count("select count(*) from backup_proof where mark_lsn is not null") == 1
                        && count(
                                        "select count(*) from journal_stream where marked_seq <"
                                                + " have_seq and device_id = '%s'"
                                                        .formatted(till.till().deviceId()))
                                == 0);
    }

    private void switchWal() throws SQLException {
        update("select pg_switch_wal()");
    }

    private void archiveBy(String command) throws SQLException {
        try (Connection connection = kmmotos.server.TestDatabase.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set archive_command = '" + command + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private void theCheckSays(String script) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), script + "\n");
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(next, answer, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void theCheckSaysSafely(String script) {
        try {
            theCheckSays(script);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < LOOKS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("it did not come to that");
    }
}
