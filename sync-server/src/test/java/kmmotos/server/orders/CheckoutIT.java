package kmmotos.server.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.storage.StatementCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutIT {

    private TestServer server;
    private SampleShop shop;

    @BeforeEach
    void start() {
        server = TestServer.start(Map.of("km.database.pool-size", "20"));
        shop = SampleShop.open(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStockOfTenSellsTenTimesToFiftyBuyersAtOnce() {
        List<Guest> guests =
                IntStream.range(0, 50).mapToObj(_ -> shop.guestWith(SampleShop.PADS, "1")).toList();

        List<Reply> replies =
                atOnce(guests.stream().<Callable<Reply>>map(g -> g::checkout).toList());

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(10);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .hasSize(40)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("out_of_stock"));
        assertThat(balance(SampleShop.PADS)).isEqualTo("10 on hand, 10 reserved");
    }

    @Test
    void theLastUseOfACouponIsGivenAwayOnce() {
        coupon("LAST-ONE", 1);
        List<Guest> guests =
                IntStream.range(0, 10)
                        .mapToObj(_ -> shop.guestWith(SampleShop.MIRROR, "1"))
                        .toList();
        guests.forEach(guest -> assertThat(guest.coupons("last-one").status()).isEqualTo(200));

        List<Reply> replies =
                atOnce(guests.stream().<Callable<Reply>>map(g -> g::checkout).toList());

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> {
                    assertThat(reply.code()).isEqualTo("coupon_refused");
                    assertThat(reply.json().at("/coupons/LAST-ONE").asText()).isEqualTo("used_up");
                });
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201)
                .allSatisfy(reply ->
                        assertThat(reply.json().at("/total/amount").asText()).isEqualTo("72.00"));
        assertThat(balance(SampleShop.MIRROR)).isEqualTo("200 on hand, 1 reserved");
    }

    @Test
    void oneCartCompletedTwentyTimesInParallelIsOneOrder() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "2");

        List<Reply> replies =
                atOnce(
                        IntStream.range(0, 20)
                                .<Callable<Reply>>mapToObj(_ -> guest::checkout)
                                .toList());

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("cart_completed"));
        assertThat(balance(SampleShop.MIRROR)).isEqualTo("200 on hand, 2 reserved");
    }

    @Test
    void theSameKeyAnswersTheSameOrderAndAnotherPayloadIsRefused() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        String key = UUID.randomUUID().toString();

        Reply first = guest.checkout(key);
        Reply again = guest.checkout(key);
        Reply other =
                guest.client()
                        .with("Idempotency-Key", key)
                        .post(guest.cart() + "/checkout", Map.of("contact_name", "Somebody else"));
        Reply without =
                guest.client().post(guest.cart() + "/checkout", Map.of("contact_name", "Ana"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(without.code()).isEqualTo("idempotency_key_missing");
        assertThat(balance(SampleShop.MIRROR)).isEqualTo("200 on hand, 1 reserved");
    }

    @Test
    void parallelAddsToACartAllCount() {
        Guest guest = shop.guest();

        List<Reply> replies =
                atOnce(
                        IntStream.range(0, 24)
                                .<Callable<Reply>>mapToObj(i ->
                                        () ->
                                                guest.add(
                                                        i % 2 == 0
                                                                ? SampleShop.MIRROR
                                                                : SampleShop.OIL,
                                                        "1"))
                                .toList());

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(guest.show().json().at("/lines").findValuesAsText("quantity"))
                .contains("12", "12");
    }

    @Test
    void aSaleAtTheTillAgainstAnOnlineReservationOpensACaseAndCancellingClosesIt() {
        JsonNode order = shop.guestWith(SampleShop.PADS, "8").checkout().json();

        tillTakes(SampleShop.PADS, "5");

        assertThat(balance(SampleShop.PADS)).isEqualTo("5 on hand, 8 reserved");
        JsonNode shortages = server.admin().get("/api/admin/v1/stock/shortages").json();
        assertThat(shortages.at("/items/0/sku").asText()).isEqualTo(SampleShop.PADS);
        assertThat(shortages.path("items")).hasSize(1);

        Reply refused = shop.guestWith(SampleShop.PADS, "1").checkout();
        assertThat(refused.code()).isEqualTo("out_of_stock");

        orderRefusedByTheStore(order);
        assertThat(server.admin().get("/api/admin/v1/stock/shortages").json().path("items"))
                .isEmpty();
        assertThat(balance(SampleShop.PADS)).isEqualTo("5 on hand, 0 reserved");
    }

    @Test
    void anOrderIsPickedMadeReadyAndHandedOver() {
        Guest guest = shop.guestWith(SampleShop.PADS, "2");
        JsonNode order = guest.checkout().json();
        UUID orderId = UUID.fromString(order.path("order_id").asText());
        assertThat(order.path("pickup_code").asText()).hasSize(8);
        assertThat(guest.order(order).json().has("pickup_code")).isFalse();

        upload(
                new Event.OrderPicked(
                        orderId,
                        shop.till().till().storeId(),
                        java.time.Instant.EPOCH,
                        UUID.randomUUID()));
        upload(
                new Event.OrderReady(
                        orderId, shop.till().till().storeId(), java.time.Instant.EPOCH, "A3"));

        assertThat(guest.order(order).json().at("/state/type").asText()).isEqualTo("ready");
        assertThat(shop.till().snapshot()).anyMatch(line -> line.contains("order_changed"));
        assertThat(order.toString()).doesNotContain("pickup_code_hash");
    }

    @Test
    void cancellingGivesTheGoodsAndTheCouponBackOnce() {
        coupon("ONCE", 1);
        Guest guest = shop.guestWith(SampleShop.MIRROR, "3");
        guest.coupons("ONCE");
        JsonNode order = guest.checkout().json();

        assertThat(guest.cancel(order).status()).isEqualTo(200);
        assertThat(guest.cancel(order).status()).isEqualTo(200);

        assertThat(balance(SampleShop.MIRROR)).isEqualTo("200 on hand, 0 reserved");
        Guest next = shop.guestWith(SampleShop.MIRROR, "1");
        next.coupons("ONCE");
        assertThat(next.checkout().status()).isEqualTo(201);
    }

    @Test
    void anOrderThatNobodyComesForExpiresAndGivesItsGoodsBack() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "3");
        JsonNode order = guest.checkout().json();
        java.time.Clock later =
                java.time.Clock.offset(
                        java.time.Clock.systemUTC(), Checkout.HELD_FOR.plusMinutes(1));

        assertThat(OrderUpkeep.run(server.database(), later)).isEqualTo(1);
        assertThat(OrderUpkeep.run(server.database(), later)).isZero();

        assertThat(guest.order(order).json().at("/state/type").asText()).isEqualTo("expired");
        assertThat(balance(SampleShop.MIRROR)).isEqualTo("200 on hand, 0 reserved");
    }

    @Test
    void aSilentStoreSellsOnlyWhatItHasSetAside() {
        silence();
        assertThat(shop.guestWith(SampleShop.PADS, "1").checkout().code())
                .isEqualTo("out_of_stock");
        Reply set =
                server.admin()
                        .put(
                                "/api/admin/v1/stock/online",
                                Map.of(
                                        "store",
                                        "S1",
                                        "sku",
                                        SampleShop.PADS,
                                        "safety",
                                        "0",
                                        "set_aside",
                                        "2"));
        assertThat(set.status()).isEqualTo(200);

        assertThat(shop.guestWith(SampleShop.PADS, "2").checkout().status()).isEqualTo(201);
        assertThat(shop.guestWith(SampleShop.PADS, "1").checkout().code())
                .isEqualTo("out_of_stock");
        assertThat(server.admin().get("/api/admin/v1/stock/silent-stores").json().path("items"))
                .hasSize(1);
    }

    @Test
    void anotherGuestSeesNeitherCartNorOrder() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        Guest other = new Guest(shop.guest().client(), guest.cart());

        assertThat(other.show().status()).isEqualTo(404);
        assertThat(other.add(SampleShop.MIRROR, "1").status()).isEqualTo(404);
        assertThat(other.checkout().status()).isEqualTo(404);
        JsonNode order = guest.checkout().json();
        assertThat(other.order(order).status()).isEqualTo(404);
        assertThat(other.cancel(order).status()).isEqualTo(404);
        assertThat(server.client().get(guest.cart()).code()).isEqualTo("cart_token_required");
    }

    @Test
    void aCartIsEditedOnlyAsTheCallerSawIt() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        String seen = guest.show().header("ETag");
        guest.add(SampleShop.MIRROR, "1");
        Map<String, String> line = Map.of("sku", SampleShop.MIRROR, "quantity", "5");

        assertThat(guest.client().put(guest.cart() + "/lines", line).status()).isEqualTo(428);
        assertThat(guest.client().with("If-Match", seen).put(guest.cart() + "/lines", line).code())
                .isEqualTo("stale_cart");
        Reply set =
                guest.client()
                        .with("If-Match", guest.show().header("ETag"))
                        .put(guest.cart() + "/lines", line);
        assertThat(set.json().at("/lines/0/quantity").asText()).isEqualTo("5");
        assertThat(set.header("Cache-Control")).contains("no-store");
    }

    @Test
    void impossibleLinesAreRefusedAndChangeNothing() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");

        assertThat(guest.add("NO-SUCH", "1").code()).isEqualTo("unknown_sku");
        assertThat(guest.add(SampleShop.MIRROR, "0.5").code()).isEqualTo("unknown_sku");
        assertThat(guest.add(SampleShop.MIRROR, "-1").code()).isEqualTo("quantity_out_of_range");
        assertThat(guest.add(SampleShop.MIRROR, "1000").code()).isEqualTo("quantity_out_of_range");
        assertThat(guest.add(SampleShop.MIRROR, "999").code()).isEqualTo("quantity_out_of_range");
        assertThat(guest.add(SampleShop.MIRROR, "many").status()).isEqualTo(400);
        assertThat(guest.coupons("A\u0000B").code()).isEqualTo("malformed_json");
        assertThat(guest.coupons("A\nB").code()).isEqualTo("invalid_coupon");
        assertThat(guest.coupons("A-1", "A-2", "A-3", "A-4").code()).isEqualTo("too_many_coupons");
        assertThat(guest.add(SampleShop.OIL, "0.5").status()).isEqualTo(200);
        assertThat(guest.show().json().at("/lines")).hasSize(2);
    }

    @Test
    void quantityTiersAndTaxesAreThoseOfTheEngine() {
        JsonNode cart = shop.guestWith(SampleShop.OIL, "4").show().json();

        assertThat(cart.at("/total/amount").asText()).isEqualTo("179.60");
        assertThat(cart.at("/lines/0/priced/reason").asText()).isEqualTo("TIER");
        BigDecimal net = new BigDecimal(cart.at("/net/amount").asText());
        BigDecimal tax = new BigDecimal(cart.at("/tax/amount").asText());
        assertThat(net.add(tax)).isEqualByComparingTo("179.60");
        assertThat(tax).isEqualByComparingTo("27.40");
    }

    @Test
    void aChangedPriceIsNotChargedUnasked() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        shop.take("prices", "zone,sku,amount\nBR-SUDESTE,MIR-01,85.00\n");

        Reply reply =
                guest.client()
                        .with("Idempotency-Key", "k")
                        .post(
                                guest.cart() + "/checkout",
                                Map.of(
                                        "contact_name",
                                        "Ana",
                                        "expected_total",
                                        Map.of("amount", "80.00", "currency", "BRL")));

        assertThat(reply.code()).isEqualTo("price_changed");
        assertThat(reply.json().at("/total/amount").asText()).isEqualTo("85.00");
    }

    @Test
    void aListOfTomorrowChangesNothingToday() {
        shop.take(
                "prices?effective_from=2999-01-01T00:00:00Z",
                "zone,sku,amount\nBR-SUDESTE,MIR-01,99.00\n");

        JsonNode cart = shop.guestWith(SampleShop.MIRROR, "1").show().json();
        assertThat(cart.at("/total/amount").asText()).isEqualTo("80.00");
        assertThat(
                        server.admin()
                                .get("/api/admin/v1/price-lists?zone=BR-SUDESTE")
                                .json()
                                .path("items")
                                .findValuesAsText("in_force"))
                .containsExactly("false", "true");
    }

    @Test
    void aListThatIsPublishedAgainHoldsAgainOfThoseForTheSameMoment() {
        String moment = "prices?effective_from=2998-01-01T00:00:00Z";
        shop.take(moment, "zone,sku,amount\nBR-SUDESTE,MIR-01,90.00\n");
        String first = lastPublished();
        shop.take(moment, "zone,sku,amount\nBR-SUDESTE,MIR-01,95.00\n");
        assertThat(lastPublished()).isNotEqualTo(first);

        shop.take(moment, "zone,sku,amount\nBR-SUDESTE,MIR-01,90.00\n");

        assertThat(lastPublished()).isEqualTo(first);
        JsonNode lists = server.admin().get("/api/admin/v1/price-lists?zone=BR-SUDESTE").json();
        assertThat(lists.path("items"))
                .filteredOn(list -> list.path("effective_from").asText().startsWith("2998"))
                .extracting(list -> list.path("price_list_id").asText())
                .hasSize(2)
                .startsWith(first);
    }

    /// The list that the feed told of last.
    private String lastPublished() {
        return shop.till().told(Policy.PriceListPublished.class).getLast().priceListId();
    }

    @Test
    void eachOperationTakesFewStatements() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        List<String> counts = new ArrayList<>();

        long create = statements(() -> shop.guest());
        long add = statements(() -> guest.add(SampleShop.OIL, "2"));
        long show = statements(guest::show);
        long complete = statements(guest::checkout);
        long search = statements(() -> server.client().get("/api/shop/v1/products?q=mirror"));

        counts.add("create " + create + ", add " + add + ", show " + show);
        counts.add("complete " + complete + ", search " + search);
        System.Logger log = System.getLogger("statements");
        log.log(System.Logger.Level.INFO, "SQL statements: {0}", String.join(", ", counts));
        assertThat(add).as("add a line").isLessThanOrEqualTo(6);
        assertThat(complete).as("complete").isLessThanOrEqualTo(15);
        assertThat(create + add + add + show + complete)
                .as("a whole checkout with two lines")
                .isLessThanOrEqualTo(40);
        assertThat(search).as("search").isLessThanOrEqualTo(6);
    }

    private long statements(Runnable work) {
        long before = StatementCount.soFar();
        work.run();
        return StatementCount.soFar() - before;
    }

    private void coupon(String code, int maxUses) {
        Reply reply =
                server.admin()
                        .put(
                                "/api/admin/v1/coupons/" + code,
                                Map.of(
                                        "code",
                                        code,
                                        "discount",
                                        Map.of("type", "percent_off", "percent", "10"),
                                        "max_uses",
                                        maxUses,
                                        "active",
                                        true));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void tillTakes(String sku, String quantity) {
        upload(
                new Event.StockAdjusted(
                        new StockAdjustment(
                                UUID.randomUUID(),
                                shop.till().till().storeId(),
                                new Sku(sku),
                                Quantity.parse(quantity).negated(),
                                StockAdjustment.Reason.STORE_USE,
                                "")));
    }

    private void orderRefusedByTheStore(JsonNode order) {
        upload(
                new Event.OrderRefused(
                        UUID.fromString(order.path("order_id").asText()),
                        shop.till().till().storeId(),
                        java.time.Instant.EPOCH,
                        "sold at the counter"));
    }

    private void upload(Event event) {
        JournalEntry _ = shop.till().record(event);
        assertThat(shop.till().uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private void silence() {
        server.change("update store_contact set last_contact = last_contact - interval '5 hours'");
    }

    private String balance(String sku) {
        return server.read(
                        """
                        select on_hand, reserved, (select coalesce(sum(quantity), 0)
                            from reservation r where r.sku = b.sku) as held
                        from stock_balance b where sku = ?\
                        """,
                        row -> {
                            assertThat(row.getBigDecimal("reserved"))
                                    .isEqualByComparingTo(row.getBigDecimal("held"));
                            return Quantity.of(row.getBigDecimal("on_hand"))
                                    + " on hand, "
                                    + Quantity.of(row.getBigDecimal("reserved"))
                                    + " reserved";
                        },
                        sku)
                .orElseThrow();
    }

    private static List<Reply> atOnce(List<Callable<Reply>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
