package kmmotos.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {

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
    void headOfficeSignsInAndListsStaff() {
        var staff = server.admin().get("/api/admin/v1/staff");

        assertThat(staff.status()).isEqualTo(200);
        assertThat(staff.json().path("items").findValuesAsText("role")).contains("HEAD_OFFICE");
        assertThat(staff.text()).doesNotContain("argon2id");
    }

    @Test
    void aWrongPasswordIsRefusedAndTheSixthAttemptHasToWait() {
        Map<String, String> wrong = Map.of("login", "somebody", "password", "not the password");
        for (int attempt = 1; attempt <= 5; attempt++) {
            var reply = server.client().post("/api/admin/v1/tokens", wrong);
            assertThat(reply.code()).isEqualTo("sign_in_refused");
            assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"sign-in\";q=5;w=900");
            assertThat(reply.header("RateLimit")).startsWith("\"sign-in\";r=" + (5 - attempt));
        }

        var sixth = server.client().post("/api/admin/v1/tokens", wrong);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(600, 900);
        assertThat(sixth.header("RateLimit"))
                .isEqualTo("\"sign-in\";r=0;t=" + sixth.header("Retry-After"));
    }

    @Test
    void signingInForgetsTheFailuresBeforeIt() {
        Map<String, String> wrong = Map.of("login", TestServer.ADMIN, "password", "not it");
        Map<String, String> right =
                Map.of("login", TestServer.ADMIN, "password", TestServer.ADMIN_PASSWORD);
        server.client().post("/api/admin/v1/tokens", wrong);

        assertThat(server.client().post("/api/admin/v1/tokens", right).header("RateLimit"))
                .isEqualTo("\"sign-in\";r=5;t=900");
        assertThat(server.client().post("/api/admin/v1/tokens", wrong).header("RateLimit"))
                .startsWith("\"sign-in\";r=4");
        server.client().post("/api/admin/v1/tokens", right);
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsSecondUseEndsTheFamily() {
        String first = signIn(server.client()).path("refresh_token").asText();
        var second = refresh(first);
        String next = second.json().path("refresh_token").asText();

        assertThat(second.status()).isEqualTo(200);
        assertThat(refresh(first).code()).isEqualTo("sign_in_refused");
        assertThat(refresh(next).code()).isEqualTo("sign_in_refused");
    }

    @Test
    void signingOutEndsTheFamily() {
        String token = signIn(server.client()).path("refresh_token").asText();

        var out =
                server.client().post("/api/admin/v1/tokens/revoke", Map.of("refresh_token", token));

        assertThat(out.status()).isEqualTo(204);
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    @Test
    void anAlteredAccessTokenIsRefused() {
        String token = signIn(server.client()).path("access_token").asText();
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                claims.replace("\"iat\":", "\"more\":1,\"iat\":")
                                        .getBytes(StandardCharsets.UTF_8));

        var reply =
                server.client()
                        .bearer(parts[0] + "." + forged + "." + parts[2])
                        .get("/api/admin/v1/staff");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("invalid_token");
    }

    @Test
    void aCustomerRegistersSignsInAndIsNoStaff() {
        var registered =
                server.client()
                        .post(
                                "/api/shop/v1/customers",
                                Map.of(
                                        "name", "Ana",
                                        "email", "ana@example.com",
                                        "password", "ten chars or more"));
        var signedIn =
                server.client()
                        .post(
                                "/api/shop/v1/tokens",
                                Map.of(
                                        "login", "ANA@example.com",
                                        "password", "ten chars or more"));
        TestClient ana = server.client().bearer(signedIn.json().path("access_token").asText());

        assertThat(registered.status()).isEqualTo(201);
        assertThat(ana.get("/api/shop/v1/me").json().path("name").asText()).isEqualTo("Ana");
        assertThat(ana.get("/api/admin/v1/staff").status()).isEqualTo(403);
        assertThat(server.client().get("/api/shop/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aSecondRegistrationWithTheSameEmailIsRefused() {
        Map<String, String> bob =
                Map.of("name", "Bob", "email", "bob@example.com", "password", "ten chars or more");
        server.client().post("/api/shop/v1/customers", bob);

        assertThat(server.client().post("/api/shop/v1/customers", bob).code())
                .isEqualTo("email_taken");
    }

    @Test
    void aCashierMayNotAdministerAndLosesTokensWhenLeaving() {
        String id = "/api/admin/v1/staff/" + UUID.randomUUID();
        var made = server.admin().put(id, cashier(true));
        var cashier =
                server.client()
                        .post(
                                "/api/admin/v1/tokens",
                                Map.of("login", "caixa", "password", "a long password"))
                        .json();

        var tries =
                server.client()
                        .bearer(cashier.path("access_token").asText())
                        .get("/api/admin/v1/staff");
        server.admin().put(id, cashier(false));

        assertThat(made.status()).isEqualTo(200);
        assertThat(tries.code()).isEqualTo("not_permitted");
        assertThat(refresh(cashier.path("refresh_token").asText()).status()).isEqualTo(401);
    }

    @Test
    void aPinOfThreeDigitsIsPointedAt() {
        var reply =
                server.admin()
                        .put(
                                "/api/admin/v1/staff/" + UUID.randomUUID(),
                                Map.of(
                                        "name", "Eva", "role", "CASHIER", "pin", "123", "stores",
                                        List.of(), "active", true));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").get(0).path("pointer").asText()).isEqualTo("/pin");
    }

    private static Map<String, Object> cashier(boolean active) {
        return Map.of(
                "name", "Caixa",
                "role", "CASHIER",
                "pin", "4711",
                "stores", List.of("S1"),
                "active", active,
                "login", "caixa",
                "password", "a long password");
    }

    private static com.fasterxml.jackson.databind.JsonNode signIn(TestClient client) {
        return client.post(
                        "/api/admin/v1/tokens",
                        Map.of("login", TestServer.ADMIN, "password", TestServer.ADMIN_PASSWORD))
                .json();
    }

    private static TestClient.Reply refresh(String token) {
        return server.client().post("/api/admin/v1/tokens/refresh", Map.of("refresh_token", token));
    }
}
