package kmmotos.server.shortages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;

/// An item of which a shop promised more than it has: ten on hand, two orders of four, and seven
/// sold at the counter. The second order comes off short.
final class OversoldItem {

    static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    static final StoreId S2 = new StoreId("S2");
    static final String API = "/api/admin/v1/stock/shortages";
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

    /// A shop with two others, one in the same city as the law sees it, one abroad.
    record Chain(
            TestServer server, SampleShop shop, TestTill near, TestTill far, AtomicInteger items)
            implements AutoCloseable {

        static Chain start() {
            TestServer server = TestServer.start();
            return new Chain(
                    server,
                    SampleShop.open(server),
                    TestTill.enrol(server, CAMPINAS, 1),
                    TestTill.enrol(server, SampleStores.LISBON, 1),
                    new AtomicInteger());
        }

        private int next() {
            return items.incrementAndGet();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private final Chain chain;
    final int number;
    final String sku;
    final Guest first;
    final Guest second;
    final JsonNode firstOrder;
    final JsonNode secondOrder;

    OversoldItem(Chain chain) {
        this.chain = chain;
        this.number = chain.next();
        sku = "SHORT-" + number;
        SampleShop shop = chain.shop();
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
        take(shop.till(), 7);
    }

    Reply move(String orderId) {
        return act(Map.of("action", "MOVE_ORDER", "order_id", orderId, "store", "S2"));
    }

    Reply act(Map<String, String> command) {
        return act(command, UUID.randomUUID().toString());
    }

    Reply act(Map<String, String> command, String key) {
        return chain.server()
                .admin()
                .with("Idempotency-Key", key)
                .post(API + "/" + caseId() + "/actions", command);
    }

    String caseId() {
        return chain.server()
                .read(
                        "select case_id from oversell_case where sku = ?",
                        row -> row.getString(1),
                        sku)
                .orElseThrow();
    }

    JsonNode found() {
        for (JsonNode item : list()) {
            if (item.path("sku").asText().equals(sku)) {
                return item;
            }
        }
        throw new AssertionError("no open case of " + sku);
    }

    boolean isOpen() {
        return list().findValuesAsText("case_id").contains(caseId());
    }

    private JsonNode list() {
        Reply reply = chain.server().admin().get(API + "?store=S1&page_size=100");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items");
    }

    JsonNode shown() {
        Reply reply = chain.server().admin().get(API + "/" + caseId());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    /// On hand and reserved: `3/8`.
    String balance(StoreId store) {
        return chain.server()
                .read(
                        "select on_hand, reserved from stock_balance where store_id = ? and sku = ?",
                        row ->
                                Quantity.of(row.getBigDecimal(1))
                                        + "/"
                                        + Quantity.of(row.getBigDecimal(2)),
                        store.value(),
                        sku)
                .orElseThrow();
    }

    void receive(TestTill till, double quantity) {
        JournalEntry _ = till.receive(new Sku(sku), Quantity.of(BigDecimal.valueOf(quantity)));
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    void take(TestTill till, int quantity) {
        JournalEntry _ =
                till.tell(
                        new Event.StockAdjusted(
                                new StockAdjustment(
                                        UUID.randomUUID(),
                                        till.till().storeId(),
                                        new Sku(sku),
                                        Quantity.of(-quantity),
                                        StockAdjustment.Reason.STORE_USE,
                                        "")));
    }

    /// The goods of the second order are put aside.
    void pickSecond() {
        JournalEntry _ =
                chain.shop()
                        .till()
                        .tell(
                                new Event.OrderPicked(
                                        id(secondOrder), S1, Instant.EPOCH, UUID.randomUUID()));
    }

    /// What a till was told of this item's cases.
    List<Shortage> shortages(TestTill till) {
        return till.told(Policy.ShortageChanged.class).stream()
                .map(Policy.ShortageChanged::shortage)
                .filter(shortage -> shortage.sku().equals(new Sku(sku)))
                .toList();
    }

    static UUID id(JsonNode order) {
        return UUID.fromString(order.path("order_id").asText());
    }
}
