package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who asks too much waits, and nobody else does.
class RateLimitIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "km.http.requests-a-minute", "20",
                                "km.http.accounts-a-minute", "3",
                                "km.http.trusted-proxies", "127.0.0.1, 10.0.0.1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestClient from(String forwarded) {
        return server.client().with("X-Forwarded-For", forwarded);
    }

    private static List<Integer> categories(TestClient client, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> client.get("/api/shop/v1/categories").status())
                .toList();
    }

    @Test
    void anAddressThatAsksTooMuchIsToldWhenToComeAgain() {
        TestClient client = from("203.0.113.1").with("Accept-Language", "pt-BR");
        Reply first = client.get("/api/shop/v1/categories");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=20;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=19;t=3");
        assertThat(categories(client, 19)).containsOnly(200);

        Reply refused = client.get("/api/shop/v1/categories");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too_many_requests");
        assertThat(refused.json().path("detail").asText()).startsWith("Pedidos demais. Aguarde ");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
        assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(categories(from("203.0.113.2"), 1)).containsOnly(200);
    }

    @Test
    void onlyProxiesThatAreKnownSayForWhomTheyAsk() {
        assertThat(categories(from("198.51.100.7, 203.0.113.3"), 20)).containsOnly(200);

        assertThat(categories(from("198.51.100.8, 203.0.113.3"), 1)).containsOnly(429);
        assertThat(categories(from("203.0.113.3, 10.0.0.1"), 1)).containsOnly(429);
        assertThat(categories(from("2001:db8::1"), 20)).containsOnly(200);
        assertThat(categories(from("2001:db8::2"), 1)).containsOnly(429);
    }

    @Test
    void accountsAreTriedSeldomFromOneAddress() {
        TestClient client = from("203.0.113.4");
        Map<String, String> login =
                Map.of("login", "x@example.com", "password", "nonsense nonsense");
        for (int i = 0; i < 3; i++) {
            assertThat(client.post("/api/shop/v1/tokens", login).status()).isEqualTo(401);
        }

        assertThat(client.post("/api/shop/v1/tokens", login).code()).isEqualTo("too_many_requests");
        assertThat(categories(client, 1)).containsOnly(200);
    }

    @Test
    void aPersonHasOneAllowanceWhereverTheyAre() {
        String admin =
                from("203.0.113.5")
                        .post(
                                "/api/admin/v1/tokens",
                                Map.of(
                                        "login", TestServer.ADMIN,
                                        "password", TestServer.ADMIN_PASSWORD))
                        .json()
                        .path("access_token")
                        .asText();
        for (int i = 0; i < 20; i++) {
            assertThat(
                            from("203.0.113." + (10 + i))
                                    .bearer(admin)
                                    .get("/api/admin/v1/tills")
                                    .status())
                    .isEqualTo(200);
        }

        assertThat(from("203.0.113.99").bearer(admin).get("/api/admin/v1/tills").status())
                .isEqualTo(429);
        assertThat(categories(from("203.0.113.99"), 1)).containsOnly(200);
    }

    @Test
    void whatIsNoApiIsNotLimited() {
        for (int i = 0; i < 25; i++) {
            assertThat(from("203.0.113.6").get("/health/live").status()).isEqualTo(200);
        }
    }
}
