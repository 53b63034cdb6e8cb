package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who and what gets in: devices, their keys, clocks and bodies, and the staff at a till.
class TillAccessIT {

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int tills;
    private TestTill till;

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
    }

    @Test
    void aClockOffByADayLearnsTheServersTime() {
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/feed";
        Instant wrong = Instant.now().plus(Duration.ofDays(1));

        var refused = till.signed("GET", path, new byte[0], wrong).get(path);
        Instant serverTime = Instant.parse(refused.json().path("server_time").asText());
        var accepted = till.signed("GET", path, new byte[0], serverTime).get(path);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("clock_skew");
        assertThat(accepted.status()).isEqualTo(200);
    }

    @Test
    void aRequestSignedByAnotherKeyIsRefused() {
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/feed";
        var other = till.signed("GET", path + "?wait=0", new byte[0], Instant.now());

        assertThat(other.get(path).code()).isEqualTo("bad_signature");
        assertThat(server.client().get(path).code()).isEqualTo("signature_missing");
    }

    @Test
    void anAlteredBatchIsRefusedWhenAnotherTillCarriesIt() {
        TestTill carrier = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
        till.sell();
        UploadBatch batch = till.batch(1, 1);
        UploadBatch altered =
                new UploadBatch(
                        batch.incarnation(),
                        batch.fromSeq(),
                        batch.prevHash(),
                        batch.events(),
                        batch.journalEndSeq() + 1,
                        batch.clock(),
                        batch.appVersion(),
                        batch.signature());

        assertThat(carrier.carry(till, altered).code()).isEqualTo("bad_batch_signature");
    }

    @Test
    void aTillMayCarryTheBatchOfATillOfItsStore() {
        till.sell();
        TestTill carrier = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
        TestTill stranger = TestTill.enrol(server, SampleStores.LISBON, 1);
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/events";
        byte[] batch = TestTill.packed(TestTill.json(till.batch(1, 1)));

        assertThat(stranger.post(path, batch).code()).isEqualTo("another_store");
        assertThat(carrier.post(path, batch).status()).isEqualTo(200);
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedWithTheLimit() {
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/events";

        var plain = till.signed("POST", path, new byte[0], Instant.now());
        var large = plain.send("POST", path, new byte[10_000_000]);
        var bomb = till.post(path, TestTill.packed(new byte[10_000_000]));

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().path("limit").asLong()).isPositive();
        assertThat(bomb.status()).isEqualTo(413);
    }

    @Test
    void malformedJsonIsAProblemThatTellsWhere() {
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/events";

        var reply =
                till.post(
                        path,
                        TestTill.packed("{\"incarnation\":".getBytes(StandardCharsets.UTF_8)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isIn("malformed_json", "invalid_value");
        assertThat(reply.text()).doesNotContain("Exception").doesNotContain("com.fasterxml");
    }

    @Test
    void moreThanFiveHundredEventsAreRefused() {
        for (int i = 0; i <= UploadBatch.MAX_EVENTS; i++) {
            till.receive(SamplePrices.PAD, Quantity.ONE);
        }

        var reply = till.upload(till.batch(1, UploadBatch.MAX_EVENTS + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("limit").asInt()).isEqualTo(500);
    }

    @Test
    void anEnrolmentCodeIsGoodOnce() {
        String code =
                server.admin()
                        .post(
                                "/api/admin/v1/stores/S1/enrolments",
                                Map.of("number", 900, "name", "Till", "valid_minutes", 10))
                        .json()
                        .path("code")
                        .asText();

        assertThat(
                        TestTill.enrol(server, code.toLowerCase(Locale.ROOT), TestTill.newKeys())
                                .status())
                .isEqualTo(201);
        assertThat(TestTill.enrol(server, code, TestTill.newKeys()).code())
                .isEqualTo("invalid_code");
    }

    @Test
    void staffGetATokenWithTheirPinAtATillOfTheirStore() {
        UUID ana = UUID.randomUUID();
        server.admin()
                .put(
                        "/api/admin/v1/staff/" + ana,
                        Map.of(
                                "name",
                                "Ana",
                                "role",
                                "MANAGER",
                                "pin",
                                "4711",
                                "stores",
                                List.of("S1"),
                                "active",
                                true));
        TestTill elsewhere = TestTill.enrol(server, SampleStores.LISBON, 77);
        byte[] right = TestTill.json(Map.of("staff_id", ana, "pin", "4711"));
        byte[] wrong = TestTill.json(Map.of("staff_id", ana, "pin", "0000"));

        assertThat(till.postPlain("/api/store/v1/tokens", right).status()).isEqualTo(200);
        assertThat(elsewhere.postPlain("/api/store/v1/tokens", right).status()).isEqualTo(401);
        for (int i = 0; i < 4; i++) {
            assertThat(till.postPlain("/api/store/v1/tokens", wrong).status()).isEqualTo(401);
        }
        assertThat(till.postPlain("/api/store/v1/tokens", right).status()).isEqualTo(429);
        assertThat(server.client().send("POST", "/api/store/v1/tokens", right).code())
                .isEqualTo("signature_missing");
    }
}
