package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What tills send is taken in once, whatever comes twice, late, damaged or from a copy.
class UploadIT {

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int tills;
    private TestTill till;

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
    }

    @Test
    void aSaleIsBookedWithStockLedgerAndTakings() {
        long takingsBefore = takings();
        BigDecimal padsBefore = pads();
        JournalEntry sale = till.sell();

        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(takings() - takingsBefore).isEqualTo(TestTill.totalOfOneSale().minor());
        assertThat(pads()).isEqualByComparingTo(padsBefore.subtract(BigDecimal.valueOf(3)));
        assertThat(count("ledger_line", sale.eventId())).isGreaterThanOrEqualTo(2);
        assertThat(count("stock_movement", sale.eventId())).isEqualTo(2);
    }

    @Test
    void aRetriedUploadIsCountedOnce() {
        long before = takings();
        till.sell();
        till.sell();
        UploadBatch batch = till.batch(1, 2);

        var first = till.upload(batch).as(UploadAnswer.Ack.class);
        var second = till.upload(batch).as(UploadAnswer.Ack.class);

        assertThat(second.haveSeq()).isEqualTo(first.haveSeq()).isEqualTo(2);
        assertThat(second.haveHash()).isEqualTo(first.haveHash());
        assertThat(takings() - before).isEqualTo(2 * TestTill.totalOfOneSale().minor());
    }

    @Test
    void theSameBatchSentByManyAtOnceIsCountedOnce() throws Exception {
        long before = takings();
        till.sell();
        UploadBatch batch = till.batch(1, 1);
        Callable<Integer> send = () -> till.upload(batch).status();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = senders.invokeAll(List.of(send, send, send, send));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
    }

    @Test
    void anOverlappingBatchBringsOnlyWhatIsNew() {
        long before = takings();
        till.sell();
        till.uploadAll();
        till.sell();

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.haveSeq()).isEqualTo(2);
        assertThat(takings() - before).isEqualTo(2 * TestTill.totalOfOneSale().minor());
    }

    @Test
    void anUploadWhoseAnswerIsLostIsCountedOnce() throws Exception {
        long before = takings();
        till.sell();
        UploadBatch batch = till.batch(1, 1);
        till.uploadAndHangUp(batch);

        var answer = till.upload(batch).as(UploadAnswer.Ack.class);

        assertThat(answer.haveSeq()).isEqualTo(1);
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
    }

    @Test
    void aGapTellsWhatTheServerHas() {
        till.sell();
        till.sell();
        till.sell();
        var first = till.upload(till.batch(1, 1)).as(UploadAnswer.Ack.class);

        var reply = till.upload(till.batch(3, 3));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.as(UploadAnswer.class))
                .isEqualTo(new UploadAnswer.Gap(1, first.haveHash()));
    }

    @Test
    void aNewJournalThatDoesNotBeginAtOneIsAGapFromTheStart() {
        till.sell();
        till.sell();

        assertThat(till.upload(till.batch(2, 2)).as(UploadAnswer.class))
                .isEqualTo(new UploadAnswer.Gap(0, HashChain.START));
    }

    @Test
    void aClonedTillForksAndAfterJournallingAnewNothingIsLostOrDoubled() {
        long before = takings();
        TestTill clone = till.cloned();
        till.sell();
        till.uploadAll();
        clone.sell();
        clone.sell();

        assertThat(clone.uploadAll()).isEqualTo(new UploadAnswer.Fork(1));
        clone.journalAnew();
        assertThat(clone.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
        till.journalAnew();
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(takings() - before).isEqualTo(3 * TestTill.totalOfOneSale().minor());
    }

    @Test
    void aRevokedTillIsToldSo() {
        till.sell();
        server.admin().post("/api/admin/v1/tills/" + till.till().deviceId() + "/revoke", Map.of());

        var reply = till.upload(till.batch(1, 1));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("device_revoked");
    }

    @Test
    void anUnknownEventIsKeptAndDoesNotHoldUpTheOthers() {
        long before = takings();
        UUID future = UUID.randomUUID();
        till.recordAs(future, "sale_completed", 99, Map.of("sale", "of the future"));
        till.sell();

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.haveSeq()).isEqualTo(2);
        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(future, "unknown_type"));
        assertThat(count("event", future)).isEqualTo(1);
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
    }

    @Test
    void aMalformedEventIsKeptForPeopleToRead() {
        UUID broken = UUID.randomUUID();
        till.recordAs(broken, "sale_completed", 1, Map.of("sale", "no sale"));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(broken, "malformed"));
        assertThat(count("event", broken)).isEqualTo(1);
    }

    @Test
    void anEventWhoseEffectFailsCostsOnlyItself() {
        long before = takings();
        JournalEntry first = till.sell();
        UUID again = UUID.randomUUID();
        // The same sale under another event: its receipt would be booked twice.
        till.recordAs(again, first.type(), first.version(), first.body());
        till.sell();

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.haveSeq()).isEqualTo(3);
        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(again, "effect_failed"));
        assertThat(takings() - before).isEqualTo(2 * TestTill.totalOfOneSale().minor());
        assertThat(count("stock_movement", again)).isZero();
        server.workList().setAllAside();
    }

    @Test
    void otherBytesForAKnownEventAreSetAsideAndNeverOverwrite() {
        long before = takings();
        JournalEntry first = till.sell();
        till.uploadAll();
        till.recordAs(
                first.eventId(), first.type(), first.version(), Map.of("sale", "another content"));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(first.eventId(), "other_bytes"));
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
        server.workList().setAllAside();
    }

    @Test
    void anEventThatANewerServerUnderstandsIsBookedByARetry() {
        long before = takings();
        JournalEntry sale = till.sell();
        till.journal().clear();
        till.recordAs(sale.eventId(), "sale_completed", 99, sale.body());
        till.uploadAll();
        server.readsNow(sale.eventId());
        JsonNode item = server.workList().about(sale).orElseThrow();

        var retried = server.workList().retry(item);
        var again = server.workList().retry(item);

        assertThat(retried.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
    }

    private static long takings() {
        return server.number("select coalesce(sum(total_minor), 0) from takings");
    }

    private static BigDecimal pads() {
        return server.read(
                        "select on_hand from stock_balance where store_id = 'S1' and sku = ?",
                        row -> row.getBigDecimal(1),
                        SamplePrices.PAD.value())
                .orElse(BigDecimal.ZERO);
    }

    private static long count(String table, UUID eventId) {
        return server.number("select count(*) from " + table + " where event_id = ?", eventId);
    }
}
