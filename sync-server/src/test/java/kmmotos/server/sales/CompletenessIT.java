package kmmotos.server.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Head office sees which numbers of which register are not here.
class CompletenessIT {

    private static TestServer server;
    private static int number;

    private TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
    }

    @Test
    void aRegisterWhoseNumbersRunOnIsComplete() {
        till.sell();
        till.sell();
        till.sell();
        upload();

        assertThat(register().path("complete").asBoolean()).isTrue();
        assertThat(register().at("/receipts/0/first").asLong()).isEqualTo(1);
        assertThat(register().at("/receipts/0/last").asLong()).isEqualTo(3);
        assertThat(register().at("/receipts/0/missing")).isEmpty();
    }

    @Test
    void missingNumbersAreListedAsRanges() {
        till.sell();
        Sale second = till.sale();
        Sale third = till.sale();
        till.sell();
        Sale fifth = till.sale();
        till.sell();
        upload();

        JsonNode missing = register().at("/receipts/0/missing");
        assertThat(missing.toString()).isEqualTo("[{\"from\":2,\"to\":3},{\"from\":5,\"to\":5}]");
        assertThat(register().path("complete").asBoolean()).isFalse();

        for (Sale late : new Sale[] {fifth, second, third}) {
            JournalEntry _ = till.record(new Event.SaleCompleted(late));
        }
        upload();
        assertThat(register().path("complete").asBoolean()).isTrue();
    }

    @Test
    void aSeriesThatDoesNotBeginAtOneHasItsBeginningMissing() {
        till.sale();
        till.sale();
        till.sell();
        upload();

        assertThat(register().at("/receipts/0/missing").toString())
                .isEqualTo("[{\"from\":1,\"to\":2}]");
    }

    /// What was sold before the days that are looked at is not taken for missing.
    @Test
    void anOlderReceiptIsKnownThoughItIsNotLookedAt() {
        till.sell();
        till.sell();
        upload();

        assertThat(registers("since=2999-01-01").path("items")).isNotEmpty();
        assertThat(register("since=2999-01-01").path("receipts")).isEmpty();
        assertThat(register("since=2999-01-01").path("complete").asBoolean()).isTrue();
    }

    @Test
    void whatWaitsOnTheWorkListKeepsARegisterFromBeingComplete() {
        JournalEntry _ = till.record(new Event.FactsMissing(UUID.randomUUID(), 2, 4));
        upload();

        assertThat(register().path("waiting").asLong()).isEqualTo(1);
        assertThat(register().path("complete").asBoolean()).isFalse();
    }

    @Test
    void zReportsAreProvedDifferOrAreMissing() {
        shift(1, "proved");
        shift(2, "differs");
        shift(5, "proved");
        shift(null, null);

        JsonNode reports = register().path("z_reports");

        assertThat(reports.path("proved").asLong()).isEqualTo(2);
        assertThat(reports.path("differs").toString()).isEqualTo("[2]");
        assertThat(reports.path("missing").toString()).isEqualTo("[{\"from\":3,\"to\":4}]");
        assertThat(reports.path("open").asLong()).isEqualTo(1);
        assertThat(register().path("complete").asBoolean()).isFalse();
    }

    @Test
    void onlyHeadOfficeIsToldAndNonsenseIsA400() {
        assertThat(server.client().get("/api/admin/v1/completeness").status()).isEqualTo(401);
        assertThat(server.admin().get("/api/admin/v1/completeness?since=x").status())
                .isEqualTo(400);
        assertThat(server.admin().get("/api/admin/v1/completeness?store=x").status())
                .isEqualTo(400);
    }

    private void shift(
            @org.jspecify.annotations.Nullable Integer z,
            @org.jspecify.annotations.Nullable String proof) {
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "insert into shift (shift_id, store_id, device_id,"
                                                + " business_day, opened_at, closed_at, z_number,"
                                                + " proof) values (?, 'S1', ?, current_date, now(),"
                                                + " case when ?::integer is null then null else"
                                                + " now() end, ?, ?)",
                                        UUID.randomUUID(),
                                        till.till().deviceId().value(),
                                        z,
                                        z,
                                        proof));
    }

    private void upload() {
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private JsonNode register() {
        return register("since=2000-01-01&store=S1");
    }

    private JsonNode register(String query) {
        for (JsonNode item : registers(query).path("items")) {
            if (item.at("/till/number").asInt() == number) {
                return item;
            }
        }
        throw new AssertionError("no register " + Map.of("number", number));
    }

    private static JsonNode registers(String query) {
        Reply reply = server.admin().get("/api/admin/v1/completeness?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
