package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.search.index.SearchIndex;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A running server with a database of its own, on a free port of the loopback. Registered with a
/// test class, it ends with it, and every invariant must hold after each test.
public final class TestServer implements AutoCloseable, AfterEachCallback, AfterAllCallback {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "correct horse battery";

    private final TestDatabase testDatabase;
    private final RunningServer server;
    private String adminToken = "";

    private TestServer(TestDatabase testDatabase, RunningServer server) {
        this.testDatabase = testDatabase;
        this.server = server;
    }

    public static TestServer start() {
        return start(Map.of());
    }

    /// @param settings keys to set otherwise than usual in tests
    public static TestServer start(Map<String, String> settings) {
        return start(TestDatabase.fresh(), settings);
    }

    /// A second server (node) on a database may run beside the first.
    public static TestServer start(TestDatabase database, Map<String, String> settings) {
        return new TestServer(database, ServerApp.start(config(database, settings)));
    }

    public static ServerConfig config(TestDatabase database, Map<String, String> settings) {
        try {
            Map<String, String> all = new HashMap<>();
            all.put("km.http.port", "0");
            all.put("km.http.shutdown-grace", "PT1S");
            all.put("km.data.folder", Files.createTempDirectory("km-test").toString());
            all.put("km.database.url", database.address().url());
            all.put("km.database.owner-password", database.address().owner().password());
            all.put("km.database.app-password", database.address().application().password());
            all.put("km.database.pool-size", "8");
            // Looks when it is told to, so that no test counts its statements.
            all.put("km.search.poll", "PT1H");
            all.put("km.http.requests-a-minute", "0");
            all.put("km.http.accounts-a-minute", "0");
            all.put("km.identity.first-user", ADMIN);
            all.put("km.identity.first-password", ADMIN_PASSWORD);
            all.putAll(settings);
            return ServerConfig.from(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestClient client() {
        return new TestClient("http://127.0.0.1:" + server.port());
    }

    /// A caller who has signed in as head office.
    public synchronized TestClient admin() {
        if (adminToken.isEmpty()) {
            adminToken = signIn();
        }
        return client().bearer(adminToken);
    }

    private String signIn() {
        return client().post(
                        "/api/admin/v1/tokens", Map.of("login", ADMIN, "password", ADMIN_PASSWORD))
                .json()
                .path("access_token")
                .asText();
    }

    /// One figure that the database has, read as the server.
    ///
    /// @param values for the question marks
    public long number(String sql, Object... values) {
        return numberFor(new Caller.Server("test"), sql, values);
    }

    /// One figure, of what this caller may see.
    public long numberFor(Caller caller, String sql, Object... values) {
        return read(caller, sql, row -> row.getLong(1), values).orElseThrow();
    }

    /// A row that the database has, read as the server.
    public <T> Optional<T> read(String sql, Sql.RowReader<T> reader, Object... values) {
        return read(new Caller.Server("test"), sql, reader, values);
    }

    private <T> Optional<T> read(
            Caller caller, String sql, Sql.RowReader<T> reader, Object... values) {
        return server.database()
                .inTransaction(caller, session -> Sql.first(session, sql, reader, values));
    }

    /// Changes rows past the server.
    public void change(String sql, Object... values) {
        server.database()
                .execute(new Caller.Server("test"), session -> Sql.update(session, sql, values));
    }

    /// What an update of the server comes to: a waiting fact of version 99 is one that it can read.
    public void readsNow(UUID eventId) {
        try (Connection connection = testDatabase.asSuperuser();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update event_exception set fact = convert_to(replace(convert_from("
                                        + "fact, 'UTF8'), '\"version\":99', '\"version\":1'), 'UTF8')"
                                        + " where event_id = ?")) {
            statement.setObject(1, eventId);
            int _ = statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until the search finds what was committed before.
    public void awaitSearch() {
        assertThat(server.search().awaitNews(Duration.ofMinutes(1))).isTrue();
    }

    public SearchIndex searchIndex() {
        return server.search();
    }

    public TestWorkList workList() {
        return new TestWorkList(this);
    }

    public int port() {
        return server.port();
    }

    public Database database() {
        return server.database();
    }

    public TestDatabase testDatabase() {
        return testDatabase;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(Invariants.violations(database())).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }
}
