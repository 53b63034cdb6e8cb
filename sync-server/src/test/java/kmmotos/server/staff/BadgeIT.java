package kmmotos.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Policy;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Badges as head office gives them out and takes them back.
class BadgeIT {
    private static final UUID DORA = UUID.randomUUID();
    private static final String PATH = "/api/admin/v1/staff/" + DORA;

    private static TestServer server;
    private static TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 75);
        assertThat(save(true).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static kmmotos.server.TestClient.Reply save(boolean active) {
        return server.admin()
                .put(
                        PATH,
                        Map.of(
                                "name",
                                "Dora",
                                "role",
                                "CASHIER",
                                "pin",
                                "4711",
                                "stores",
                                List.of("S1"),
                                "active",
                                active));
    }

    private static Badge made() {
        var reply = server.admin().post(PATH + "/badge", Map.of());
        assertThat(reply.status()).isEqualTo(200);
        return new Badge(reply.json().path("code").asText());
    }

    private static StaffMember told() {
        return till.told(Policy.StaffChanged.class).stream()
                .map(Policy.StaffChanged::member)
                .filter(member -> member.staffId().equals(DORA))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void tillsAreToldOfABadgeOfItsSuccessorAndOfItsEnd() {
        Badge first = made();
        assertThat(told().has(first)).isTrue();
        Badge second = made();
        assertThat(told().has(first)).isFalse();
        assertThat(told().has(second)).isTrue();
        assertThat(save(true).json().path("has_badge").asBoolean()).isTrue();
        assertThat(server.admin().delete(PATH + "/badge").status()).isEqualTo(204);
        assertThat(told().badgeHash()).isEmpty();
    }

    @Test
    void nobodyHasNoBadge() {
        var path = "/api/admin/v1/staff/" + UUID.randomUUID() + "/badge";
        assertThat(server.admin().post(path, Map.of()).status()).isEqualTo(404);
        assertThat(server.client().post(PATH + "/badge", Map.of()).status()).isEqualTo(401);
    }
}
