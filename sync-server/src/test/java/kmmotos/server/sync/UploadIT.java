package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadIT {

    private static TestServer server;
    private static int tills;
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
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void aSaleIsBookedWithStockLedgerAndTakings() throws SQLException {
        long takingsBefore = takings();
        String padBefore = onHand();
        JournalEntry sale = till.sell();

        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(takings() - takingsBefore).isEqualTo(TestTill.totalOfOneSale().minor());
        assertThat(new java.math.BigDecimal(onHand()))
                .isEqualByComparingTo(new java.math.BigDecimal(padBefore).subtract(three()));
        assertThat(count("ledger_line", sale.eventId())).isGreaterThanOrEqualTo(2);
        assertThat(count("stock_movement", sale.eventId())).isEqualTo(2);
    }

    @Test
    void aRetriedUploadIsCountedOnce() throws SQLException {
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
    void anOverlappingBatchBringsOnlyWhatIsNew() throws SQLException {
        long before = takings();
        till.sell();
        till.uploadAll();
        till.sell();

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.haveSeq()).isEqualTo(2);
        assertThat(takings() - before).isEqualTo(2 * TestTill.totalOfOneSale().minor());
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
    void aClonedTillForksAndAfterJournallingAnewNothingIsLostOrDoubled() throws SQLException {
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
    void anUnknownEventIsKeptAndDoesNotHoldUpTheOthers() throws SQLException {
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
    void aMalformedEventIsKeptForPeopleToRead() throws SQLException {
        UUID broken = UUID.randomUUID();
        till.recordAs(broken, "sale_completed", 1, Map.of("sale", "no sale"));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(broken, "malformed"));
        assertThat(count("event", broken)).isEqualTo(1);
    }

    @Test
    void anEventWhoseEffectFailsCostsOnlyItself() throws SQLException {
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
        dismissAll();
    }

    @Test
    void otherBytesForAKnownEventAreSetAsideAndNeverOverwrite() throws SQLException {
        long before = takings();
        JournalEntry first = till.sell();
        till.uploadAll();
        till.recordAs(
                first.eventId(), first.type(), first.version(), Map.of("sale", "another content"));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(first.eventId(), "other_bytes"));
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
        dismissAll();
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

        var reply = till.post(path, TestTill.packed("{\"incarnation\":".getBytes(UTF_8)));

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
    void aZReportThatDoesNotAddUpGoesToTheWorkList() {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        till.record(new Event.SaleCompleted(one));
        till.record(new Event.SaleCompleted(till.sale()));
        ShiftTotals honest = ShiftTotals.none(SampleStores.BRL).plus(one).plus(one);
        JournalEntry proved = till.record(new Event.ShiftClosed(closing(1, 3, honest)));
        JournalEntry wrong = till.record(new Event.ShiftClosed(closing(2, 3, honest.plus(one))));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(wrong.eventId(), "z_report_differs"))
                .doesNotContain(new UploadAnswer.Quarantined(proved.eventId(), "z_report_differs"));
    }

    @Test
    void aZReportIsProvedByTheJournalBeforeButNotByWhatACopyOfTheTillSold() {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        till.record(new Event.SaleCompleted(one));
        till.record(new Event.SaleCompleted(till.sale()));
        TestTill copy = till.cloned();
        copy.journal().addAll(till.journal());
        copy.sell();
        copy.uploadAll();
        till.journalAnew(3);
        till.sell();
        ShiftTotals three = ShiftTotals.none(SampleStores.BRL).plus(one).plus(one).plus(one);
        till.record(new Event.ShiftClosed(closing(1, 2, three)));
        JournalEntry wrong = till.record(new Event.ShiftClosed(closing(2, 3, three.plus(one))));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(wrong.eventId(), "z_report_differs"));
    }

    @Test
    void anEventThatANewerServerUnderstandsIsBookedByARetry() throws SQLException {
        long before = takings();
        JournalEntry sale = till.sell();
        till.journal().clear();
        till.recordAs(sale.eventId(), "sale_completed", 99, sale.body());
        till.uploadAll();
        pretendVersionOne(sale.eventId());
        String id = waiting(sale).orElseThrow();

        var retried = retry(id);
        var again = retry(id);

        assertThat(retried.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(takings() - before).isEqualTo(TestTill.totalOfOneSale().minor());
    }

    @Test
    void aZReportThatLackedASaleIsProvedWhenTheSaleIsRepaired() throws SQLException {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        JournalEntry sold =
                JournalEntry.of(UUID.randomUUID(), 2, one.at(), new Event.SaleCompleted(one));
        JournalEntry late = till.recordAs(sold.eventId(), "sale_completed", 99, sold.body());
        ShiftTotals honest = ShiftTotals.none(SampleStores.BRL).plus(one);
        JournalEntry closed = till.record(new Event.ShiftClosed(closing(1, 2, honest)));
        till.uploadAll();
        assertThat(waiting(closed)).isPresent();

        pretendVersionOne(late.eventId());
        assertThat(retry(waiting(late).orElseThrow()).status()).isEqualTo(204);

        assertThat(waiting(closed)).isEmpty();
        assertThat(till.feed(Cursor.START, 0).entries())
                .extracting(FeedEntry::policy)
                .contains(
                        new Policy.ExceptionSolved(late.eventId()),
                        new Policy.ExceptionSolved(closed.eventId()));
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    /// The item of the work list about an entry.
    private static Optional<String> waiting(JournalEntry entry) {
        return server
                .admin()
                .get("/api/admin/v1/event-exceptions?page_size=100")
                .json()
                .path("items")
                .findParents("event_id")
                .stream()
                .filter(item -> item.path("event_id").asText().equals(entry.eventId().toString()))
                .map(item -> item.path("exception_id").asText())
                .findFirst();
    }

    private static Reply retry(String exceptionId) {
        return server.admin()
                .post("/api/admin/v1/event-exceptions/" + exceptionId + "/retry", Map.of());
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

    private ShiftOpening shift() {
        return new ShiftOpening(
                till.sale().shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.now(),
                UUID.randomUUID(),
                Money.zero(SampleStores.BRL));
    }

    private ShiftClosing closing(int number, long toSeq, ShiftTotals totals) {
        ZReport report =
                new ZReport(
                        number,
                        shift().shiftId(),
                        till.incarnation(),
                        1,
                        toSeq,
                        totals,
                        totals.takings(),
                        totals.takings());
        return new ShiftClosing(
                report.shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                Instant.now(),
                UUID.randomUUID(),
                report);
    }

    /// What an update of the server comes to: it now reads what it could not.
    private static void pretendVersionOne(UUID eventId) throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update event_exception set fact = convert_to(replace(convert_from(fact,"
                            + " 'UTF8'), '\"version\":99', '\"version\":1'), 'UTF8')"
                            + " where event_id = '"
                            + eventId
                            + "'");
        }
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
                        TestTill.enrol(
                                        server,
                                        code.toLowerCase(java.util.Locale.ROOT),
                                        TestTill.newKeys())
                                .status())
                .isEqualTo(201);
        assertThat(TestTill.enrol(server, code, TestTill.newKeys()).code())
                .isEqualTo("invalid_code");
    }

    private static void dismissAll() {
        var open = server.admin().get("/api/admin/v1/event-exceptions?page_size=100").json();
        open.path("items")
                .forEach(item ->
                        server.admin()
                                .post(
                                        "/api/admin/v1/event-exceptions/"
                                                + item.path("exception_id").asText()
                                                + "/dismiss",
                                        Map.of("note", "looked into")));
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static java.math.BigDecimal three() {
        return java.math.BigDecimal.valueOf(3);
    }

    private static long takings() throws SQLException {
        return Long.parseLong(value("select coalesce(sum(total_minor), 0) from takings"));
    }

    private static String onHand() throws SQLException {
        return value(
                "select coalesce(sum(on_hand), 0) from stock_balance where store_id = 'S1' and sku = '"
                        + SamplePrices.PAD.value()
                        + "'");
    }

    private static long count(String table, UUID eventId) throws SQLException {
        return Long.parseLong(
                value("select count(*) from " + table + " where event_id = '" + eventId + "'"));
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
