package kmmotos.server.shortages;

import static kmmotos.server.shortages.OversoldItem.API;
import static kmmotos.server.shortages.OversoldItem.S1;
import static kmmotos.server.shortages.OversoldItem.S2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.TestStaff;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Oversell cases: who is affected, who sees them, and how they end by themselves.
class ShortageIT {

    /// Before any shop was last heard, so that none is silent.
    private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

    private static final StoreId PT1 = SampleStores.LISBON.storeId();

    private static OversoldItem.Chain chain;
    private static TestServer server;
    private static SampleShop shop;
    private static TestTill near;
    private static TestTill far;

    private OversoldItem item;

    @BeforeAll
    static void start() {
        chain = OversoldItem.Chain.start();
        server = chain.server();
        shop = chain.shop();
        near = chain.near();
        far = chain.far();
    }

    @AfterAll
    static void stop() {
        chain.close();
    }

    @BeforeEach
    void oversell() {
        item = new OversoldItem(chain);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void aCaseNamesTheOrdersAndWhichOfThemComeOffShort() {
        JsonNode found = item.found();

        assertThat(found.path("on_hand").asText()).isEqualTo("3");
        assertThat(found.path("reserved").asText()).isEqualTo("8");
        assertThat(found.path("description").asText()).isEqualTo("Shaft");
        assertThat(found.at("/orders/0/number")).isEqualTo(item.firstOrder.path("number"));
        assertThat(found.at("/orders/0/missing").asText()).isEqualTo("1");
        assertThat(found.at("/orders/1/missing").asText()).isEqualTo("4");
        assertThat(found.at("/orders/1/contact_name").asText()).isEqualTo("Ana Souza");
    }

    @Test
    void whoseGoodsArePutAsideIsServedFirst() {
        item.pickSecond();

        assertThat(item.found().at("/orders/0/number")).isEqualTo(item.secondOrder.path("number"));
        assertThat(item.found().at("/orders/0/firm").asBoolean()).isTrue();
    }

    @Test
    void storesWithEnoughAreProposedFirstAndTheNearestOfThem() {
        item.receive(far, 50);
        item.receive(near, 5);

        JsonNode proposals = item.shown().path("proposals");

        assertThat(proposals.at("/stores").findValuesAsText("store")).containsExactly("S2", "PT1");
        assertThat(proposals.at("/stores").findValuesAsText("available"))
                .containsExactly("5", "50");
        assertThat(proposals.at("/orders/0/stores/0").asText()).isEqualTo("S2");

        item.receive(far, 0.5);
        item.take(near, 4);
        assertThat(item.shown().at("/proposals/stores").findValuesAsText("store"))
                .containsExactly("PT1", "S2");
    }

    @Test
    void foundGoodsThatAreCountedCloseTheCase() {
        item.receive(shop.till(), 5);

        assertThat(item.isOpen()).isFalse();
        assertThat(item.act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "1")).code())
                .isEqualTo("case_closed");
    }

    @Test
    void theStoresTillsHearOfACaseAndOfItsEnd() {
        item.receive(near, 5);
        ShortageNews.tell(server.database(), NOW);

        Shortage open = item.shortages(shop.till()).getLast();
        assertThat(open.sku()).isEqualTo(new Sku(item.sku));
        assertThat(open.elsewhere()).contains(new Shortage.Elsewhere(S2, Quantity.of(5)));
        assertThat(shop.till().snapshot())
                .anyMatch(line -> line.contains(open.caseId().toString()));
        assertThat(item.shortages(near)).isEmpty();

        item.receive(shop.till(), 5);
        ShortageNews.tell(server.database(), NOW);
        assertThat(item.shortages(shop.till()).getLast().closedAt()).isPresent();
        assertThat(ShortageNews.tell(server.database(), NOW)).isZero();
    }

    @Test
    void aStoresManagerSeesAndSolvesTheirOwnCasesOnly() {
        TestClient own = TestStaff.manager(server, "S1");
        TestClient other = TestStaff.manager(server, "S2");
        String path = API + "/" + item.caseId();

        assertThat(own.get(path).status()).isEqualTo(200);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(API).json().path("items")).isEmpty();
        assertThat(
                        other.with("Idempotency-Key", "k")
                                .post(
                                        path + "/actions",
                                        Map.of(
                                                "action",
                                                "ASK_STORE",
                                                "store",
                                                "S2",
                                                "quantity",
                                                "1"))
                                .status())
                .isEqualTo(404);
    }

    /// The database itself keeps stores apart.
    @Test
    void rowLevelSecurityShowsNoOtherStoresActionsOrRequests() {
        item.act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "1"));

        for (String table : List.of("shortage_action", "transfer_request")) {
            assertThat(rows(table, new Caller.Staff(UUID.randomUUID(), Role.MANAGER, Set.of(S1))))
                    .as(table)
                    .isPositive();
            assertThat(rows(table, new Caller.Staff(UUID.randomUUID(), Role.MANAGER, Set.of(PT1))))
                    .as(table)
                    .isZero();
            assertThat(rows(table, new Caller.Visitor())).as(table).isZero();
        }
    }

    private static long rows(String table, Caller caller) {
        return server.numberFor(caller, "select count(*) from " + table);
    }
}
