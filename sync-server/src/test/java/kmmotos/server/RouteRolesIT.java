package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kmmotos.model.staff.Role;
import kmmotos.server.TestClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every operation with everybody who might call it: `route-roles.txt` says who is let in, and an
/// operation that is not in it fails. Let in is whoever is answered anything but 401 or 403, be it
/// that there is no such thing.
class RouteRolesIT {

    private static final String FILE = "/kmmotos/server/route-roles.txt";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

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
    void everyOperationLetsInWhomTheFileSays() throws IOException {
        Map<String, TestClient> callers = callers();
        Map<String, String> found = new TreeMap<>();
        for (String operation : ApiContract.operations()) {
            found.put(operation, letIn(operation, callers));
        }

        assertThat(found).isEqualTo(expected());
    }

    @Test
    void aTokenThatIsNobodysIsRefusedByAll() {
        List<TestClient> liars =
                List.of(
                        server.client().bearer("nonsense"),
                        server.client().bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."),
                        server.client()
                                .with(
                                        "Authorization",
                                        "KM-Device " + NOBODY + ":1:" + "A".repeat(86)));
        for (String operation : ApiContract.operations()) {
            if (operation.contains(" /api/")) {
                assertThat(call(operation, liars.get(0)).status()).as(operation).isEqualTo(401);
                assertThat(call(operation, liars.get(1)).status()).as(operation).isEqualTo(401);
            } else if (operation.contains(" /sync/") && !operation.endsWith("/enrolments")) {
                assertThat(call(operation, liars.get(2)).status()).as(operation).isEqualTo(401);
            }
        }
    }

    private static Map<String, TestClient> callers() {
        SampleShop.open(server);
        Map<String, TestClient> callers = new LinkedHashMap<>();
        callers.put("VISITOR", server.client());
        callers.put("CUSTOMER", customer());
        for (Role role : Role.values()) {
            callers.put(role.name(), TestStaff.of(server, role, "S1"));
        }
        return callers;
    }

    private static TestClient customer() {
        Map<String, String> login =
                Map.of("name", "Ana", "email", "ana@example.com", "password", "ten chars or more");
        server.client().post("/api/shop/v1/customers", login);
        return server.client()
                .bearer(
                        server.client()
                                .post(
                                        "/api/shop/v1/tokens",
                                        Map.of(
                                                "login",
                                                "ana@example.com",
                                                "password",
                                                "ten chars or more"))
                                .json()
                                .path("access_token")
                                .asText());
    }

    private static String letIn(String operation, Map<String, TestClient> callers) {
        List<String> in = new ArrayList<>();
        callers.forEach((name, client) -> {
            Reply reply = call(operation, client);
            assertThat(reply.status()).as(operation + " of " + name).isLessThan(500);
            if (reply.status() != 401 && reply.status() != 403) {
                in.add(name);
            }
        });
        return in.size() == callers.size() ? "all" : String.join(" ", in);
    }

    private static Reply call(String operation, TestClient client) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replaceAll("\\{(store|code|place)}", "XX")
                        .replaceAll("\\{[^}]+}", NOBODY);
        byte[] body = method.equals("GET") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
        return client.send(method, path, body);
    }

    private static Map<String, String> expected() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RouteRolesIT.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .collect(
                            Collectors.toMap(
                                    part -> part[0],
                                    part -> part[1].strip(),
                                    (a, _) -> a,
                                    TreeMap::new));
        }
    }
}
