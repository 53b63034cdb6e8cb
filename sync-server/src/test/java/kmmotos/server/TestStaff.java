package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.staff.Role;
import kmmotos.server.TestClient.Reply;

/// People who work in a store and sign in at head office's API.
public final class TestStaff {
    private static final String PASSWORD = "ten chars or more";

    private TestStaff() {}

    /// A new manager of one store, signed in.
    public static TestClient manager(TestServer server, String store) {
        return of(server, Role.MANAGER, store);
    }

    /// Somebody new who works in one store, signed in.
    public static TestClient of(TestServer server, Role role, String store) {
        UUID id = UUID.randomUUID();
        String login = "person-" + id;
        Reply made =
                server.admin()
                        .put(
                                "/api/admin/v1/staff/" + id,
                                Map.of(
                                        "name",
                                        "Somebody",
                                        "role",
                                        role,
                                        "pin",
                                        "4711",
                                        "stores",
                                        List.of(store),
                                        "active",
                                        true,
                                        "login",
                                        login,
                                        "password",
                                        PASSWORD));
        assertThat(made.status()).as(made.text()).isLessThan(300);
        Reply tokens =
                server.client()
                        .post("/api/admin/v1/tokens", Map.of("login", login, "password", PASSWORD));
        return server.client().bearer(tokens.json().path("access_token").asText());
    }
}
