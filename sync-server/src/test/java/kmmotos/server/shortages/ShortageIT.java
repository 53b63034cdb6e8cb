package kmmotos.server.shortages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.OrderState;
import kmmotos.model.staff.Role;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.TestStaff;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Oversell cases: who is affected, what can be done, and that doing it ends them.
class ShortageIT {

    private static final String API = "/api/admin/v1/stock/shortages";
    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final StoreId S2 = new StoreId("S2");
    private static final StoreId PT1 = SampleStores.LISBON.storeId();
    private static final Store CAMPINAS =
            new Store(
                    S2,
                    "KM Motos Campinas",
                    "BR-SUDESTE",
                    SampleStores.SAO_PAULO.timeZone(),
                    SampleStores.BRL,
                    "BR-SP",
                    "pt-BR",
                    true,
                    List.of("Campinas"),
                    "11.222.333/0002-62");

    private static TestServer server;
    private static SampleShop shop;
    private static TestTill near;
    private static TestTill far;
    private static int number;

    private String sku;
    private Guest first;
    private Guest second;
    private JsonNode firstOrder;
    private JsonNode secondOrder;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = SampleShop.open(server);
        near = TestTill.enrol(server, CAMPINAS, 1);
        far = TestTill.enrol(server, SampleStores.LISBON, 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Ten on hand, two orders of four; then seven are sold at the counter: the second order comes
    /// off short.
    @BeforeEach
    void oversell() {
        sku = "SHORT-" + ++number;
        shop.take(
                "products",
                "sku,product,name_en,category,part_numbers,superseded_by\n"
                        + "%1$s,,Shaft,body,KX%2$d,NEW-%2$d\nNEW-%2$d,,New shaft,body,,\nSAME-%2$d,,Same shaft,body,KX%2$d,\n"
                                .formatted(sku, number));
        shop.take(
                "prices",
                "zone,sku,amount\nBR-SUDESTE,%s,5.00\nBR-SUDESTE,NEW-%d,9.00\n"
                        .formatted(sku, number));
        shop.stock(sku, "10");
        first = shop.guestWith(sku, "4");
        firstOrder = first.checkout().json();
        second = shop.guestWith(sku, "4");
        secondOrder = second.checkout().json();
        upload(
                shop.till(),
                new Event.StockAdjusted(
                        new StockAdjustment(
                                UUID.randomUUID(),
                                S1,
                                new Sku(sku),
                                Quantity.of(-7),
                                StockAdjustment.Reason.STORE_USE,
                                "")));
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void aCaseNamesTheOrdersAndWhichOfThemComeOffShort() {
        JsonNode found = found();

        assertThat(found.path("on_hand").asText()).isEqualTo("3");
        assertThat(found.path("reserved").asText()).isEqualTo("8");
        assertThat(found.path("description").asText()).isEqualTo("Shaft");
        assertThat(found.at("/orders/0/number")).isEqualTo(firstOrder.path("number"));
        assertThat(found.at("/orders/0/missing").asText()).isEqualTo("1");
        assertThat(found.at("/orders/1/missing").asText()).isEqualTo("4");
        assertThat(found.at("/orders/1/contact_name").asText()).isEqualTo("Ana Souza");
    }

    @Test
    void whoseGoodsArePutAsideIsServedFirst() {
        upload(
                shop.till(),
                new Event.OrderPicked(id(secondOrder), S1, Instant.EPOCH, UUID.randomUUID()));

        assertThat(found().at("/orders/0/number")).isEqualTo(secondOrder.path("number"));
        assertThat(found().at("/orders/0/firm").asBoolean()).isTrue();
    }

    @Test
    void storesWithEnoughAreProposedFirstAndTheNearestOfThem() {
        receive(far, 50);
        receive(near, 5);

        JsonNode proposals = shown().path("proposals");

        assertThat(proposals.at("/stores").findValuesAsText("store")).containsExactly("S2", "PT1");
        assertThat(proposals.at("/stores").findValuesAsText("available"))
                .containsExactly("5", "50");
        assertThat(proposals.at("/orders/0/stores/0").asText()).isEqualTo("S2");

        receive(far, 0.5);
        take(near, 4);
        assertThat(shown().at("/proposals/stores").findValuesAsText("store"))
                .containsExactly("PT1", "S2");
    }

    @Test
    void anotherStoreIsAskedAndItsTransferAnswersTheRequest() {
        receive(near, 9);
        JsonNode action = act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "5")).json();

        TransferRequest request = requests(near).getLast().request();
        assertThat(request.to()).isEqualTo(S1);
        assertThat(request.requestId().toString()).isEqualTo(action.path("action_id").asText());
        assertThat(near.snapshot()).anyMatch(line -> line.contains(request.requestId().toString()));
        assertThat(found().at("/actions/0/kind").asText()).isEqualTo("ASK_STORE");
        assertThat(found().at("/actions/0/staff_id").asText()).isNotEmpty();

        upload(near, new Event.TransferSent(request.answeredWith(request.lines())));
        assertThat(requests(near).getLast().open()).isFalse();
        assertThat(requests(shop.till()).getLast().open()).isFalse();
        upload(
                shop.till(),
                new Event.TransferReceived(
                        new kmmotos.model.stock.TransferReceipt(
                                UUID.randomUUID(), request.requestId(), S2, S1, request.lines())));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aTillAsksAnotherStoreByAFactAndItIsNotedInTheCase() {
        TransferRequest request =
                new TransferRequest(
                        UUID.randomUUID(),
                        S2,
                        S1,
                        List.of(new Transfer.Line(new Sku(sku), Quantity.of(5))),
                        Instant.EPOCH,
                        UUID.randomUUID());
        upload(shop.till(), new Event.TransferRequested(request));

        assertThat(requests(near).getLast().request()).isEqualTo(request);
        assertThat(found().at("/actions/0/store").asText()).isEqualTo("S2");
        assertThat(found().at("/actions/0/staff_id").asText())
                .isEqualTo(request.askedBy().toString());
    }

    @Test
    void aRequestThatNobodyNeedsAnyMoreIsWithdrawn() {
        receive(near, 9);
        assertThat(act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "5")).status())
                .isEqualTo(201);
        receive(shop.till(), 5);

        ShortageNews.tell(server.database(), Instant.now());
        assertThat(requests(near).getLast().open()).isFalse();
    }

    @Test
    void anotherStoreFulfilsTheOrderWithItsOwnStockAndTheCaseCloses() {
        receive(near, 9);
        String order = secondOrder.path("order_id").asText();
        assertThat(move(order).status()).isEqualTo(201);
        assertThat(move(firstOrder.path("order_id").asText()).status()).isEqualTo(201);

        JsonNode moved = second.order(secondOrder).json();
        assertThat(moved.path("store").asText()).isEqualTo("S2");
        assertThat(moved.at("/state/type").asText()).isEqualTo("placed");
        assertThat(isOpen()).isFalse();
        assertThat(orders(near)).anyMatch(told -> told.order().orderId().equals(id(secondOrder)));
        assertThat(orders(shop.till()).getLast().order().state())
                .isInstanceOf(OrderState.Cancelled.class);
        assertThat(balance(S2)).isEqualTo("9/8");
        assertThat(balance(S1)).isEqualTo("3/0");
    }

    @Test
    void aStoreThatHasNotEnoughCannotTakeTheOrderAndNothingChanges() {
        receive(near, 3);

        Reply reply = move(secondOrder.path("order_id").asText());

        assertThat(reply.code()).isEqualTo("out_of_stock");
        assertThat(balance(S1)).isEqualTo("3/8");
        assertThat(balance(S2)).isEqualTo("3/0");
        assertThat(found().path("actions")).isEmpty();
    }

    @Test
    void whatIsPutAsideIsNotMoved() {
        receive(near, 9);
        upload(
                shop.till(),
                new Event.OrderPicked(id(secondOrder), S1, Instant.EPOCH, UUID.randomUUID()));

        assertThat(move(secondOrder.path("order_id").asText()).code()).isEqualTo("order_too_far");
    }

    @Test
    void aSubstituteTakesThePlaceAtTheAgreedPrice() {
        shop.stock("NEW-" + number, "7");
        shop.stock("SAME-" + number, "7");
        assertThat(shown().at("/proposals/substitutes").findValuesAsText("sku"))
                .containsExactly("NEW-" + number, "SAME-" + number);

        Reply reply =
                act(
                        Map.of(
                                "action",
                                "SUBSTITUTE",
                                "order_id",
                                secondOrder.path("order_id").asText(),
                                "sku",
                                "NEW-" + number));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        JsonNode order = second.order(secondOrder).json();
        assertThat(order.at("/lines/0/priced/sku").asText()).isEqualTo("NEW-" + number);
        assertThat(order.at("/lines/0/description").asText()).contains("New shaft");
        assertThat(order.path("total")).isEqualTo(secondOrder.path("total"));
        assertThat(balance(S1)).isEqualTo("3/4");
        assertThat(
                        act(Map.of(
                                        "action",
                                        "SUBSTITUTE",
                                        "order_id",
                                        firstOrder.path("order_id").asText(),
                                        "sku",
                                        SampleShop.MIRROR))
                                .code())
                .isEqualTo("no_substitute");
    }

    @Test
    void aCancelledOrderTellsItsCustomerWhyAndARepeatedRequestIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        var cancel =
                Map.of(
                        "action",
                        "CANCEL_ORDER",
                        "order_id",
                        secondOrder.path("order_id").asText(),
                        "note",
                        "the last ones were damaged");

        Reply once = act(cancel, key);
        Reply again = act(cancel, key);

        assertThat(once.status()).as(once.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(once.text());
        assertThat(second.order(secondOrder).json().at("/state/why").asText())
                .isEqualTo("the last ones were damaged");
        assertThat(found().path("actions")).hasSize(1);
        assertThat(found().at("/orders")).hasSize(1);
    }

    @Test
    void foundGoodsThatAreCountedCloseTheCase() {
        receive(shop.till(), 5);

        assertThat(isOpen()).isFalse();
        assertThat(act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "1")).code())
                .isEqualTo("case_closed");
    }

    @Test
    void theStoresTillsHearOfACaseAndOfItsEnd() {
        receive(near, 5);
        ShortageNews.tell(server.database(), Instant.now());

        Shortage open = shortages(shop.till()).getLast();
        assertThat(open.sku()).isEqualTo(new Sku(sku));
        assertThat(open.elsewhere()).contains(new Shortage.Elsewhere(S2, Quantity.of(5)));
        assertThat(shop.till().snapshot())
                .anyMatch(line -> line.contains(open.caseId().toString()));
        assertThat(shortages(near)).isEmpty();

        receive(shop.till(), 5);
        ShortageNews.tell(server.database(), Instant.now());
        assertThat(shortages(shop.till()).getLast().closedAt()).isPresent();
        assertThat(ShortageNews.tell(server.database(), Instant.now())).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(act(Map.of("action", "ASK_STORE", "store", "S1", "quantity", "1")).status())
                .isEqualTo(422);
        assertThat(act(Map.of("action", "ASK_STORE", "store", "XX", "quantity", "1")).status())
                .isEqualTo(422);
        assertThat(act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "0")).status())
                .isEqualTo(422);
        assertThat(
                        act(Map.of(
                                        "action",
                                        "CANCEL_ORDER",
                                        "order_id",
                                        UUID.randomUUID().toString(),
                                        "note",
                                        "x"))
                                .code())
                .isEqualTo("not_affected");
        assertThat(server.client().get(API).status()).isEqualTo(401);
    }

    @Test
    void aStoresManagerSeesAndSolvesTheirOwnCasesOnly() {
        TestClient own = TestStaff.manager(server, "S1");
        TestClient other = TestStaff.manager(server, "S2");
        String path = API + "/" + caseId();

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
        act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "1"));

        for (String table : List.of("shortage_action", "transfer_request")) {
            assertThat(count(table, new Caller.Staff(UUID.randomUUID(), Role.MANAGER, Set.of(S1))))
                    .as(table)
                    .isPositive();
            assertThat(count(table, new Caller.Staff(UUID.randomUUID(), Role.MANAGER, Set.of(PT1))))
                    .as(table)
                    .isZero();
            assertThat(count(table, new Caller.Visitor())).as(table).isZero();
        }
    }

    private static long count(String table, Caller caller) {
        return server.database()
                .inTransaction(
                        caller,
                        session ->
                                Sql.first(
                                                session,
                                                "select count(*) from " + table,
                                                row -> row.getLong(1))
                                        .orElseThrow());
    }

    private Reply move(String orderId) {
        return act(Map.of("action", "MOVE_ORDER", "order_id", orderId, "store", "S2"));
    }

    private Reply act(Map<String, String> command) {
        return act(command, UUID.randomUUID().toString());
    }

    private Reply act(Map<String, String> command, String key) {
        return server.admin()
                .with("Idempotency-Key", key)
                .post(API + "/" + caseId() + "/actions", command);
    }

    private String caseId() {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                                session,
                                                "select case_id from oversell_case where sku = ?",
                                                row -> row.getString(1),
                                                sku)
                                        .orElseThrow());
    }

    private JsonNode found() {
        for (JsonNode item : list()) {
            if (item.path("sku").asText().equals(sku)) {
                return item;
            }
        }
        throw new AssertionError("no open case of " + sku);
    }

    private boolean isOpen() {
        return list().findValuesAsText("case_id").contains(caseId());
    }

    private static JsonNode list() {
        Reply reply = server.admin().get(API + "?store=S1&page_size=100");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items");
    }

    private JsonNode shown() {
        Reply reply = server.admin().get(API + "/" + caseId());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String balance(StoreId store) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.first(
                                                session,
                                                "select on_hand, reserved from stock_balance where"
                                                        + " store_id = ? and sku = ?",
                                                row ->
                                                        Quantity.of(row.getBigDecimal(1))
                                                                + "/"
                                                                + Quantity.of(row.getBigDecimal(2)),
                                                store.value(),
                                                sku)
                                        .orElseThrow());
    }

    private void receive(TestTill till, double quantity) {
        JournalEntry _ =
                till.receive(new Sku(sku), Quantity.of(java.math.BigDecimal.valueOf(quantity)));
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private void take(TestTill till, int quantity) {
        upload(
                till,
                new Event.StockAdjusted(
                        new StockAdjustment(
                                UUID.randomUUID(),
                                till.till().storeId(),
                                new Sku(sku),
                                Quantity.of(-quantity),
                                StockAdjustment.Reason.STORE_USE,
                                "")));
    }

    private static void upload(TestTill till, Event event) {
        JournalEntry _ = till.record(event);
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private static List<Policy.TransferRequestChanged> requests(TestTill till) {
        return told(till, Policy.TransferRequestChanged.class);
    }

    private static List<Policy.OrderChanged> orders(TestTill till) {
        return told(till, Policy.OrderChanged.class);
    }

    private List<Shortage> shortages(TestTill till) {
        return told(till, Policy.ShortageChanged.class).stream()
                .map(Policy.ShortageChanged::shortage)
                .filter(shortage -> shortage.sku().equals(new Sku(sku)))
                .toList();
    }

    private static <P extends Policy> List<P> told(TestTill till, Class<P> kind) {
        return till.feed(Cursor.START, 0).entries().stream()
                .map(FeedEntry::policy)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static UUID id(JsonNode order) {
        return UUID.fromString(order.path("order_id").asText());
    }
}
