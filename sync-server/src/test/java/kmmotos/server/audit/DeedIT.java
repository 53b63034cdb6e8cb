package kmmotos.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kmmotos.model.staff.Role;
import kmmotos.server.SampleShop;
import kmmotos.server.TestServer;
import kmmotos.server.TestStaff;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What staff changed through the API, and whether anybody can deny it.
class DeedIT {

    private static final String DEEDS = "/api/admin/v1/audit/deeds";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    @BeforeAll
    static void open() {
        SampleShop.open(SERVER);
    }

    private static List<JsonNode> deeds() {
        return SERVER.admin()
                .get(DEEDS + "?page_size=100")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static long count() {
        return SERVER.number("select count(*) from staff_deed");
    }

    private static JsonNode proof() {
        return SERVER.admin().get(DEEDS + "/proof").json();
    }

    private static Map<String, Object> store(String name) {
        JsonNode known = SERVER.admin().get("/api/admin/v1/stores").json();
        JsonNode one =
                (known.isArray() ? known : known.path("items"))
                        .valueStream()
                        .filter(store -> store.path("store_id").asText().equals("S1"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Object> wanted = new java.util.HashMap<>();
        one.properties().forEach(member -> wanted.put(member.getKey(), member.getValue()));
        wanted.put("name", name);
        return wanted;
    }

    @Test
    void aChangeIsKeptWithWhoMadeItAndWhatWasSent() {
        SERVER.admin().put("/api/admin/v1/stores/S1", store("Loja Um"));
        JsonNode deed = deeds().getFirst();

        assertThat(deed.path("method").asText()).isEqualTo("PUT");
        assertThat(deed.path("path").asText()).isEqualTo("/api/admin/v1/stores/S1");
        assertThat(deed.path("body").asText()).contains("Loja Um");
        assertThat(deed.path("role").asText()).isEqualTo("HEAD_OFFICE");
        assertThat(deed.path("trace_id").asText()).hasSize(32);
        assertThat(proof().has("broken")).isFalse();
    }

    @Test
    void whatChangesNothingIsNoDeed() {
        long before = count();
        SERVER.admin().get("/api/admin/v1/stores");
        SERVER.admin().put("/api/admin/v1/stores/S1", Map.of("name", ""));
        TestStaff.of(SERVER, Role.CASHIER, "S1");
        long made = count();
        TestStaff.of(SERVER, Role.CASHIER, "S1").put("/api/admin/v1/stores/S1", store("No"));

        assertThat(made).as("somebody new of the staff is one").isGreaterThan(before);
        assertThat(deeds()).noneMatch(deed -> deed.path("body").asText().contains("\"No\""));
    }

    @Test
    void noPasswordAndNoPinIsInIt() {
        UUID id = UUID.randomUUID();
        var saved =
                SERVER.admin()
                        .put(
                                "/api/admin/v1/staff/" + id,
                                Map.of(
                                        "staff_id",
                                        id,
                                        "name",
                                        "Rui",
                                        "role",
                                        "CASHIER",
                                        "stores",
                                        List.of("S1"),
                                        "pin",
                                        "864209",
                                        "active",
                                        true));
        assertThat(saved.status()).as(saved.text()).isLessThan(300);
        assertThat(deeds().getFirst().path("body").asText())
                .contains("Rui", "***")
                .doesNotContain("864209");
    }

    @Test
    void deedsAtTheSameTimeMakeOneChain() {
        long before = count();
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(() ->
                                        SERVER.admin()
                                                .put("/api/admin/v1/stores/S1", store("Loja " + i))
                                                .status()))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(count()).isEqualTo(before + 12);
        assertThat(proof().has("broken")).isFalse();
        assertThat(proof().path("deeds").asLong()).isEqualTo(count());
    }

    @Test
    void theServerItselfCannotChangeOrRemoveOne() {
        SERVER.admin().put("/api/admin/v1/stores/S1", store("Loja"));
        for (String sql :
                List.of(
                        "update staff_deed set body = ''",
                        "delete from staff_deed",
                        "insert into staff_deed select * from staff_deed limit 1")) {
            assertThatThrownBy(() ->
                            SERVER.database()
                                    .execute(
                                            new Caller.Server("test"),
                                            session -> Sql.update(session, sql)))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whoeverChangesOneInTheDatabaseIsFoundOut() throws SQLException {
        SERVER.admin().put("/api/admin/v1/stores/S1", store("Loja A"));
        SERVER.admin().put("/api/admin/v1/stores/S1", store("Loja B"));
        long n = SERVER.number("select max(n) from staff_deed") - 1;
        String body =
                SERVER.read("select body from staff_deed where n = ?", row -> row.getString(1), n)
                        .orElseThrow();

        forge("nothing", n);
        assertThat(proof().path("broken").asLong()).isEqualTo(n);
        forge(body, n);
        assertThat(proof().has("broken")).isFalse();
    }

    /// As somebody who has the database to themselves.
    private static void forge(String body, long n) throws SQLException {
        try (Connection superuser = SERVER.testDatabase().asSuperuser();
                PreparedStatement update =
                        superuser.prepareStatement("update staff_deed set body = ? where n = ?")) {
            update.setString(1, body);
            update.setLong(2, n);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
