package kmmotos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import kmmotos.server.storage.Database;

/// A running server with a database of its own, on a free port of the loopback.
public final class TestServer implements AutoCloseable {

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
}
