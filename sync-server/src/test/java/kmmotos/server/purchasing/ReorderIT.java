package kmmotos.server.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.ReorderLevel;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Levels from head office to the tills, and what tills propose back.
class ReorderIT {

    private static final String API = "/api/admin/v1";
    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final Sku OIL = new Sku(SampleShop.OIL);

    private static TestServer server;
    private static TestTill till;
    private static TestTill lisbon;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = SampleShop.open(server).till();
        lisbon = TestTill.enrol(server, SampleStores.LISBON, 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode take(String rows) {
        TestClient.Reply reply =
                server.admin()
                        .send(
                                "POST",
                                API + "/imports/reorder-levels",
                                ("store,sku,min,max\n" + rows).getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<ReorderLevel> told() {
        return till.told(Policy.ReorderLevelChanged.class).stream()
                .map(Policy.ReorderLevelChanged::level)
                .toList();
    }

    private static UUID propose() {
        UUID id = UUID.randomUUID();
        till.record(
                new Event.ReorderProposed(
                        new ReorderProposal(
                                id,
                                S1,
                                Instant.parse("2026-11-21T13:00:00Z"),
                                SampleStaff.ANA.staffId(),
                                List.of(
                                        new ReorderProposal.Line(
                                                OIL,
                                                Quantity.of(24),
                                                Quantity.of(3),
                                                Quantity.ZERO)))));
        till.uploadAll();
        return id;
    }

    private static List<String> waiting() {
        return server.admin()
                .get(API + "/reorder-proposals?page_size=100")
                .json()
                .findValuesAsText("proposal_id");
    }

    @Test
    void levelsReachTheTillsAndTheSameFileTwiceTellsNothing() {
        JsonNode report =
                take("S1,OIL-10W40,12,48\nS1,NO-SUCH,1,2\nS9,OIL-10W40,1,2\nS1,MIR-01,5,4\n");
        assertThat(report.path("taken").asInt()).isEqualTo(1);
        assertThat(report.findValuesAsText("code"))
                .containsExactlyInAnyOrder("unknown_sku", "unknown_store", "invalid");
        ReorderLevel level = new ReorderLevel(S1, OIL, Quantity.of(12), Quantity.of(48));
        assertThat(told()).contains(level);
        int before = told().size();
        assertThat(take("S1,OIL-10W40,12,48\n").path("changed").asInt()).isZero();
        assertThat(told()).hasSize(before);
        assertThat(till.snapshot().toString()).contains("reorder_level_changed");

        take("S1,OIL-10W40,0,0\n");
        assertThat(told().getLast().isSet()).isFalse();
        assertThat(till.snapshot().toString()).doesNotContain("\"type\":\"reorder_level_changed\"");
    }

    @Test
    void aProposalWaitsUntilItIsDecided() {
        UUID id = propose();
        assertThat(waiting()).contains(id.toString());
        assertThat(
                        server.admin()
                                .post(API + "/reorder-proposals/" + id + "/done", Map.of())
                                .status())
                .isEqualTo(204);
        assertThat(waiting()).doesNotContain(id.toString());
        assertThat(
                        server.admin()
                                .post(API + "/reorder-proposals/" + id + "/done", Map.of())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anotherStoreIsAskedForTheGoodsOnce() {
        UUID id = propose();
        String path = API + "/reorder-proposals/" + id + "/transfer";
        var lines = List.of(Map.of("sku", OIL.value(), "quantity", "20"));
        assertThat(
                        server.admin()
                                .post(path, Map.of("from", "S1", "lines", lines))
                                .json()
                                .path("code")
                                .asText())
                .isEqualTo("invalid_transfer");
        assertThat(server.admin().post(path, Map.of("from", "PT1", "lines", lines)).status())
                .isEqualTo(204);
        assertThat(lisbon.told(Policy.TransferRequestChanged.class))
                .anyMatch(asked -> asked.request().requestId().equals(id) && asked.open());
        assertThat(waiting()).doesNotContain(id.toString());
    }
}
