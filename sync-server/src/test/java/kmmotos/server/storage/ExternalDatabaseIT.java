package kmmotos.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;
import kmmotos.server.TestClient;
import kmmotos.server.TestDatabase;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A database that an operator made as the guide tells, on the PostgreSQL that all tests use.
class ExternalDatabaseIT {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private String url = "";

    @BeforeEach
    void makeItAsTheGuideTells() throws IOException, SQLException {
        url = TestDatabase.fresh().address().url().replaceFirst("/test_\\d+$", "/guided");
        for (String statement : guide().split(";\\s*", -1)) {
            asSuperuser(statement);
        }
    }

    @AfterEach
    void removeIt() throws SQLException {
        for (String statement :
                List.of(
                        "drop database guided with (force)",
                        "drop role guided_owner",
                        "drop role guided_app")) {
            asSuperuser(statement);
        }
    }

    @Test
    void theServerRunsOnWhatTheGuideMakes() {
        try (RunningServer server = ServerApp.start(config(Map.of()))) {
            TestClient client = new TestClient("http://127.0.0.1:" + server.port());

            assertThat(client.get("/health/ready").status()).isEqualTo(200);
        }
        assertThatThrownBy(() -> asSuperuser("set role guided_app; drop table store"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("must be owner");
    }

    @Test
    void anApplicationRoleThatOwnsTheTablesIsRefused() {
        assertRefused(
                Map.of(
                        "km.database.app-user", "guided_owner",
                        "km.database.app-password", "a long secret"),
                "must be neither superuser nor BYPASSRLS nor owner of the tables");
    }

    @Test
    void anApplicationRoleThatIsAMemberOfTheOwnerIsRefused() throws SQLException {
        asSuperuser("grant guided_owner to guided_app");

        assertRefused(Map.of(), "nor owner of the tables");
    }

    @Test
    void theLoginThatFailsIsNamed() {
        assertRefused(
                Map.of("km.database.owner-password", "guess"), "can't be used as guided_owner");
        assertRefused(Map.of("km.database.app-password", "guess"), "can't be used as guided_app");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertRefused(Map.of("km.database.url", url.replace("guided", "nowhere")), "nowhere");
    }

    @Test
    void anApplicationRoleThatIsNotThereIsNamed() {
        assertRefused(Map.of("km.database.app-user", "nobody_app"), "nobody_app");
    }

    @Test
    void anOwnerThatMayNotMakeTablesIsToldSo() throws SQLException {
        asSuperuser("alter database guided owner to postgres");
        asSuperuser("grant connect on database guided to guided_owner");

        assertRefused(Map.of(), "permission denied for schema public");
    }

    @Test
    void theTestsRunOnTheVersionThatTheyWereAskedToRunOn() throws SQLException {
        String asked = System.getenv().getOrDefault("KM_TEST_DATABASE_MAJOR", "18");
        try (Connection connection = TestDatabase.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            assertThat(row.getString(1)).startsWith(asked + ".");
        }
    }

    private void assertRefused(Map<String, String> settings, String sentence) {
        assertThatThrownBy(() -> ServerApp.start(config(settings)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    private ServerConfig config(Map<String, String> settings) {
        Map<String, String> all =
                new java.util.HashMap<>(
                        Map.of(
                                "km.database.url", url,
                                "km.database.owner-user", "guided_owner",
                                "km.database.owner-password", "a long secret",
                                "km.database.app-user", "guided_app",
                                "km.database.app-password", "another secret"));
        all.putAll(settings);
        return TestServer.config(TestDatabase.fresh(), all);
    }

    /// The guide's statements, with names that nobody else has on this PostgreSQL.
    private static String guide() throws IOException {
        Matcher block = SQL.matcher(Files.readString(Path.of("..", "docs", "server.md")));
        assertThat(block.find()).isTrue();
        return block.group(1).strip().replace("kmmotos", "guided").replace("km_", "guided_");
    }

    private static void asSuperuser(String sql) throws SQLException {
        if (sql.isBlank()) {
            return;
        }
        String database = sql.startsWith("set role") ? "guided" : "postgres";
        try (Connection connection = TestDatabase.connectAsSuperuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
