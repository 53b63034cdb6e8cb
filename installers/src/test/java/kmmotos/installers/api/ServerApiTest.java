package kmmotos.installers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerApiTest {
    private HttpServer server;
    private ServerApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ok", 200, "{\"a\": 1}");
        answer("/full", 409, "{\"code\": \"out_of_stock\"}");
        server.start();
        api = ServerApi.at("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void anAnswerIsJson() {
        assertThat(api.get("/ok").path("a").asInt()).isEqualTo(1);
    }

    @Test
    void aProblemKeepsItsStatusAndCode() {
        ServerRefused refused =
                catchThrowableOfType(
                        ServerRefused.class, () -> api.post("/full", Map.of("quantity", 1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("out_of_stock");
    }

    @Test
    void aServerThatIsNotThereIsToldInPlainWords() {
        server.stop(0);
        assertThatThrownBy(() -> api.get("/ok"))
                .isInstanceOf(ServerUnreachable.class)
                .hasMessageContaining("Is it running");
    }

    private void answer(String path, int status, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
