package kmmotos.server.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kmmotos.model.money.Quantity;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.returns.TakenBack;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.Sale;
import kmmotos.model.stock.Location;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Goods that come back at another store than they were sold at.
class ReturnIT {

    private static TestServer server;
    private static int number = 70;
    private TestTill seller;
    private TestTill taker;
    private TestTill third;

    /// Three brake pads and a chain kit.
    private Sale sold;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sell() {
        number++;
        seller = TestTill.enrol(server, SampleStores.SAO_PAULO, number);
        taker = TestTill.enrol(server, SampleStores.LISBON, number);
        third = TestTill.enrol(server, SampleStores.NEW_YORK, number);
        sold = seller.sale();
        seller.record(new Event.SaleCompleted(sold));
    }

    private static TestClient.Reply lookUp(TestTill till, Sale sale) {
        return till.get(
                "/sync/v1/devices/%s/receipts/%s"
                        .formatted(till.till().deviceId(), sale.receiptNumber()));
    }

    @Test
    void aTillLooksUpAReceiptOfAnotherStoreAndWhatCameBackOfIt() {
        seller.uploadAll();
        Sale back = taker.giveBack(sold, 2);
        taker.uploadAll();

        ReceiptAnswer answer = lookUp(third, sold).as(ReceiptAnswer.class);

        assertThat(answer.sale()).isEqualTo(sold);
        assertThat(answer.returns())
                .containsExactly(
                        new TakenBack(taker.till().deviceId(), back.saleId(), 1, Quantity.of(2)));
    }

    @Test
    void aReceiptThatNobodyToldOfIsUnknown() {
        TestClient.Reply reply = lookUp(third, sold);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("unknown_receipt");
    }

    @Test
    void aTillAsksForItselfOnly() {
        assertThat(
                        third.get(
                                        "/sync/v1/devices/%s/receipts/%s"
                                                .formatted(
                                                        taker.till().deviceId(),
                                                        sold.receiptNumber()))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void whatTwoTillsTookBackOfTheSameGoodsIsBookedAndComesToTheWorkList() {
        seller.uploadAll();
        taker.giveBack(sold, 2);
        assertThat(quarantined(taker)).isEmpty();
        third.giveBack(sold, 2);

        assertThat(quarantined(third))
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("returned_too_often");

        assertThat(lookUp(seller, sold).as(ReceiptAnswer.class).returns()).hasSize(2);
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void itIsNoticedTooWhenTheSaleArrivesAfterItsReturns() {
        taker.giveBack(sold, 2);
        assertThat(quarantined(taker)).isEmpty();
        third.giveBack(sold, 2);
        assertThat(quarantined(third)).isEmpty();

        assertThat(quarantined(seller))
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("returned_too_often");
    }

    @Test
    void headOfficeSeesWhatCameBackAndWhy() {
        Sale back = taker.giveBack(sold, 1);
        seller.uploadAll();
        taker.uploadAll();

        JsonNode shown =
                StreamSupport.stream(
                                server.admin()
                                        .get("/api/admin/v1/returns?page_size=100")
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .filter(one ->
                                one.path("sale_id").asText().equals(back.saleId().toString()))
                        .findFirst()
                        .orElseThrow();

        assertThat(shown.path("of_receipt").asText()).isEqualTo(sold.receiptNumber().toString());
        assertThat(shown.path("reason").asText()).isEqualTo("DEFECTIVE");
        assertThat(shown.path("condition").asText()).isEqualTo("TO_SUPPLIER");
        assertThat(shown.path("note").asText()).isEqualTo("squeals");
        assertThat(shown.at("/refund/amount").asText()).isEqualTo(back.total().negated().amount());
    }

    @Test
    void theListIsReadPageByPage() {
        taker.giveBack(sold, 1);
        taker.giveBack(sold, 1);
        taker.uploadAll();

        JsonNode first = server.admin().get("/api/admin/v1/returns?page_size=1").json();
        JsonNode second =
                server.admin()
                        .get(
                                "/api/admin/v1/returns?page_size=1&cursor="
                                        + first.path("next_cursor").asText())
                        .json();

        assertThat(second.at("/items/0/sale_id")).isNotEqualTo(first.at("/items/0/sale_id"));
    }

    @Test
    void whatGoesBackToTheSupplierIsNeverOnTheShelf() {
        Sale back = taker.giveBack(sold, 1);
        taker.uploadAll();

        assertThat(back.movements().getFirst().to()).isEqualTo(Location.SUPPLIER);
        assertThat(onHandInLisbon(back)).isZero();
    }

    private static long onHandInLisbon(Sale back) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                                session,
                                                "select coalesce(sum(on_hand), 0) from stock_balance"
                                                        + " where store_id = 'PT1' and sku = ?",
                                                row -> row.getLong(1),
                                                back.lines().getFirst().sku().value())
                                        .orElseThrow());
    }

    @Test
    void everyTillLearnsTheKeysOfAllStoresTillsFromTheFeedAndFromASnapshot() {
        List<Policy.ReceiptKeyChanged> told = taker.told(Policy.ReceiptKeyChanged.class);

        assertThat(told)
                .anyMatch(key -> key.till().equals(seller.till()) && !key.revoked())
                .anyMatch(key -> key.till().equals(third.till()));
    }

    @Test
    void whatATillPrintedHoldsWhenAnotherTakesItsPlace() {
        TestTill.enrol(server, SampleStores.SAO_PAULO, number);

        assertThat(taker.told(Policy.ReceiptKeyChanged.class))
                .filteredOn(key -> key.till().equals(seller.till()))
                .allMatch(key -> !key.revoked());
    }

    @Test
    void whatWasAskedForInVainIsListedAndCounted() {
        for (int i = 0; i < 3; i++) {
            taker.record(
                    new Event.SaleLost(
                            new LostSale(
                                    UUID.randomUUID(),
                                    taker.till().storeId(),
                                    taker.till().deviceId(),
                                    LocalDate.now(ZoneOffset.UTC),
                                    Instant.now(),
                                    sold.staffId(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    "Mirror no. " + number,
                                    Quantity.of(2),
                                    LostSale.Reason.NOT_LISTED)));
        }
        taker.uploadAll();

        JsonNode listed = server.admin().get("/api/admin/v1/lost-sales?page_size=2").json();
        JsonNode totals = server.admin().get("/api/admin/v1/lost-sales/totals").json();

        assertThat(listed.path("items")).hasSize(2);
        assertThat(listed.at("/items/0/words").asText()).isEqualTo("Mirror no. " + number);
        JsonNode total =
                StreamSupport.stream(totals.path("items").spliterator(), false)
                        .filter(one -> one.path("words").asText().equals("mirror no. " + number))
                        .findFirst()
                        .orElseThrow();
        assertThat(total.path("times").asInt()).isEqualTo(3);
        assertThat(total.path("quantity").asText()).isEqualTo("6");
    }

    private static List<UploadAnswer.Quarantined> quarantined(TestTill till) {
        return ((UploadAnswer.Ack) till.uploadAll()).quarantined();
    }
}
