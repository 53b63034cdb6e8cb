package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goods between two stores: two facts, in any order, and nothing lost on the way.
class TransferIT {

    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final StoreId PT1 = SampleStores.LISBON.storeId();

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int number;

    private TestTill sender;
    private TestTill receiver;
    private Sku sku;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @BeforeEach
    void enrol() {
        sender = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        receiver = TestTill.enrol(server, SampleStores.LISBON, number);
        sku = new Sku("SKU" + number);
    }

    @Test
    void whatWasSentIsOnItsWayUntilItArrives() {
        UUID id = send(4);
        sender.uploadAll();
        assertThat(figures()).containsExactly(-4L, 0L, 4L);

        arrive(id, 3);
        receiver.uploadAll();
        assertThat(figures()).containsExactly(-4L, 3L, 1L);
        assertThat(state(id)).isEqualTo(TransferProgress.State.PARTLY_RECEIVED);

        arrive(id, 1);
        receiver.uploadAll();
        assertThat(figures()).containsExactly(-4L, 4L, 0L);
        assertThat(state(id)).isEqualTo(TransferProgress.State.RECEIVED);
    }

    @Test
    void anArrivalBeforeItsSendingIsBookedAndHealsWhenTheSenderIsHeard() {
        UUID id = send(4);
        arrive(id, 4);
        receiver.uploadAll();
        assertThat(figures()).containsExactly(0L, 4L, -4L);
        assertThat(state(id)).isEqualTo(TransferProgress.State.PARTLY_RECEIVED);

        sender.uploadAll();
        assertThat(figures()).containsExactly(-4L, 4L, 0L);
        assertThat(state(id)).isEqualTo(TransferProgress.State.RECEIVED);
    }

    @Test
    void moreThanWasSentMayArrive() {
        UUID id = send(4);
        arrive(id, 5);
        sender.uploadAll();
        receiver.uploadAll();

        assertThat(figures()).containsExactly(-4L, 5L, -1L);
        assertThat(state(id)).isEqualTo(TransferProgress.State.RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inAnyOrderOfArrivalNothingIsLostOnTheWay(long seed) {
        Random random = new Random(seed);
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(send(4));
        }
        Collections.shuffle(sent, random);
        for (UUID id : sent) {
            (random.nextBoolean() ? sender : receiver).uploadAnything();
            arrive(id, 3);
            arrive(id, 1);
        }
        List<TestTill> tills = new ArrayList<>(List.of(sender, receiver));
        Collections.shuffle(tills, random);
        tills.forEach(TestTill::uploadAll);

        assertThat(figures()).as("seed %d", seed).containsExactly(-20L, 20L, 0L);
        assertThat(sent).allMatch(id -> state(id) == TransferProgress.State.RECEIVED);
    }

    @Test
    void bothStoresAreToldAndASnapshotHoldsWhatIsOpen() throws JsonProcessingException {
        UUID id = send(4);
        sender.uploadAll();
        arrive(id, 1);
        receiver.uploadAll();

        TransferProgress open = told(receiver, id).getLast();
        assertThat(told(receiver, id)).hasSize(2);
        assertThat(told(sender, id).getLast()).isEqualTo(open);
        assertThat(open.lines())
                .containsExactly(new TransferProgress.Line(sku, Quantity.of(4), Quantity.ONE));
        String line = Json.MAPPER.writeValueAsString(new Policy.TransferChanged(open));
        assertThat(receiver.snapshot()).contains(line);
        assertThat(sender.snapshot()).contains(line);
    }

    @Test
    void everyTillKnowsWhereGoodsMayBeSent() throws JsonProcessingException {
        String lisbon =
                Json.MAPPER.writeValueAsString(
                        new Policy.StoreNamed(PT1, SampleStores.LISBON.name()));
        assertThat(sender.snapshot()).contains(lisbon);
        assertThat(sender.feed(Cursor.START, 0).entries().stream().map(FeedEntry::policy).toList())
                .contains(new Policy.StoreNamed(PT1, SampleStores.LISBON.name()));
    }

    @Test
    void aTillCannotSendWhatIsAtAnotherStore() {
        receiver.record(new Event.TransferSent(transfer(UUID.randomUUID(), 4)));

        var answer = (UploadAnswer.Ack) receiver.uploadAll();

        assertThat(answer.quarantined()).hasSize(1);
        assertThat(figures()).containsExactly(0L, 0L, 0L);
        repairNothing();
    }

    @Test
    void aTillCannotTakeWhatWasSentToAnotherStore() {
        UUID id = send(4);
        sender.uploadAll();
        TestTill stranger = TestTill.enrol(server, SampleStores.NEW_YORK, number);
        stranger.record(
                new Event.TransferReceived(
                        new TransferReceipt(
                                UUID.randomUUID(),
                                id,
                                S1,
                                SampleStores.NEW_YORK.storeId(),
                                transfer(id, 4).lines())));

        var answer = (UploadAnswer.Ack) stranger.uploadAll();

        assertThat(answer.quarantined()).hasSize(1);
        assertThat(figures()).containsExactly(-4L, 0L, 4L);
        repairNothing();
    }

    @Test
    void headOfficeSeesWhatIsOnItsWay() {
        UUID id = send(4);
        UUID done = send(1);
        arrive(done, 1);
        sender.uploadAll();
        receiver.uploadAll();

        JsonNode open =
                server.admin().get("/api/admin/v1/transfers?store=PT1&page_size=100").json();
        JsonNode mine = find(open, id.toString());
        assertThat(mine.path("state").asText()).isEqualTo("SENT");
        assertThat(mine.path("lines").get(0).path("sent").asText()).isEqualTo("4");
        assertThat(open.toString()).doesNotContain(done.toString());
        JsonNode elsewhere = server.admin().get("/api/admin/v1/transfers?store=NY1").json();
        assertThat(elsewhere.toString()).doesNotContain(id.toString());
        JsonNode stock = server.admin().get("/api/admin/v1/stock?store=PT1&page_size=100").json();
        assertThat(stock.path("items"))
                .anyMatch(line ->
                        line.path("sku").asText().equals(sku.value())
                                && line.path("store").asText().equals("PT1")
                                && line.path("in_transit").asText().equals("4"));
        assertThat(server.client().get("/api/admin/v1/transfers").status()).isEqualTo(401);
        assertThat(server.admin().get("/api/admin/v1/transfers?store=***").status()).isEqualTo(400);
    }

    @Test
    void aPageOfTransfersGoesOnWhereTheLastOneEnded() {
        send(1);
        send(2);
        sender.uploadAll();

        JsonNode first = server.admin().get("/api/admin/v1/transfers?page_size=1").json();
        String token = first.path("next_cursor").asText();
        JsonNode second =
                server.admin().get("/api/admin/v1/transfers?page_size=1&cursor=" + token).json();

        assertThat(first.path("items")).hasSize(1);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items")).isNotEqualTo(first.path("items"));
    }

    private static JsonNode find(JsonNode page, String id) {
        for (JsonNode item : page.path("items")) {
            if (item.path("transfer_id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not in " + page);
    }

    /// Head office looks into what was refused, so that the list is empty again.
    private static void repairNothing() {
        for (JsonNode item : server.workList().items()) {
            assertThat(server.workList().retry(item).status()).isEqualTo(409);
        }
        server.workList().setAllAside();
    }

    private Transfer transfer(UUID id, long pieces) {
        return new Transfer(id, S1, PT1, List.of(new Transfer.Line(sku, Quantity.of(pieces))));
    }

    private UUID send(long pieces) {
        UUID id = UUID.randomUUID();
        sender.record(new Event.TransferSent(transfer(id, pieces)));
        return id;
    }

    private void arrive(UUID id, long pieces) {
        receiver.record(
                new Event.TransferReceived(
                        new TransferReceipt(
                                UUID.randomUUID(), id, S1, PT1, transfer(id, pieces).lines())));
    }

    /// What the feed of the till's store told of a transfer.
    private static List<TransferProgress> told(TestTill till, UUID id) {
        List<TransferProgress> told = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (var page = till.feed(cursor, 0); ; page = till.feed(cursor, 0)) {
            for (FeedEntry entry : page.entries()) {
                if (entry.policy() instanceof Policy.TransferChanged(TransferProgress transfer)
                        && transfer.transferId().equals(id)) {
                    told.add(transfer);
                }
            }
            if (!page.more()) {
                return told;
            }
            cursor = page.cursor();
        }
    }

    private TransferProgress.State state(UUID id) {
        TransferProgress told = told(receiver, id).getLast();
        String stored =
                server.database()
                        .inTransaction(
                                new Caller.Server("test"),
                                session ->
                                        Sql.first(
                                                session,
                                                "select state from transfer where transfer_id = ?",
                                                row -> row.getString(1),
                                                id))
                        .orElseThrow();
        assertThat(told.state()).hasToString(stored);
        return told.state();
    }

    /// On hand at the sender, on hand at the receiver, on the way to it.
    private List<Long> figures() {
        return List.of(figure("on_hand", S1), figure("on_hand", PT1), figure("in_transit", PT1));
    }

    private long figure(String column, StoreId store) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                        session,
                                        "select "
                                                + column
                                                + "::bigint from stock_balance where store_id = ?"
                                                + " and sku = ?",
                                        row -> row.getLong(1),
                                        store.value(),
                                        sku.value()))
                .orElse(0L);
    }
}
