package kmmotos.server.serials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A piece that came to one shop, was sold there and came back at another.
class SerialIT {

    private static final Sku ALARM = SampleProducts.sku(SampleProducts.alarm());

    private static TestServer server;
    private static int number = 170;
    private TestTill here;
    private TestTill there;
    private String serial;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openTwoShops() {
        number++;
        serial = "SN-" + number;
        here = TestTill.enrol(server, SampleStores.SAO_PAULO, number);
        there = TestTill.enrol(server, SampleStores.LISBON, number);
    }

    private void receive() {
        here.record(
                new Event.StockReceived(
                        new StockReceipt(
                                UUID.randomUUID(),
                                here.till().storeId(),
                                "DN 78",
                                List.of(
                                        new StockReceipt.Line(
                                                ALARM, Quantity.of(2), List.of(serial))))));
    }

    private Sale sell(TestTill till) {
        Sale sample = till.sale();
        List<SaleLine> lines =
                sample.lines().stream()
                        .map(line -> line.lineId() == 1 ? line.withSerials(List.of(serial)) : line)
                        .toList();
        Sale sale = till.sale(lines, sample.total());
        till.record(new Event.SaleCompleted(sale));
        return sale;
    }

    private Sale takeBack(TestTill till, Sale sold) {
        SaleLine back =
                Refund.line(sold, sold.lines().getFirst(), Quantity.ZERO, Quantity.ONE, 100_000)
                        .withSerials(List.of(serial));
        Money total = back.total();
        Sale sale = till.sale(List.of(back), total);
        till.record(new Event.SaleCompleted(sale));
        return sale;
    }

    private SerialHistory asked(TestTill till, String typed) {
        return till.get(
                        "/sync/v1/devices/%s/serials?serial=%s"
                                .formatted(till.till().deviceId(), typed))
                .as(SerialHistory.class);
    }

    @Test
    void aTillOfAnotherShopLearnsWhatHappenedToAPiece() {
        receive();
        Sale sold = sell(here);
        here.uploadAll();

        SerialHistory told = asked(there, serial.toLowerCase(java.util.Locale.ROOT));
        assertThat(told.steps())
                .extracting(SerialStep::kind)
                .containsExactlyInAnyOrder(SerialStep.Kind.SOLD, SerialStep.Kind.RECEIVED);
        assertThat(told.standingSale(sold.lines().getFirst().sku()))
                .map(SerialStep::reference)
                .contains(sold.receiptNumber().toString());
    }

    @Test
    void headOfficeSeesWhereItWasSoldAndWhereItCameBack() {
        Sale sold = sell(here);
        here.uploadAll();
        Sale back = takeBack(there, sold);
        there.uploadAll();

        JsonNode steps = server.admin().get("/api/admin/v1/serials/" + serial).json().path("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.findValuesAsText("store"))
                .containsExactlyInAnyOrder(
                        SampleStores.SAO_PAULO.storeId().value(),
                        SampleStores.LISBON.storeId().value());
        assertThat(steps.findValuesAsText("reference")).contains(back.receiptNumber().toString());
    }

    @Test
    void whatIsNoSerialNumberIsRefusedAndWhatNobodyToldOfIsEmpty() {
        assertThat(server.admin().get("/api/admin/v1/serials/NEVER-SEEN").json().path("steps"))
                .isEmpty();
        assertThat(server.admin().get("/api/admin/v1/serials/-").code()).isEqualTo("invalid_query");
        assertThat(
                        there.get("/sync/v1/devices/%s/serials".formatted(there.till().deviceId()))
                                .code())
                .isEqualTo("invalid_query");
        assertThat(
                        there.get(
                                        "/sync/v1/devices/%s/serials?serial=A1"
                                                .formatted(here.till().deviceId()))
                                .code())
                .isEqualTo("another_device");
        assertThat(server.client().get("/api/admin/v1/serials/A1").status()).isEqualTo(401);
    }
}
