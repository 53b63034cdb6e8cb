package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.SampleCounterOrders;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.SampleStock;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final UUID ID = SampleEvents.INCARNATION;
    private static final String KEY =
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    static final UploadAnswer.Ack ACK =
            new UploadAnswer.Ack(
                    9,
                    HashChain.START,
                    4,
                    List.of(new UploadAnswer.Quarantined(ID, "unknown_type")),
                    SampleSales.AT,
                    500,
                    0);

    static Stream<Policy> policies() {
        return Stream.of(
                new Policy.ProductChanged(SampleProducts.battery()),
                new Policy.CategoryChanged(SampleProducts.BRAKE_PADS),
                new Policy.BrandChanged(SampleProducts.BRAND),
                new Policy.PriceListPublished("PT", "ab12", SampleSales.AT),
                new Policy.TaxRulesChanged(SamplePrices.TAXES),
                new Policy.ForeignRatesChanged(
                        new ForeignRates(
                                SampleStores.SAO_PAULO.storeId(),
                                List.of(
                                        new ForeignRates.Rate(
                                                Currency.getInstance("USD"),
                                                new BigDecimal("5.40"),
                                                SamplePrices.DAY)))),
                new Policy.CouponChanged(SamplePrices.COUPON, 3),
                new Policy.CouponKeyChanged("0a1b2c3d", KEY, false),
                new Policy.ReceiptKeyChanged(SampleStores.TILL_1, KEY, false),
                new Policy.PromotionChanged(SamplePromotions.TUESDAY_EVENING),
                new Policy.CouponSpent("KC-0123-4567-89AB-CDEF", ID, SamplePrices.DAY),
                new Policy.CustomerChanged(SampleCustomers.WORKSHOP),
                new Policy.StaffChanged(SampleStaff.ANA),
                new Policy.StoreChanged(SampleStores.SAO_PAULO),
                new Policy.OrderChanged(SampleOrders.placed()),
                new Policy.CounterOrderChanged(
                        CounterOrderProgress.of(SampleCounterOrders.special())
                                .plus(SampleCounterOrders.deposit(ID, "20.00"))),
                new Policy.StockChanged(
                        SampleStores.SAO_PAULO.storeId(),
                        SamplePrices.PAD,
                        Quantity.of(-2),
                        SampleStores.TILL_1.deviceId(),
                        12,
                        Optional.of(ID)),
                new Policy.StockSeen(SampleStores.SAO_PAULO.storeId(), SampleStock.count().cut()),
                new Policy.TransferChanged(SampleStock.progress()),
                new Policy.TransferRequestChanged(SampleStock.request(), true),
                new Policy.PurchaseOrderChanged(SamplePurchases.progress()),
                new Policy.ReorderLevelChanged(SamplePurchases.level()),
                new Policy.ShortageChanged(SampleStock.shortage()),
                new Policy.SetAsideChanged(SampleStock.setAside()),
                new Policy.BinsChanged(SampleStock.bins()),
                new Policy.ExceptionSolved(ID),
                new Policy.StoreNamed(SampleStores.LISBON.storeId(), "KM Motos Lisboa"),
                new Policy.StockLevel(
                        SampleStores.SAO_PAULO.storeId(), SamplePrices.PAD, Quantity.of(20)),
                new Policy.DeviceRevoked(SampleStores.TILL_1.deviceId()),
                new Policy.TillChanged(SampleStores.TILL_1, KEY, false));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aFeedEntryComesBackAsItWasSent(Policy policy) throws Exception {
        FeedEntry entry = new FeedEntry(Scope.CATALOG, 7, ID, policy);
        Cursor cursor = Cursor.START.after(entry);
        FeedPage page = new FeedPage(List.of(entry), cursor, true, List.of(Scope.CUSTOMERS));
        String json = Json.MAPPER.writeValueAsString(page);
        assertThat(Json.MAPPER.readValue(json, FeedPage.class)).isEqualTo(page);
    }

    @Test
    void everyKindOfPolicyIsTried() {
        assertThat(policies().<Class<?>>map(Policy::getClass))
                .containsExactlyInAnyOrder(Policy.class.getPermittedSubclasses());
    }

    @Test
    void aStockChangeOfAnOlderServerSaysNothingAboutAJournal() throws Exception {
        String json =
                """
                {"type":"stock_changed","store":"S1","sku":"X","change":"-1",
                 "device":"01890000-0000-7000-8000-000000000001","seq":4}
                """;
        assertThat(Json.MAPPER.readValue(json, Policy.class))
                .isEqualTo(
                        new Policy.StockChanged(
                                SampleStores.SAO_PAULO.storeId(),
                                new kmmotos.model.catalog.Sku("X"),
                                Quantity.of(-1),
                                SampleStores.TILL_1.deviceId(),
                                4));
    }

    @Test
    void aTillPassesOverTheStockOfItsOwnJournalOnly() {
        Policy.StockChanged told =
                new Policy.StockChanged(
                        SampleStores.SAO_PAULO.storeId(),
                        SamplePrices.PAD,
                        Quantity.of(-1),
                        SampleStores.TILL_1.deviceId(),
                        4,
                        Optional.empty(),
                        Optional.of(ID));

        assertThat(told.isOf(SampleStores.TILL_1.deviceId(), ID)).isTrue();
        assertThat(told.isOf(SampleStores.TILL_1.deviceId(), new java.util.UUID(7, 7))).isFalse();
        assertThat(told.isOf(new kmmotos.model.stores.DeviceId(ID), ID)).isFalse();
    }

    @Test
    void aPriceListComesBackAsItWasSentAndIsNamedByItsContent() throws Exception {
        String json = Json.MAPPER.writeValueAsString(SamplePrices.LIST);
        var read = Json.MAPPER.readValue(json, kmmotos.model.pricing.PriceList.class);
        assertThat(read).isEqualTo(SamplePrices.LIST);
        assertThat(CanonicalJson.bytes(read)).isEqualTo(CanonicalJson.bytes(SamplePrices.LIST));
    }

    @Test
    void answersComeBackAsTheyWereSent() throws Exception {
        List<UploadAnswer> answers =
                List.of(ACK, new UploadAnswer.Gap(3, HashChain.START), new UploadAnswer.Fork(5));
        for (UploadAnswer answer : answers) {
            String json = Json.MAPPER.writeValueAsString(answer);
            assertThat(Json.MAPPER.readValue(json, UploadAnswer.class)).isEqualTo(answer);
        }
    }

    @Test
    void aCursorTravelsAsAQueryParameter() {
        Cursor cursor =
                Cursor.START.with(Scope.priceList("PT"), new Cursor.Position(5, Optional.of(ID)));
        assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
        assertThat(cursor.at(Scope.CATALOG)).isEqualTo(Cursor.Position.START);
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode("%%%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode("bm9uZQ"));
    }

    @Test
    void aBatchIsSignedOverEverythingButItsSignature() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        UploadBatch batch = batch();
        byte[] signature = DeviceSignature.sign(keys.getPrivate(), batch.signedBytes());
        UploadBatch signed = batch.signed(Base64.getEncoder().encodeToString(signature));
        UploadBatch read =
                Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(signed), UploadBatch.class);
        assertThat(read).isEqualTo(signed);
        assertThat(DeviceSignature.verify(keys.getPublic(), read.signedBytes(), signature))
                .isTrue();
        byte[] other = read.signedBytes();
        other[20] ^= 1;
        assertThat(DeviceSignature.verify(keys.getPublic(), other, signature)).isFalse();
    }

    @Test
    void aRequestIsSignedWithItsTargetTimeAndBody() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] body = {1, 2, 3};
        DeviceSignature signature =
                DeviceSignature.sign(
                        keys.getPrivate(),
                        SampleStores.TILL_1.deviceId(),
                        SampleSales.AT,
                        "POST",
                        "/sync/v1/x?y=1",
                        body);
        DeviceSignature read = DeviceSignature.find(signature.header()).orElseThrow();
        assertThat(read.isBy(keys.getPublic(), "POST", "/sync/v1/x?y=1", body)).isTrue();
        assertThat(read.isBy(keys.getPublic(), "GET", "/sync/v1/x?y=1", body)).isFalse();
        assertThat(read.isBy(keys.getPublic(), "POST", "/sync/v1/x?y=1", new byte[0])).isFalse();
        assertThat(read.isWithinSkew(SampleSales.AT.plusSeconds(600))).isTrue();
        assertThat(read.isWithinSkew(SampleSales.AT.minusSeconds(601))).isFalse();
        assertThat(DeviceSignature.find("Bearer abc")).isEmpty();
        for (String broken :
                List.of(
                        signature.header() + "A",
                        signature.header().replace(":", ""),
                        signature.header().replaceFirst("-[0-9a-f]{4}", "-----"),
                        "KM-Device " + signature.device() + ":soon:" + signature.signature(),
                        "KM-Device " + "-".repeat(36) + ":1:" + "A".repeat(86))) {
            assertThat(DeviceSignature.find(broken)).as(broken).isEmpty();
        }
        String encoded = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        assertThat(DeviceSignature.publicKey(encoded)).isEqualTo(keys.getPublic());
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceSignature.publicKey("AAAA"));
    }

    @Test
    void anEventOfAnUnknownTypeOrVersionKeepsItsHash() throws Exception {
        String json =
                """
                {"event_id":"01890000-0000-7000-8000-000000000777","seq":1,"at":"2026-11-21T13:45:30Z",
                 "type":"bike_washed","version":3,"body":{"with":"soap","litres":7}}
                """;
        JournalEntry entry = Json.MAPPER.readValue(json, JournalEntry.class);
        assertThat(entry.read()).isEqualTo(new JournalEntry.Reading.UnknownType("bike_washed", 3));
        JsonNode tree = Json.MAPPER.readTree(json);
        assertThat(entry.hashAfter(HashChain.START))
                .isEqualTo(HashChain.next(HashChain.START, CanonicalJson.bytes(tree)));
    }

    @Test
    void anEventThatBreaksARuleIsMalformedAndSaysWhy() throws Exception {
        JournalEntry entry = JournalEntry.of(ID, 1, SampleSales.AT, SampleEvents.all().getFirst());
        String broken =
                Json.MAPPER
                        .writeValueAsString(entry)
                        .replaceFirst("\"quantity\":\"3\"", "\"quantity\":\"0\"");
        JournalEntry.Reading reading = Json.MAPPER.readValue(broken, JournalEntry.class).read();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        JournalEntry.Reading.Malformed.class,
                        malformed -> assertThat(malformed.why()).contains("quantity cannot be 0"));
    }

    @Test
    void canonicalJsonSortsAndEscapesAsRfc8785() throws Exception {
        JsonNode tree =
                Json.MAPPER.readTree(
                        "{\"b\": [1, true, null, \"\\u20ac\\u000f\\n\\/\\\"\\\\\"], \"a\": {},"
                                + " \"\\u0041\": -7}");
        assertThat(new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8))
                .isEqualTo("{\"A\":-7,\"a\":{},\"b\":[1,true,null,\"€\\u000f\\n/\\\"\\\\\"]}");
    }

    @Test
    void canonicalJsonHasNoFractionsAndNoHugeIntegers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(Map.of("x", 1.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(Map.of("x", 1L << 60)));
        assertThat(CanonicalJson.bytes(new TreeMap<>(Map.of("x", new BigDecimal("1.5")))))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"x\":\"1.5\"}");
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void uuidsOfVersion7SortByTime(long seed) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(UuidV7.of(Instant.EPOCH.plusMillis(seed * 1_000_000 + i), random));
        }
        assertThat(ids).isSorted().allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    static UploadBatch batch() {
        return new UploadBatch(
                ID,
                1,
                HashChain.START,
                List.of(JournalEntry.of(ID, 1, SampleSales.AT, SampleEvents.all().getFirst())),
                1,
                new UploadBatch.DeviceClock(SampleSales.AT, 5_000, "boot-1"),
                "0.1.0",
                "");
    }
}
