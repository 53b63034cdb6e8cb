package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadOfficeIT {

    private static final String API = "/api/admin/v1";

    private static TestServer server;
    private static SampleShop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = SampleShop.open(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theConsolidatedStockShowsWhatIsThereReservedAndAvailable() {
        shop.take("products", "sku,name_en,category\nSHOWN-1,Shown,body\n");
        shop.take("prices", "zone,sku,amount\nBR-SUDESTE,SHOWN-1,5.00\n");
        shop.stock("SHOWN-1", "10");
        assertThat(shop.guestWith("SHOWN-1", "3").checkout().status()).isEqualTo(201);

        JsonNode line = get("/stock?number=shown1&store=S1").at("/items/0");

        assertThat(line.path("sku").asText()).isEqualTo("SHOWN-1");
        assertThat(line.path("on_hand").asText()).isEqualTo("10");
        assertThat(line.path("reserved").asText()).isEqualTo("3");
        assertThat(line.path("available").asText()).isEqualTo("7");
        assertThat(line.path("silent").asBoolean()).isFalse();
        assertThat(line.has("as_of")).isTrue();
    }

    @Test
    void stockIsPagedWithoutAGapOrADouble() {
        JsonNode first = get("/stock?page_size=2");
        JsonNode rest = get("/stock?page_size=100&cursor=" + first.path("next_cursor").asText());
        long all = server.number("select count(*) from stock_balance");

        assertThat(first.path("items").size() + rest.path("items").size()).isEqualTo((int) all);
        assertThat(get("/stock?below=-99999").path("items")).isEmpty();
    }

    @Test
    void theImportOfStockBooksMovementsAndNoFigure() {
        shop.take("products", "sku,name_en,category\nBOOKED-1,Booked,body\n");
        shop.stock("BOOKED-1", "5");
        shop.stock("BOOKED-1", "5");
        shop.stock("BOOKED-1", "3");

        List<String> movements =
                server.database()
                        .inTransaction(
                                new Caller.Server("test"),
                                session ->
                                        Sql.list(
                                                session,
                                                "select from_location, to_location,"
                                                        + " quantity::int from stock_movement where"
                                                        + " sku = 'BOOKED-1' order by at, event_id",
                                                row ->
                                                        row.getString(1)
                                                                + ">"
                                                                + row.getString(2)
                                                                + " "
                                                                + row.getString(3)));
        assertThat(movements).containsExactly("SUPPLIER>STORE 5", "STORE>ADJUST 2");
    }

    @Test
    void takingsAddUpPerDayPerSkuAndInTotal() {
        Sale sale = shop.till().sale();
        JournalEntry _ = shop.till().record(new Event.SaleCompleted(sale));
        assertThat(shop.till().uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        JsonNode day = get("/takings").at("/items/0");
        JsonNode total = get("/takings/total").at("/items/0");
        JsonNode skus = get("/takings/skus");

        assertThat(day.at("/total/amount").asText()).isEqualTo(sale.total().amount());
        assertThat(day.at("/tenders/cash/amount").asText()).isEqualTo(sale.total().amount());
        assertThat(total.at("/total/amount").asText()).isEqualTo(sale.total().amount());
        assertThat(total.path("lines").asInt()).isEqualTo(sale.lines().size());
        assertThat(units(total))
                .isEqualByComparingTo(unitsOf(skus.path("items")))
                .isEqualByComparingTo(
                        sale.lines().stream()
                                .map(line -> line.quantity().decimal())
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(get("/takings?from=2999-01-01").path("items")).isEmpty();
    }

    private static BigDecimal unitsOf(JsonNode skus) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode sku : skus) {
            sum = sum.add(units(sku));
        }
        return sum;
    }

    private static BigDecimal units(JsonNode of) {
        return new BigDecimal(of.path("units").asText());
    }

    @Test
    void theStoreHandsOverByASaleAndLetsTheReservationGo() {
        Guest guest = shop.guestWith(SampleShop.OIL, "1.5");
        JsonNode order = guest.checkout().json();
        UUID orderId = UUID.fromString(order.path("order_id").asText());
        Sale sale = shop.till().sale();
        JournalEntry _ =
                shop.till().record(new Event.SaleCompleted(SampleSales.handingOver(sale, orderId)));
        assertThat(shop.till().uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(guest.order(order).json().at("/state/type").asText()).isEqualTo("handed_over");
        assertThat(guest.cancel(order).code()).isEqualTo("not_possible");
        assertThat(get("/stock?number=OIL10W40").at("/items/0/reserved").asText()).isEqualTo("0");
        assertThat(get("/orders?state=handed_over&store=S1").at("/items/0/number").asText())
                .isEqualTo(order.path("number").asText());
    }

    @Test
    void aFactThatAnOrderCannotFollowGoesToTheWorkList() {
        Guest guest = shop.guestWith(SampleShop.OIL, "1");
        JsonNode order = guest.checkout().json();
        assertThat(guest.cancel(order).status()).isEqualTo(200);
        UUID orderId = UUID.fromString(order.path("order_id").asText());
        JournalEntry _ =
                shop.till()
                        .record(
                                new Event.OrderReady(
                                        orderId,
                                        shop.till().till().storeId(),
                                        java.time.Instant.EPOCH,
                                        "A1"));
        assertThat(shop.till().uploadAll()).isInstanceOf(UploadAnswer.Ack.class);

        assertThat(get("/event-exceptions").toString()).contains("order_not_open");
        assertThat(guest.order(order).json().at("/state/type").asText()).isEqualTo("cancelled");
    }

    @Test
    void pricesTaxesAndCouponsAreListedAndReachTheTill() {
        assertThat(
                        server.admin()
                                .put(
                                        API + "/coupons/SPRING-10",
                                        Map.of(
                                                "code",
                                                "SPRING-10",
                                                "discount",
                                                Map.of("type", "percent_off", "percent", "10"),
                                                "active",
                                                true))
                                .status())
                .isEqualTo(200);

        JsonNode list = get("/price-lists?zone=BR-SUDESTE").at("/items/0");
        assertThat(list.path("in_force").asBoolean()).isTrue();
        assertThat(get("/tax-rules").at("/items/0/place").asText()).isEqualTo("BR-SP");
        assertThat(get("/coupons").at("/items/0/coupon/code").asText()).isEqualTo("SPRING-10");
        assertThat(shop.till().snapshot())
                .anyMatch(line -> line.contains("\"product_changed\""))
                .anyMatch(line -> line.contains("\"brand_changed\""))
                .anyMatch(line -> line.contains("\"category_changed\""))
                .anyMatch(line -> line.contains("\"tax_rules_changed\""))
                .anyMatch(line -> line.contains("\"coupon_changed\""))
                .anyMatch(line -> line.contains(list.path("price_list_id").asText()));
        Reply artifact =
                shop.till().fetch("/sync/v1/pricelists/" + list.path("price_list_id").asText());
        assertThat(artifact.header("Cache-Control")).contains("immutable").contains("private");
        assertThat(
                        java.util.HexFormat.of()
                                .formatHex(kmmotos.server.http.Hashes.sha256(artifact.content())))
                .isEqualTo(list.path("price_list_id").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stock",
                "/stock/silent-stores",
                "/stock/shortages",
                "/takings",
                "/takings/total",
                "/takings/skus",
                "/orders",
                "/price-lists?zone=X",
                "/tax-rules",
                "/coupons"
            })
    void nobodyButHeadOfficeIsLetIn(String path) {
        assertThat(server.client().get(API + path).status()).isEqualTo(401);
        assertThat(
                        new TestClient("http://127.0.0.1:" + server.port())
                                .bearer("x.y.z")
                                .get(API + path)
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stock?page_size=0",
                "/stock?page_size=101",
                "/stock?cursor=!!",
                "/stock?below=many",
                "/stock?store=lower",
                "/takings?from=yesterday",
                "/price-lists"
            })
    void whatMakesNoSenseIsA400WithACode(String path) {
        Reply reply = server.admin().get(API + path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isNotEmpty();
    }

    /// The database itself keeps guests apart, whatever a route forgets.
    @Test
    void rowLevelSecurityShowsAGuestNothingOfOthers() {
        assertThat(shop.guestWith(SampleShop.MIRROR, "1").checkout().status()).isEqualTo(201);

        for (String table :
                List.of(
                        "cart",
                        "cart_line",
                        "customer_order",
                        "reservation",
                        "sale",
                        "oversell_case",
                        "event")) {
            long seen = server.numberFor(new Caller.Visitor(), "select count(*) from " + table);
            assertThat(seen).as(table).isZero();
        }
        long wholesale =
                server.numberFor(
                        new Caller.Visitor(),
                        "select count(*) from price where price_group is not null");
        assertThat(wholesale).isZero();
    }

    private static JsonNode get(String path) {
        Reply reply = server.admin().get(API + path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
