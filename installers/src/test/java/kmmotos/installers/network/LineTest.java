package kmmotos.installers.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private HttpServer server;
    private Line line;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] answer = "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        line = new Line(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        line.close();
        server.stop(0);
    }

    @Test
    void anIntactLineCarriesRequestAndAnswer() throws Exception {
        assertThat(get()).isEqualTo("hello");
    }

    @Test
    void aCutLineCarriesNothingUntilItIsRepaired() throws Exception {
        line.cut();
        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
        line.repair();
        assertThat(get()).isEqualTo("hello");
    }

    @Test
    void aLostAnswerMeansThatTheServerDidTheWorkAllTheSame() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        line.loseNextAnswerTo("POST /x", lost::incrementAndGet);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(lost).hasValue(1);
        assertThat(asked).hasValue(1);
        assertThat(get()).isEqualTo("hello");
    }

    @Test
    void aRequestThatBreaksHalfWayIsNeverWorkedOn() throws Exception {
        AtomicInteger broken = new AtomicInteger();
        line.breakNextRequest("POST /x", broken::incrementAndGet);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(broken).hasValue(1);
        assertThat(asked).hasValue(0);
        assertThat(get()).isEqualTo("hello");
    }

    @Test
    void whatIsToHappenWhileTheServerWorksHappensOnceAndTheAnswerComes() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        line.whenSent("POST /x", sent::incrementAndGet);
        assertThat(post()).isEqualTo("hello");
        assertThat(post()).isEqualTo("hello");
        assertThat(sent).hasValue(1);
    }

    @Test
    void aDoubledRequestReachesTheServerTwice() throws Exception {
        line.weather(Weather.DOUBLED);
        assertThat(post()).isEqualTo("hello");
        for (int i = 0; i < 500 && asked.get() < 2; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSlowLineCarriesEverything() throws Exception {
        line.weather(Weather.DRIPPING);
        assertThat(post()).isEqualTo("hello");
    }

    @Test
    void aHalfOpenLineSwallowsTheRequest() {
        line.weather(Weather.HALF_OPEN);
        assertThatThrownBy(() ->
                        send(
                                HttpRequest.newBuilder(URI.create(line.url() + "/x"))
                                        .timeout(Duration.ofMillis(300))
                                        .build()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aServerThatIsDownLooksLikeACutLine() {
        server.stop(0);
        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    private String get() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(line.url() + "/x")).build());
    }

    private String post() throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(line.url() + "/x"))
                        .POST(BodyPublishers.ofString("body"))
                        .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
