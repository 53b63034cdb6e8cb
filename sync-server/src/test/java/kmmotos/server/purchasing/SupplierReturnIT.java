package kmmotos.server.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.SampleShop;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Goods that go back to suppliers or to waste: stock, ledger at average cost, credit.
class SupplierReturnIT {

    private static final String API = "/api/admin/v1/supplier-returns";
    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final Sku OIL = new Sku(SampleShop.OIL);
    private static final Sku MIRROR = new Sku(SampleShop.MIRROR);

    private static TestServer server;
    private static TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = SampleShop.open(server).till();
        till.record(
                new Event.PurchaseReceived(
                        new PurchaseReceipt(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "PO-1",
                                S1,
                                "",
                                LocalDate.of(2026, 11, 21),
                                Instant.parse("2026-11-21T13:00:00Z"),
                                SampleStaff.ANA.staffId(),
                                Optional.empty(),
                                List.of(
                                        new PurchaseReceipt.Line(
                                                OIL,
                                                Quantity.of(100),
                                                Quantity.ZERO,
                                                Optional.of(
                                                        Money.parse(
                                                                "18.00", SampleStores.BRL)))))));
        till.uploadAll();
        server.workList().setAllAside();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SupplierReturn goods(Sku sku, long pieces) {
        return new SupplierReturn(
                UUID.randomUUID(),
                S1,
                "Torque Peças",
                SupplierReturn.Reason.DAMAGED,
                "NF 4711",
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T13:00:00Z"),
                SampleStaff.BRUNO.staffId(),
                List.of(new SupplierReturn.Line(sku, Quantity.of(pieces))));
    }

    private static JournalEntry tell(Event event) {
        JournalEntry entry = till.record(event);
        till.uploadAll();
        return entry;
    }

    private static JsonNode find(UUID returnId) {
        for (JsonNode item : server.admin().get(API + "?page_size=100").json().path("items")) {
            if (item.at("/goods/return_id").asText().equals(returnId.toString())) {
                return item;
            }
        }
        throw new AssertionError(returnId + " is not listed");
    }

    private static List<String> ledger(JournalEntry entry) {
        return strings(
                "select account || ' ' || amount_minor from ledger_line where event_id = ?"
                        + " order by n",
                entry.eventId());
    }

    private static List<String> strings(String sql, Object parameter) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session -> Sql.list(session, sql, row -> row.getString(1), parameter));
    }

    @Test
    void whatGoesBackIsAClaimUntilItIsCredited() {
        SupplierReturn goods = goods(OIL, 2);
        JournalEntry entry = tell(new Event.SupplierReturned(goods));
        assertThat(ledger(entry)).containsExactly("inventory -3600", "supplier_claims 3600");
        assertThat(find(goods.returnId()).path("state").asText()).isEqualTo("sent");
        assertThat(find(goods.returnId()).at("/value/amount").asText()).isEqualTo("36.00");

        String credit = API + "/" + goods.returnId() + "/credit";
        assertThat(server.admin().post(credit, Map.of("note", " ")).status()).isEqualTo(422);
        assertThat(server.admin().post(credit, Map.of("note", "CN 12")).status()).isEqualTo(204);
        assertThat(find(goods.returnId()).path("state").asText()).isEqualTo("credited");
        assertThat(find(goods.returnId()).path("note").asText()).isEqualTo("CN 12");
        assertThat(server.admin().post(credit, Map.of("note", "CN 12")).status()).isEqualTo(404);
        assertThat(
                        strings(
                                "select sum(amount_minor)::text from ledger_line"
                                        + " where account = ?",
                                "suppliers"))
                .containsExactly("3600");
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void goodsOfWhichNoCostIsKnownGoBackWithoutAValue() {
        SupplierReturn goods = goods(MIRROR, 1);
        JournalEntry entry = tell(new Event.SupplierReturned(goods));
        assertThat(ledger(entry)).isEmpty();
        assertThat(find(goods.returnId()).has("value")).isFalse();
        assertThat(
                        server.admin()
                                .post(
                                        API + "/" + goods.returnId() + "/credit",
                                        Map.of("note", "CN 13"))
                                .status())
                .isEqualTo(204);
    }

    @Test
    void anotherStoresGoodsAreNotGivenBack() {
        TestTill elsewhere = TestTill.enrol(server, SampleStores.LISBON, 3);
        JournalEntry entry = elsewhere.record(new Event.SupplierReturned(goods(OIL, 1)));
        elsewhere.uploadAll();
        assertThat(server.workList().about(entry)).isPresent();
        server.workList().setAllAside();
    }

    @Test
    void aCorrectionGoesToTheAccountOfItsReason() {
        assertThat(ledger(adjust(StockAdjustment.Reason.DAMAGED, -2)))
                .containsExactly("inventory -3600", "waste 3600");
        assertThat(ledger(adjust(StockAdjustment.Reason.STORE_USE, -1)))
                .containsExactly("inventory -1800", "store_use 1800");
        assertThat(ledger(adjust(StockAdjustment.Reason.FOUND, 1)))
                .containsExactly("inventory 1800", "stock_difference -1800");
    }

    private static JournalEntry adjust(StockAdjustment.Reason reason, long change) {
        return tell(
                new Event.StockAdjusted(
                        new StockAdjustment(
                                UUID.randomUUID(), S1, OIL, Quantity.of(change), reason, "")));
    }
}
