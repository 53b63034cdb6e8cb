package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Uploads of several tills that one transaction takes in. To have them together for sure, the
/// first one is held up by a lock on its till's row until the others wait.
class SharedUploadIT {

    private static final String HELD = "km_sync_uploads_waiting ";

    @RegisterExtension
    static final TestServer server = TestServer.start(Map.of("km.sync.commits", "1"));

    private static int tills;

    private static TestTill till(Store store) {
        return TestTill.enrol(server, store, ++tills);
    }

    @Test
    void whatComesDuringACommitIsTakenInByTheNextTogether() throws Exception {
        TestTill first = till(SampleStores.SAO_PAULO);
        List<TestTill> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(till(i % 2 == 0 ? SampleStores.SAO_PAULO : SampleStores.LISBON));
        }
        others.forEach(TestTill::sell);
        double before = transactions();

        List<UploadAnswer> answers = together(first, others);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(((UploadAnswer.Ack) answer).haveSeq()).isEqualTo(1));
        assertThat(transactions() - before).isEqualTo(2);
        for (TestTill till : others) {
            assertThat(count("sale", till.journal().getFirst().eventId())).isEqualTo(1);
        }
    }

    @Test
    void anEventThatFailsCostsOnlyItself() throws Exception {
        TestTill good = till(SampleStores.SAO_PAULO);
        TestTill bad = till(SampleStores.LISBON);
        good.sell();
        JournalEntry sale = bad.sell();
        UUID again = UUID.randomUUID();
        bad.recordAs(again, sale.type(), sale.version(), sale.body());

        List<UploadAnswer> answers = together(till(SampleStores.SAO_PAULO), List.of(good, bad));

        assertThat(answers.getFirst())
                .isInstanceOfSatisfying(
                        UploadAnswer.Ack.class, ack -> assertThat(ack.quarantined()).isEmpty());
        assertThat(answers.getLast())
                .isInstanceOfSatisfying(
                        UploadAnswer.Ack.class,
                        ack ->
                                assertThat(ack.quarantined())
                                        .containsExactly(
                                                new UploadAnswer.Quarantined(
                                                        again, "effect_failed")));
    }

    @Test
    void aTillReachesNoShiftOfAStoreWhoseTillIsWithIt() throws Exception {
        TestTill honest = till(SampleStores.SAO_PAULO);
        TestTill other = till(SampleStores.LISBON);
        ShiftOpening opening = opening(honest);
        honest.record(new Event.ShiftOpened(opening));
        other.record(new Event.ShiftOpened(opening));

        List<UploadAnswer> answers = together(till(SampleStores.SAO_PAULO), List.of(honest, other));

        String owner =
                text("select store_id from shift where shift_id = '" + opening.shiftId() + "'");
        for (int i = 0; i < answers.size(); i++) {
            TestTill till = i == 0 ? honest : other;
            boolean isIts = till.till().storeId().value().equals(owner);
            assertThat(((UploadAnswer.Ack) answers.get(i)).quarantined())
                    .extracting(UploadAnswer.Quarantined::code)
                    .isEqualTo(isIts ? List.of() : List.of("effect_failed"));
        }
    }

    @Test
    void anotherStoresFactIsNotToldAboutEvenWhenBothComeTogether() throws Exception {
        TestTill one = till(SampleStores.SAO_PAULO);
        TestTill other = till(SampleStores.LISBON);
        JournalEntry sale = one.sell();
        other.recordAs(sale.eventId(), sale.type(), sale.version(), sale.body());

        List<UploadAnswer> answers = together(till(SampleStores.SAO_PAULO), List.of(one, other));

        assertThat(answers.getFirst())
                .isInstanceOfSatisfying(
                        UploadAnswer.Ack.class, ack -> assertThat(ack.quarantined()).isEmpty());
        assertThat(answers.getLast())
                .isInstanceOfSatisfying(
                        UploadAnswer.Ack.class,
                        ack ->
                                assertThat(ack.quarantined())
                                        .containsExactly(
                                                new UploadAnswer.Quarantined(
                                                        sale.eventId(), "other_bytes")));
    }

    private static ShiftOpening opening(TestTill till) {
        return new ShiftOpening(
                UUID.randomUUID(),
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.parse("2026-03-02T08:00:00Z"),
                UUID.randomUUID(),
                Money.zero(SampleStores.BRL));
    }

    /// Uploads of these tills while the first one's is held up; what the others are answered.
    private static List<UploadAnswer> together(TestTill first, List<TestTill> others)
            throws Exception {
        first.sell();
        List<UploadAnswer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = server.testDatabase().asSuperuser()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute(
                        "select * from till where device_id = '"
                                + first.till().deviceId()
                                + "' for update");
            }
            Callable<UploadAnswer> send = first::uploadAll;
            Future<UploadAnswer> held = senders.submit(send);
            awaitHeld(1);
            List<Future<UploadAnswer>> sent = new ArrayList<>();
            for (TestTill till : others) {
                sent.add(senders.submit(till::uploadAll));
                awaitHeld(1 + sent.size());
            }
            connection.rollback();
            assertThat(held.get()).isInstanceOf(UploadAnswer.Ack.class);
            for (Future<UploadAnswer> answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static void awaitHeld(int uploads) {
        while (metric(HELD) < uploads) {
            Thread.onSpinWait();
        }
    }

    private static double transactions() {
        return metric("km_sync_group_size_count ");
    }

    private static double metric(String name) {
        return server.client()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private static long count(String table, UUID event) throws SQLException {
        return Long.parseLong(
                text("select count(*) from " + table + " where event_id = '" + event + "'"));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
