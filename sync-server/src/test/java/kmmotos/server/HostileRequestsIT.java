package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kmmotos.model.sync.Json;
import kmmotos.server.TestClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody sends who means harm, to every operation of the API: it is refused, it changes
/// nothing it should not, and it never is an error of the server's.
class HostileRequestsIT {

    private static final String SHOP = "/api/shop/v1";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private static final List<String> TEXTS =
            List.of(
                    "' or 1=1 --",
                    "\"; drop table customer; --",
                    "%",
                    "\0",
                    "../../../../etc/passwd",
                    "x".repeat(4_000),
                    "\uD83C\uDFCD",
                    "-1",
                    "99999999999999999999",
                    "NaN",
                    "${jndi:ldap://127.0.0.1/a}",
                    "[]");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "true",
                    "-1",
                    "1e400",
                    "99999999999999999999",
                    "\"' or 1=1 --\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"" + "x".repeat(3_000) + "\"",
                    "{\"amount\": \"1e30\", \"currency\": \"XXX\"}");

    private static final List<String> BODIES =
            List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"x\"",
                    "1e999999999",
                    "[".repeat(3_000),
                    "{\"a\":".repeat(3_000),
                    "\uFEFF{}",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>");

    private static TestServer server;
    private static TestClient headOffice;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        SampleShop.open(server);
        headOffice = server.admin().careless();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestClient customer(String name) {
        Map<String, String> login =
                Map.of(
                        "name",
                        name,
                        "email",
                        name + "@example.com",
                        "password",
                        "ten chars or more");
        server.client().post(SHOP + "/customers", login);
        return server.client()
                .bearer(
                        server.client()
                                .post(
                                        SHOP + "/tokens",
                                        Map.of(
                                                "login",
                                                name + "@example.com",
                                                "password",
                                                "ten chars or more"))
                                .json()
                                .path("access_token")
                                .asText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String method(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    private static String path(String operation, String filled) {
        return operation
                .substring(operation.indexOf(' ') + 1)
                .replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(filled));
    }

    /// Those that end this caller's own session, or wait for news, are left out.
    private static Stream<String> operations() {
        return ApiContract.operations().stream()
                .filter(operation -> operation.contains(" /api/"))
                .sorted();
    }

    /// What is wrong with the answer; empty if nothing is.
    private static Optional<String> fault(String operation, String path, String body) {
        Reply reply =
                headOffice
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .send(method(operation), path, body.getBytes(StandardCharsets.UTF_8));
        boolean tells =
                Stream.of("org.postgresql", "at kmmotos", "Exception")
                        .anyMatch(reply.text()::contains);
        return reply.status() >= 500 || tells
                ? Optional.of(operation + " " + path + " " + body + " -> " + reply.text())
                : Optional.empty();
    }

    @Test
    void noTextInAPathOrBehindTheQuestionMarkIsAnErrorOfTheServers() {
        assertThat(operations().flatMap(HostileRequestsIT::faultsOfTexts)).isEmpty();
    }

    private static Stream<String> faultsOfTexts(String operation) {
        List<String> names = ApiContract.queryParameters(operation);
        Stream<String> paths =
                operation.contains("{")
                        ? TEXTS.stream().map(text -> path(operation, encoded(text)))
                        : Stream.of();
        Stream<String> queries =
                names.isEmpty()
                        ? Stream.of()
                        : TEXTS.stream()
                                .map(text ->
                                        names.stream()
                                                .map(name -> name + "=" + encoded(text))
                                                .collect(Collectors.joining("&", "?", "")))
                                .map(query -> path(operation, NOBODY) + query);
        return Stream.concat(paths, queries)
                .map(path -> fault(operation, path, operation.startsWith("GET") ? "" : "{}"))
                .flatMap(Optional::stream);
    }

    @Test
    void noBodyIsAnErrorOfTheServers() {
        assertThat(
                        operations()
                                .filter(operation -> !operation.startsWith("GET"))
                                .flatMap(HostileRequestsIT::faultsOfBodies))
                .isEmpty();
    }

    private static Stream<String> faultsOfBodies(String operation) {
        List<String> names = ApiContract.members(operation);
        Stream<String> filled =
                VALUES.stream()
                        .map(value ->
                                names.stream()
                                        .map(name -> "\"" + name + "\":" + value)
                                        .collect(Collectors.joining(",", "{", "}")));
        return Stream.concat(BODIES.stream(), names.isEmpty() ? Stream.of() : filled)
                .map(body -> fault(operation, path(operation, NOBODY), body))
                .flatMap(Optional::stream);
    }

    @Test
    void aTokenWithAnotherContentOrAnotherAlgorithmIsNobodys() throws Exception {
        String token = customer("mallory").header("Authorization").replace("Bearer ", "");
        String[] parts = token.split("\\.", -1);
        JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        String asStaff =
                part(
                        Json.MAPPER
                                .writeValueAsString(claims)
                                .replace("\"customer\"", "\"staff\"")
                                .replaceFirst("}$", ",\"role\":\"HEAD_OFFICE\",\"stores\":[]}"));
        String none = part("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String hmac = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(parts[0].getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                mac.doFinal(
                                        (hmac + "." + asStaff).getBytes(StandardCharsets.UTF_8)));

        List<String> forged =
                List.of(
                        parts[0] + "." + asStaff + "." + parts[2],
                        none + "." + asStaff + ".",
                        none + "." + parts[1] + "." + parts[2],
                        hmac + "." + asStaff + "." + signed,
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1],
                        token + ".",
                        token + "A",
                        "..");
        for (String lie : forged) {
            TestClient liar = server.client().bearer(lie);
            assertThat(liar.get("/api/admin/v1/staff").status()).as(lie).isEqualTo(401);
            assertThat(liar.get(SHOP + "/me").status()).as(lie).isEqualTo(401);
        }
        assertThat(server.client().bearer(token).get(SHOP + "/me").status()).isEqualTo(200);
        assertThat(server.client().bearer(token).get("/api/admin/v1/staff").status())
                .isEqualTo(403);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatACustomerIsNotAskedForTheyCannotSet() {
        TestClient eve = customer("eve");
        Map<String, Object> wanted =
                Map.of(
                        "name", "Eve",
                        "price_group", "workshop",
                        "kind", "WHOLESALE",
                        "active", false,
                        "customer_id", NOBODY,
                        "tax_number", "529.982.247-25",
                        "changed", Map.of("name", "9999-12-31T00:00:00Z"));
        Reply changed = eve.patch(SHOP + "/me", wanted);
        JsonNode me = eve.get(SHOP + "/me").json();

        assertThat(changed.status()).isIn(200, 400);
        assertThat(me.path("kind").asText()).isEqualTo("RETAIL");
        assertThat(me.path("active").asBoolean()).isTrue();
        assertThat(me.has("price_group")).isFalse();
        assertThat(me.has("tax_number")).isFalse();
        assertThat(me.path("changed").path("name").asText()).doesNotStartWith("9999");
        assertThat(me.path("customer_id").asText()).isNotEqualTo(NOBODY);
    }

    @Test
    void nobodyReachesWhatBelongsToAnother() {
        TestClient ana = customer("ana");
        TestClient bob = customer("bob");
        JsonNode cart = ana.post(SHOP + "/carts", Map.of("store", "S1")).json();
        String cartId = cart.path("cart_id").asText();
        ana.post(
                SHOP + "/carts/" + cartId + "/lines",
                Map.of("sku", SampleShop.PADS, "quantity", "1"));
        String address =
                ana.post(
                                SHOP + "/me/addresses",
                                Map.of(
                                        "address",
                                        Map.of(
                                                "name", "Ana",
                                                "line", "Road 1",
                                                "city", "Berlin",
                                                "postal_code", "10115",
                                                "country", "DE")))
                        .json()
                        .path("address_id")
                        .asText();
        String session = ana.get(SHOP + "/me/sessions").json().at("/items/0/session_id").asText();
        String hers = ana.get(SHOP + "/me").text() + ana.get(SHOP + "/carts/" + cartId).text();

        List<String> reached = new ArrayList<>();
        for (String id : List.of(cartId, address, session)) {
            operations()
                    .filter(operation -> operation.contains(SHOP) && operation.contains("{"))
                    // Taking away from one's own what is not there is done, however often.
                    .filter(operation ->
                            !operation.startsWith("DELETE")
                                    || !operation.matches(".*/(wishlist/\\{product}|vote)"))
                    .forEach(operation -> {
                        Reply reply =
                                bob.with("Idempotency-Key", UUID.randomUUID().toString())
                                        .with("If-Match", "\"1\"")
                                        .send(
                                                method(operation),
                                                path(operation, id),
                                                "{\"contact_name\":\"Bob\"}"
                                                        .getBytes(StandardCharsets.UTF_8));
                        if (reply.status() < 400) {
                            reached.add(operation + " " + id);
                        }
                    });
        }

        assertThat(reached).isEmpty();
        assertThat(ana.get(SHOP + "/me").text() + ana.get(SHOP + "/carts/" + cartId).text())
                .isEqualTo(hers);
        assertThat(ana.get(SHOP + "/me/addresses").json().path("items")).hasSize(1);
    }

    /// Sends bytes as they are and reads the answer's first line; empty if the connection was
    /// closed.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return firstLine(socket.getInputStream());
        } catch (java.net.SocketException _) {
            return "";
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String get(String path, String... headers) {
        return "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                + "Connection: close\r\n\r\n";
    }

    @Test
    void noPathLeavesTheDocumentation() throws IOException {
        for (String path :
                List.of(
                        "/docs/../../../../etc/passwd",
                        "/docs/..%2f..%2f..%2fetc/passwd",
                        "/docs/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                        "/docs/..\\..\\etc\\passwd",
                        "/docs/....//....//etc/passwd",
                        "/docs//etc/passwd",
                        "/docs/%00/etc/passwd",
                        "/docs/../../META-INF/MANIFEST.MF",
                        "/..;/api/admin/v1/staff")) {
            assertThat(raw(get(path)))
                    .as(path)
                    .satisfiesAnyOf(
                            line -> assertThat(line).isEmpty(),
                            line -> assertThat(line).startsWith("HTTP/1.1 4"));
        }
    }

    @Test
    void aRequestThatIsNotOneIsRefused() throws IOException {
        String body = "{\"login\":\"a\",\"password\":\"b\"}";
        for (String request :
                List.of(
                        get("/health/live", "X-Long: " + "x".repeat(200_000)),
                        get(
                                "/health/live",
                                Stream.generate(() -> "X-A: b")
                                        .limit(20_000)
                                        .toArray(String[]::new)),
                        get("/" + "x".repeat(100_000)),
                        get("/health/live", "X-Bad\0: b"),
                        "GARBAGE\r\n\r\n",
                        "GET /health/live HTTP/9.9\r\nHost: a\r\n\r\n",
                        "POST /api/admin/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Length: -5\r\n\r\n"
                                + body,
                        "POST /api/admin/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n"
                                + body
                                + "\r\n0\r\n\r\n")) {
            assertThat(raw(request))
                    .as(request.substring(0, Math.min(80, request.length())))
                    .satisfiesAnyOf(
                            line -> assertThat(line).isEmpty(),
                            line -> assertThat(line).startsWith("HTTP/1.1 4"),
                            line -> assertThat(line).startsWith("HTTP/1.1 505"));
        }
        assertThat(server.client().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void manyWhoSendHalfARequestKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                String begun =
                        i % 2 == 0
                                ? "GET /health/live HTTP/1.1\r\nHost: a\r\nX-"
                                : "POST /api/admin/v1/tokens HTTP/1.1\r\nHost: a\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
                slow.add(socket);
            }
            assertThat(server.client().get("/health/live").status()).isEqualTo(200);
            assertThat(server.admin().get("/api/admin/v1/staff").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
