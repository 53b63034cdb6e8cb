package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAppIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aStartedServerIsLiveAndReady() {
        assertThat(server.client().get("/health/live").status()).isEqualTo(200);
        assertThat(server.client().get("/health/ready").json().path("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void metricsAreInPrometheusFormat() {
        server.client().get("/health/live");

        assertThat(server.client().get("/metrics").text())
                .contains("jvm_memory_used_bytes", "hikaricp_connections", "km_http_requests");
    }

    @Test
    void anUnknownPathIsAProblemWithTheCallersTraceId() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var reply =
                server.client()
                        .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .get("/nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("traceId").asText()).isEqualTo(trace);
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws Exception {
        try (var socket =
                new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET nonsense HTTP/9.9\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(
                            new String(
                                    socket.getInputStream().readAllBytes(),
                                    java.nio.charset.StandardCharsets.UTF_8))
                    .contains("application/problem+json")
                    .contains("\"code\":\"http_");
        }
    }

    @Test
    void onlyAConfiguredWebSiteMayCallFromABrowser() {
        try (TestServer open =
                TestServer.start(Map.of("km.http.cors-origins", "https://shop.example"))) {
            var allowed = open.client().with("Origin", "https://shop.example").get("/health/live");
            var other = open.client().with("Origin", "https://evil.example").get("/health/live");

            assertThat(allowed.header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://shop.example");
            assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void closingLetsAWaitingFeedEnd() {
        TestServer closing = TestServer.start();
        var till =
                kmmotos.server.sync.TestTill.enrol(
                        closing, kmmotos.model.stores.SampleStores.SAO_PAULO, 1);
        var now = till.feed(kmmotos.model.sync.Cursor.START, 0).cursor();
        var waiting = java.util.concurrent.CompletableFuture.supplyAsync(() -> till.feed(now, 25));

        closing.close();

        assertThat(waiting)
                .succeedsWithin(java.time.Duration.ofSeconds(20))
                .extracting(kmmotos.model.sync.FeedPage::entries)
                .isEqualTo(java.util.List.of());
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        var config =
                TestServer.config(
                        TestDatabase.fresh(),
                        Map.of("km.http.port", Integer.toString(server.port())));

        assertThatThrownBy(() -> ServerApp.start(config))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is taken");
    }

    @Test
    void aDataFolderInUseIsSaidInOneSentence(@TempDir Path folder) {
        var config =
                TestServer.config(
                        TestDatabase.fresh(), Map.of("km.data.folder", folder.toString()));
        try (DataFolder _ = DataFolder.open(folder)) {
            assertThatThrownBy(() -> ServerApp.start(config))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsSaidInOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        var config =
                TestServer.config(
                        TestDatabase.fresh(),
                        Map.of("km.data.folder", file.resolve("below").toString()));

        assertThatThrownBy(() -> ServerApp.start(config))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can't be written");
    }

    @Test
    void anUnreachableDatabaseIsSaidInOneSentence() {
        var config =
                TestServer.config(
                        TestDatabase.fresh(),
                        Map.of("km.database.url", "jdbc:postgresql://127.0.0.1:1/km"));

        assertThatThrownBy(() -> ServerApp.start(config))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageNotContaining("\n");
    }
}
