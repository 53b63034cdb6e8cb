package kmmotos.server.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.server.SampleShop;
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

/// Purchase orders from head office to the tills and back: progress, cost, ledger, work list.
class PurchaseIT {

    private static final String API = "/api/admin/v1/purchase-orders";
    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final Sku OIL = new Sku(SampleShop.OIL);
    private static final Sku MIRROR = new Sku(SampleShop.MIRROR);

    private static TestServer server;
    private static int number = 10;

    private TestTill first;
    private TestTill second;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        SampleShop _ = SampleShop.open(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        number += 2;
        first = TestTill.enrol(server, SampleStores.SAO_PAULO, number);
        second = TestTill.enrol(server, SampleStores.SAO_PAULO, number + 1);
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static PurchaseOrder order(Sku sku, long pieces, String cost) {
        UUID id = UUID.randomUUID();
        return new PurchaseOrder(
                id,
                "PO-" + id.toString().substring(0, 8),
                S1,
                "Torque Peças",
                Instant.parse("2026-11-20T10:00:00Z"),
                LocalDate.of(2026, 11, 24),
                10,
                List.of(new PurchaseOrder.Line(sku, Quantity.of(pieces), brl(cost))),
                true);
    }

    private static TestClient.Reply save(PurchaseOrder order) {
        return server.admin().put(API + "/" + order.orderId(), Json.MAPPER.valueToTree(order));
    }

    private static PurchaseOrder saved(Sku sku, long pieces, String cost) {
        PurchaseOrder order = order(sku, pieces, cost);
        TestClient.Reply reply = save(order);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return order;
    }

    private static JournalEntry receive(
            TestTill till, PurchaseOrder order, long pieces, long damaged) {
        return receive(till, order, order.lines().getFirst().sku(), pieces, damaged, false);
    }

    private static JournalEntry receive(
            TestTill till,
            PurchaseOrder order,
            Sku sku,
            long pieces,
            long damaged,
            boolean approved) {
        return till.record(
                new Event.PurchaseReceived(
                        new PurchaseReceipt(
                                UUID.randomUUID(),
                                order.orderId(),
                                order.number(),
                                S1,
                                "NF 1",
                                LocalDate.of(2026, 11, 21),
                                Instant.parse("2026-11-21T13:00:00Z"),
                                SampleStaff.ANA.staffId(),
                                Optional.of(SampleStaff.BRUNO.staffId()).filter(_ -> approved),
                                List.of(
                                        new PurchaseReceipt.Line(
                                                sku,
                                                Quantity.of(pieces),
                                                Quantity.of(damaged),
                                                order.line(sku).map(PurchaseOrder.Line::cost))))));
    }

    private static JsonNode progress(PurchaseOrder order) {
        return server.admin().get(API + "/" + order.orderId()).json();
    }

    private static List<String> waiting(JournalEntry entry) {
        return server.workList().items().stream()
                .filter(item -> item.path("event_id").asText().equals(entry.eventId().toString()))
                .map(item -> item.path("code").asText())
                .toList();
    }

    private static List<String> ledger(JournalEntry entry) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.list(
                                        session,
                                        "select account || ' ' || amount_minor from ledger_line"
                                                + " where event_id = ? order by n",
                                        row -> row.getString(1),
                                        entry.eventId()));
    }

    private static BigDecimal average(Sku sku) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                        session,
                                        "select average_minor from item_cost where store_id = 'S1'"
                                                + " and sku = ?",
                                        row -> row.getBigDecimal(1),
                                        sku.value()))
                .orElseThrow();
    }

    private static BigDecimal onHand(Sku sku) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                        session,
                                        "select on_hand from stock_balance where store_id = 'S1'"
                                                + " and sku = ?",
                                        row -> row.getBigDecimal(1),
                                        sku.value()))
                .orElse(BigDecimal.ZERO);
    }

    private static List<PurchaseProgress> told(TestTill till, PurchaseOrder order) {
        return till.told(Policy.PurchaseOrderChanged.class).stream()
                .map(Policy.PurchaseOrderChanged::progress)
                .filter(progress -> progress.order().orderId().equals(order.orderId()))
                .toList();
    }

    @Test
    void anOrderReachesTheShopsTillsAndTheirReceiptsReachHeadOffice() throws Exception {
        PurchaseOrder order = saved(OIL, 24, "18.00");
        assertThat(told(first, order)).containsExactly(PurchaseProgress.of(order));
        assertThat(first.snapshot().toString()).contains(order.number());

        receive(first, order, 20, 2);
        first.uploadAll();

        JsonNode seen = progress(order);
        assertThat(seen.path("state").asText()).isEqualTo("PARTLY_RECEIVED");
        assertThat(seen.at("/progress/came/0/quantity").asText()).isEqualTo("20");
        assertThat(seen.at("/progress/came/0/damaged").asText()).isEqualTo("2");
        assertThat(told(second, order).getLast().left(OIL)).isEqualTo(Quantity.of(4));

        receive(second, order, 4, 0);
        second.uploadAll();
        assertThat(progress(order).path("state").asText()).isEqualTo("RECEIVED");
        assertThat(first.snapshot().toString()).doesNotContain(order.number());
    }

    @Test
    void twoTillsThatReceiveTheSameOfflineAddUpAndTheSecondIsACase() {
        PurchaseOrder order = saved(MIRROR, 10, "60.00");
        BigDecimal before = onHand(MIRROR);
        JournalEntry one = receive(first, order, 10, 0);
        JournalEntry two = receive(second, order, 10, 0);
        first.uploadAll();
        second.uploadAll();

        assertThat(waiting(one)).isEmpty();
        assertThat(waiting(two)).containsExactly("over_received");
        assertThat(onHand(MIRROR).subtract(before)).isEqualByComparingTo("20");
        assertThat(progress(order).at("/progress/came/0/quantity").asText()).isEqualTo("20");
        server.workList().setAllAside();
    }

    @Test
    void whatSomebodyLetInIsNoCaseAndNeitherIsTheTolerance() {
        PurchaseOrder order = saved(MIRROR, 10, "60.00");
        JournalEntry within = receive(first, order, 11, 0);
        JournalEntry beyond = receive(first, order, MIRROR, 3, 0, true);
        first.uploadAll();
        assertThat(waiting(within)).isEmpty();
        assertThat(waiting(beyond)).isEmpty();
    }

    @Test
    void goodsOfAnUnknownOrderAreStockAndACase() {
        PurchaseOrder order = order(OIL, 5, "18.00");
        BigDecimal before = onHand(OIL);
        JournalEntry entry = receive(first, order, 5, 0);
        first.uploadAll();
        assertThat(waiting(entry)).containsExactly("unknown_purchase_order");
        assertThat(onHand(OIL).subtract(before)).isEqualByComparingTo("5");

        save(order);
        assertThat(progress(order).path("state").asText()).isEqualTo("RECEIVED");
        server.workList().setAllAside();
    }

    @Test
    void eachReceiptMovesTheAverageCostAndPostsItsValue() {
        Sku mirror = new Sku("MIR-02");
        PurchaseOrder cheap = saved(mirror, 30, "10.00");
        JournalEntry thirty = receive(first, cheap, 30, 0);
        first.uploadAll();
        assertThat(average(mirror)).isEqualByComparingTo("1000");
        assertThat(ledger(thirty))
                .containsExactly("goods_received_not_invoiced -30000", "inventory 30000");

        PurchaseOrder dear = saved(mirror, 10, "14.00");
        receive(first, dear, 5, 0);
        receive(first, dear, 5, 0);
        first.uploadAll();
        assertThat(average(mirror)).isEqualByComparingTo("1100");
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void anotherStoresTillReceivesNothing() {
        TestTill elsewhere = TestTill.enrol(server, SampleStores.LISBON, number);
        PurchaseOrder order = saved(OIL, 5, "18.00");
        JournalEntry entry = receive(elsewhere, order, 5, 0);
        elsewhere.uploadAll();
        assertThat(waiting(entry)).containsExactly("effect_failed");
        assertThat(progress(order).at("/progress/came")).isEmpty();
        server.workList().setAllAside();
    }

    @Test
    void aClosedOrderIsAwaitedNoMore() {
        PurchaseOrder order = saved(OIL, 24, "18.00");
        assertThat(server.admin().post(API + "/" + order.orderId() + "/close", Map.of()).status())
                .isEqualTo(204);
        assertThat(progress(order).path("state").asText()).isEqualTo("CLOSED");
        assertThat(told(first, order).getLast().isAwaited()).isFalse();
    }

    @Test
    void anOrderNeedsAKnownStoreKnownItemsAndItsOwnNumber() {
        PurchaseOrder order = saved(OIL, 24, "18.00");
        assertThat(save(order(new Sku("NO-SUCH"), 1, "1.00")).json().path("code").asText())
                .isEqualTo("unknown_sku");
        PurchaseOrder other =
                new PurchaseOrder(
                        UUID.randomUUID(),
                        order.number(),
                        S1,
                        "Torque Peças",
                        order.orderedAt(),
                        order.expected(),
                        0,
                        order.lines(),
                        true);
        assertThat(save(other).json().path("code").asText()).isEqualTo("number_taken");
        assertThat(server.admin().get(API + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void ordersComeFromAFileAndTheSameFileTwiceChangesNothing() {
        String file =
                """
                number,store,supplier,expected,sku,quantity,cost,tolerance_percent
                F-1,S1,Torque Peças,2026-12-01,OIL-10W40,24,18.00,10
                F-1,S1,Torque Peças,2026-12-01,MIR-01,4,60.00,10
                F-2,S1,Torque Peças,2026-12-01,NO-SUCH,4,60.00,
                F-3,S9,Torque Peças,2026-12-01,MIR-01,4,60.00,
                F-4,S1,Torque Peças,2026-12-01,MIR-01,-4,60.00,
                """;
        JsonNode report = take(file);
        assertThat(report.path("taken").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.findValuesAsText("code"))
                .containsExactlyInAnyOrder("unknown_sku", "unknown_store", "invalid");
        assertThat(take(file).path("changed").asInt()).isZero();
        List<String> numbers =
                server.admin()
                        .get(API + "?store=S1&page_size=100")
                        .json()
                        .findValuesAsText("number");
        assertThat(numbers).contains("F-1").doesNotContain("F-2", "F-3", "F-4");
    }

    private static JsonNode take(String file) {
        TestClient.Reply reply =
                server.admin()
                        .send(
                                "POST",
                                "/api/admin/v1/imports/purchase-orders",
                                file.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
