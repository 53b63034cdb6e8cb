package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kmmotos.model.sync.Json;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What the access log and the metrics say of a request is what its caller was told.
class RequestLogIT {

    private static TestServer server;

    private final Logger access = (Logger) LoggerFactory.getLogger("access");
    private final Level usual = access.getLevel();
    private final Lines lines = new Lines();

    /// Keeps the log's lines for whoever waits for one.
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap().get("traceId"));
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("km.http.max-body-bytes", "100000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        access.setLevel(Level.INFO);
        lines.start();
        access.addAppender(lines);
    }

    @AfterEach
    void listenNoLonger() {
        access.detachAppender(lines);
        access.setLevel(usual);
    }

    @Test
    void whatARouteAnswersIsLoggedWithTheWholePath() throws InterruptedException {
        Reply reply = server.client().get("/api/shop/v1/categories?page_size=3");

        assertLogged("GET /api/shop/v1/categories 200", reply);
    }

    @Test
    void aTokenThatAFilterRefusesIsLoggedAsRefused() throws InterruptedException {
        Reply reply = server.client().bearer("nonsense").get("/api/admin/v1/stock");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("invalid_token");
        assertLogged("GET /api/admin/v1/stock 401", reply);
        assertThat(server.client().get("/metrics").text())
                .contains(
                        "km_http_requests_seconds_count{area=\"/api/admin\",method=\"GET\",status=\"401\"}");
    }

    @Test
    void aRefusalOfARouteIsLoggedAsRefused() throws InterruptedException {
        assertLogged("GET /api/admin/v1/stock 401", server.client().get("/api/admin/v1/stock"));
        assertLogged("GET /nowhere 404", server.client().get("/nowhere"));
        assertLogged(
                "POST /api/admin/v1/tokens 413",
                server.client().post("/api/admin/v1/tokens", "x".repeat(5_000)));
        assertLogged(
                "POST /api/admin/v1/tokens 400", server.client().post("/api/admin/v1/tokens", "{"));
    }

    /// Asks before it sends the body: the web server ends the connection with its answer, and a
    /// reset may overtake an answer while the body is still on its way.
    @Test
    void whatTheWebServerRefusesByItselfIsLoggedToo() throws IOException, InterruptedException {
        HttpResponse<String> response;
        try (HttpClient http = HttpClient.newHttpClient()) {
            response =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + server.port()
                                                            + "/api/admin/v1/tokens"))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .expectContinue(true)
                                    .POST(BodyPublishers.ofString("x".repeat(200_000)))
                                    .build(),
                            BodyHandlers.ofString());
        }

        assertThat(response.statusCode()).isEqualTo(413);
        String traceId = Json.MAPPER.readTree(response.body()).path("traceId").asText();
        assertThat(line(traceId)).isEqualTo("POST /api/admin/v1/tokens 413 " + traceId);
    }

    private void assertLogged(String line, Reply reply) throws InterruptedException {
        assertThat(reply.header("X-Trace-Id")).isNotEmpty();
        String traceId = reply.header("X-Trace-Id");
        assertThat(line(traceId)).isEqualTo(line + " " + traceId);
    }

    /// The line is written after the caller has its answer, so an earlier request's may come first.
    private String line(String traceId) throws InterruptedException {
        String line = String.valueOf(lines.seen.poll(10, TimeUnit.SECONDS));
        return line.endsWith(traceId) || line.equals("null") ? line : line(traceId);
    }
}
