package kmmotos.desktop.headoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.SampleCounterOrders;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.SamplePurchases;
import kmmotos.model.stores.SampleStores;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/// A server that answers as `/api/admin/v1` does. The access token ends after each use but one.
final class SampleHeadOffice implements AutoCloseable {

    static final String CASE = "0193a000-0000-7000-8000-000000000100";
    static final String CARD = "2b984fa3-428a-8d13-ac1e-08cf65a5aba0";

    static final Instant NOW = Instant.parse("2026-11-21T15:04:05Z");

    private static final String PROPOSALS =
            """
            ,"proposals":{"stores":[{"store":"S2","available":"14"},{"store":"S3","available":"6"}],
            "substitutes":[{"sku":"BRK-CG160-X","description":"Front brake pad CG 160 sintered",
            "available":"7"}],"orders":[{"order_id":"0193a000-0000-7000-8000-000000000102",
            "stores":["S2","S3"]}]}\
            """;

    private static final String MISSING = "{\"from\":17,\"to\":19},{\"from\":88,\"to\":88}";

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile String backup =
            """
            {"proof":"ARCHIVE","proven_up_to":"2026-11-21T14:59:00Z","proven_by":"base backup of Sunday",
            "unproven_entries":3,"problem":"","alarm":false}
            """;
    private volatile String validToken = "none";
    private volatile boolean isBlocked;
    static final String PIN = "4711";

    private final AtomicInteger tokens = new AtomicInteger();

    SampleHeadOffice() {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        asked.add(request.getTarget());
                        return answer(request);
                    }
                });
        try {
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The commands sent about shortages, each with its key in front.
    List<String> commands() {
        return List.copyOf(commands);
    }

    /// Head office's window on this server.
    HeadOfficeModel office(Workplace workplace) {
        return new HeadOfficeModel(
                workplace,
                new HeadOfficeClient(address(), Locale.ENGLISH),
                _ -> Optional.empty(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    String address() {
        return "http://127.0.0.1:" + server.getPort();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    void backupStandsStill() {
        backup =
                """
                {"proof":"ARCHIVE","proven_up_to":"2026-11-21T09:00:00Z",
                "proven_by":"base backup of Sunday","waiting_since":"2026-11-21T09:01:00Z",
                "unproven_entries":812,"problem":"PostgreSQL can't archive 00000001000000000000000A:\
                 its log tells why archive_command fails.","alarm":true}
                """;
    }

    void hasNoBackup() {
        backup =
                """
                {"proof":"NONE","proven_by":"","unproven_entries":812,"problem":"","alarm":false}
                """;
    }

    /// From now on the access token given out is worthless, as after some minutes.
    void endAccessToken() {
        validToken = "none";
    }

    @Override
    public void close() {
        server.close();
    }

    private static MockResponse cash(String path) {
        return path.startsWith("/cash/shifts")
                ? json(
                        """
                        {"items":[{"shift_id":"01890000-0000-7000-8000-000000000701","store":"S2",
                        "till":1,"drawer":1,"business_day":"2026-11-20",
                        "closed_at":"2026-11-20T21:10:00Z","closed_by":"Carla Mendes",
                        "z_number":311,"expected":%s,"counted":%s,"difference":%s,
                        "proved":true}],"has_more":false}
                        """
                                .formatted(money("512.40"), money("502.40"), money("-10.00")))
                : json(
                        """
                        {"items":[{"shift_id":"01890000-0000-7000-8000-000000000702","store":"S1",
                        "till":1,"drawer":2,"shared":false,"business_day":"2026-11-21",
                        "opened_at":"2026-11-21T11:02:00Z","opened_by":"Ana Souza",
                        "opening_float":%s,"cash":%s}],"has_more":false}
                        """
                                .formatted(money("200.00"), money("1385.70")));
    }

    private static MockResponse returns() {
        return json(
                """
                {"items":[{"sale_id":"01890000-0000-7000-8000-000000000801","line":100000,
                "store":"S2","business_day":"2026-11-21","receipt":"S2-1-1-000412",
                "of_receipt":"S1-1-1-000123","sku":"BRK-CG160-F","quantity":"1","refund":%s,
                "reason":"DEFECTIVE","condition":"TO_SUPPLIER","note":"","by":"Ana Souza",
                "approved_by":"Bruno Lima"},
                {"sale_id":"01890000-0000-7000-8000-000000000802","line":100000,
                "store":"S1","business_day":"2026-11-20","receipt":"S1-1-1-000388",
                "sku":"OIL-20W50-1L","quantity":"2","refund":%s,
                "reason":"UNWANTED","condition":"TO_STOCK","note":"","by":"Carla Dias"}],
                "has_more":false}
                """
                        .formatted(money("39.90"), money("65.00")));
    }

    private static MockResponse lostSales() {
        return json(
                """
                {"items":[{"sku":"BRK-CG160-F","words":"","reason":"NO_STOCK","times":7,
                "quantity":"9"},{"words":"mirror xre 300","reason":"NOT_LISTED","times":3,
                "quantity":"3"},{"sku":"KIT-CG160","words":"","reason":"TOO_EXPENSIVE",
                "times":2,"quantity":"2"}]}
                """);
    }

    private static MockResponse promotions() {
        return json(
                Stream.of(SamplePromotions.THREE_FOR_TWO, SamplePromotions.TUESDAY_EVENING.ended())
                        .map(promotion -> JsonText.write(new PromotionView(promotion, NOW)))
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    private static MockResponse purchases() {
        return json(
                Stream.of(
                                SamplePurchases.progress(),
                                PurchaseProgress.of(SamplePurchases.order().closed()))
                        .map(progress ->
                                JsonText.write(new PurchaseView(progress, progress.state(), NOW)))
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    private MockResponse credit(RecordedRequest request, String path) {
        if (!request.getMethod().equals("GET")) {
            String body = body(request);
            commands.add(request.getMethod() + " " + path + " " + body);
            if (path.endsWith("/move")) {
                return json(
                        "{\"card_id\":\"%s\",\"last_four\":\"7QF2\",\"amount\":%s}"
                                .formatted(CARD, money("80.00")));
            }
            if (path.startsWith("/coupon-batches") && request.getMethod().equals("PUT")) {
                return json(
                        """
                        {"batch_id":"01890000-0000-7000-8000-000000000703","batch":%s,
                        "key_id":"0a1b2c3d","issued_at":"2026-11-21T08:00:00Z","used":0}
                        """
                                .formatted(body));
            }
            if (path.startsWith("/promotions/") && request.getMethod().equals("PUT")) {
                return json(
                        "{\"promotion\":%s,\"changed_at\":\"2026-11-21T08:00:00Z\"}"
                                .formatted(body));
            }
            if (path.startsWith("/purchase-orders/") && request.getMethod().equals("PUT")) {
                return json(
                        "{\"progress\":{\"order\":%s,\"came\":[]},\"state\":\"ORDERED\",\"changed_at\":\"2026-11-21T08:00:00Z\"}"
                                .formatted(body));
            }
            isBlocked = isBlocked ? !path.endsWith("/unblock") : path.endsWith("/block");
            return request.getMethod().equals("POST")
                    ? new MockResponse.Builder().code(204).build()
                    : json(body);
        }
        if (path.startsWith("/gift-cards/cards")) {
            return json(
                    """
                    {"items":[{"card_id":"%s","last_four":"39HN","balance":%s,"held":%s,
                    "blocked":%s,"opened_at":"2026-11-18T08:00:00Z","receipt":"S1-1-1-000123"}]}
                    """
                            .formatted(CARD, money("80.00"), money("0.00"), isBlocked));
        }
        if (path.startsWith("/coupon-batches")) {
            return coupons(path);
        }
        if (path.startsWith("/promotions")) {
            return promotions();
        }
        if (path.startsWith("/purchase-orders")) {
            return purchases();
        }
        if (path.startsWith("/supplier-returns")) {
            return json(
                    "{\"items\":[%s]}"
                            .formatted(
                                    JsonText.write(
                                            new SupplierReturnView(
                                                    SamplePurchases.supplierReturn(),
                                                    "sent",
                                                    Optional.of(
                                                            Money.parse("49.80", SampleStores.BRL)),
                                                    Optional.empty(),
                                                    ""))));
        }
        if (path.startsWith("/reorder-proposals")) {
            return json(
                    "{\"items\":[%s]}"
                            .formatted(
                                    JsonText.write(
                                            new ReorderView(
                                                    SamplePurchases.proposal(),
                                                    Map.of(
                                                            SamplePrices.PAD,
                                                            Money.parse(
                                                                    "24.10", SampleStores.BRL))))));
        }
        if (path.startsWith("/gift-cards")) {
            return json(
                    "{\"items\":[{\"currency\":\"BRL\",\"cards\":31,\"owed\":%s,\"held\":%s}]}"
                            .formatted(money("2480.00"), money("80.00")));
        }
        if (path.startsWith("/credit")) {
            return json(
                    """
                    {"items":[{"customer_id":"01890000-0000-7000-8000-000000000605",
                    "name":"Oficina Zeca","limit":%s,"owes":%s,"held":%s,"home_store":"S1",
                    "blocked":false}],"has_more":false}
                    """
                            .formatted(money("1000.00"), money("150.00"), money("200.00")));
        }
        return json(
                """
                {"items":[
                {"lease_id":"01890000-0000-7000-8000-000000000601","store":"S1","till":1,
                "kind":"CREDIT","whose":"Oficina Zeca","holds":%s,"uses":0,
                "granted_at":"2026-11-21T08:00:00Z","expires_at":"2026-11-28T08:00:00Z",
                "late":false},
                {"lease_id":"01890000-0000-7000-8000-000000000602","store":"S2","till":3,
                "kind":"GIFT_CARD","whose":"39HN","holds":%s,"uses":0,
                "granted_at":"2026-11-18T08:00:00Z","expires_at":"2026-11-18T12:00:00Z",
                "late":true}],"has_more":false}
                """
                        .formatted(money("200.00"), money("80.00")));
    }

    private static MockResponse coupons(String path) {
        return path.contains("/coupons?")
                ? new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Type", "text/csv")
                        .body("code,qr_text,uses,receipt,used_at\r\nKC-0,KMC1,0,,\r\n")
                        .build()
                : json(
                        """
                        {"items":[{"batch_id":"01890000-0000-7000-8000-000000000701","batch":{
                        "name":"Christmas letter","discount":{"type":"percent_off",
                        "percent":"10"},"minimum":%s,"until":"2026-12-31","store":"S1",
                        "count":500},"key_id":"0a1b2c3d","issued_at":"2026-11-20T08:00:00Z",
                        "used":37},{"batch_id":"01890000-0000-7000-8000-000000000702","batch":{
                        "name":"Sorry for the delay","discount":{"type":"amount_off",
                        "amount":%s},"until":"2026-12-10","count":12},"key_id":"0a1b2c3d",
                        "issued_at":"2026-11-12T08:00:00Z","used":3,
                        "withdrawn_at":"2026-11-19T08:00:00Z"}],"has_more":false}
                        """
                                .formatted(money("100.00"), money("20.00")));
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getTarget().replaceFirst("^/api/(admin|store)/v1", "");
        if (path.equals("/tokens")) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            return body.contains("secret") || body.contains(PIN) ? newToken() : problem(401);
        }
        if (path.equals("/tokens/refresh")) {
            return newToken();
        }
        if (!("Bearer " + validToken).equals(request.getHeaders().get("Authorization"))) {
            return problem(401);
        }
        if (path.startsWith("/takings/total")) {
            return json(
                    """
                    {"items":[{"sales":1287,"lines":3021,"units":"4120.5","net":%s,"tax":%s,"total":%s,
                    "tenders":{}}]}
                    """
                            .formatted(money("80123.45"), money("14422.22"), money("94545.67")));
        }
        if (path.startsWith("/takings")) {
            return json("{\"items\":[%s,%s],\"has_more\":false}".formatted(day("S1"), day("S2")));
        }
        if (path.startsWith("/completeness")) {
            return json(
                    "{\"since\":\"2026-08-21\",\"items\":[%s,%s]}"
                            .formatted(register(1, "", ""), register(2, MISSING, "7")));
        }
        if (path.startsWith("/gift-cards")
                || path.contains("/credit")
                || path.startsWith("/coupon-batches")
                || path.startsWith("/promotions")
                || path.startsWith("/purchase-orders")
                || path.startsWith("/reorder-proposals")
                || path.startsWith("/supplier-returns")
                || path.startsWith("/leases")) {
            return credit(request, path);
        }
        if (path.startsWith("/customers?")) {
            return json(
                    """
                    {"items":[{"customer_id":"01890000-0000-7000-8000-000000000606",
                    "kind":"WHOLESALE","name":"Moto Clube Sul","active":true}],"has_more":false}
                    """);
        }
        if (path.startsWith("/cash")) {
            return cash(path);
        }
        if (path.startsWith("/returns")) {
            return returns();
        }
        if (path.startsWith("/lost-sales")) {
            return lostSales();
        }
        if (path.startsWith("/counter-orders/owed")) {
            return json("{\"items\":[" + money("40.00") + "]}");
        }
        if (path.startsWith("/counter-orders")) {
            return json(
                    "{\"items\":[%s],\"has_more\":false}"
                            .formatted(
                                    JsonText.write(
                                            CounterOrderProgress.of(SampleCounterOrders.special())
                                                    .plus(
                                                            SampleCounterOrders.deposit(
                                                                    new UUID(0, 1), "40.00")))));
        }
        if (path.startsWith("/mails")) {
            return json(
                    """
                    {"can_send":false,"waiting":1,"items":[
                    {"request_id":"01890000-0000-7000-8000-000000000a09","kind":"RECEIPT",
                    "store":"S1","asked_at":"2026-11-20T14:00:00Z","reference":"S1-1-1-000123",
                    "to":"ze@example.com","state":"waiting","attempts":0,"problem":""}]}
                    """);
        }
        if (path.startsWith("/foreign-rates")) {
            return SampleRates.answer(request, path, commands::add);
        }
        if (path.startsWith("/reviews")) {
            return SampleReviews.reviews(request, path, commands::add);
        }
        if (path.startsWith("/audit/deeds")) {
            return SampleReviews.deeds(path);
        }
        if (path.startsWith("/staff")) {
            return SamplePeople.answer(request, path, commands::add);
        }
        if (path.startsWith("/event-exceptions")) {
            return exceptions(request, path);
        }
        if (path.startsWith("/stock/shortages")) {
            return shortages(request, path);
        }
        if (path.startsWith("/stock")) {
            boolean first = !path.contains("cursor=");
            return json(
                    "{\"items\":[%s,%s]%s,\"has_more\":%s}"
                            .formatted(
                                    stock(first ? "BRK-CG160-F" : "OIL-20W50-1L", "S1", false),
                                    stock(first ? "BRK-CG160-F" : "OIL-20W50-1L", "S2", true),
                                    first ? ",\"next_cursor\":\"abc\"" : "",
                                    first));
        }
        if (path.equals("/backup")) {
            return json(backup);
        }
        if (path.startsWith("/tills")) {
            return json(
                    "{\"items\":[%s,%s,%s]}"
                            .formatted(till(1, 0, 0), till(2, 28, 0), till(3, 0, 9)));
        }
        return problem(404);
    }

    private static String register(int number, String missing, String differs) {
        return """
        {"till":{"device_id":"0193a000-0000-7000-8000-00000000000%d","store_id":"S1","number":%d,
        "name":"Counter"},"pending":%d,"waiting":0,"receipts":[{"series":1,"first":1,"last":123,
        "count":119,"missing":[%s]}],"z_reports":{"proved":31,"differs":[%s],"open":1,
        "missing":[]},"complete":%s}\
        """
                .formatted(number, number, number - 1, missing, differs, missing.isEmpty());
    }

    private MockResponse exceptions(RecordedRequest request, String path) {
        if (request.getMethod().equals("POST")) {
            commands.add(path.substring(path.lastIndexOf('/') + 1) + " " + body(request));
            return new MockResponse.Builder().code(204).build();
        }
        return json(
                """
                {"items":[{"exception_id":"0193a000-0000-7000-8000-000000000200",
                "event_id":"0193a000-0000-7000-8000-000000000201","device":"x","store":"S1",
                "code":"unknown_order","cause":"Store S1 knows no web order 0193a000.",
                "raised_at":"2026-11-21T13:12:00Z","may_be_tried_again":false,"fact":{},
                "concerns":{"kind":"sale_completed","receipt":"S1-1-1-000123","amount":%s,
                "skus":["BRK-CG160-F"]}},
                {"exception_id":"0193a000-0000-7000-8000-000000000202",
                "event_id":"0193a000-0000-7000-8000-000000000203","device":"x","store":"S2",
                "code":"effect_failed","cause":"there is no store S9",
                "raised_at":"2026-11-21T14:12:00Z","may_be_tried_again":true,"fact":{},
                "concerns":{"kind":"transfer_sent","skus":[]}}],"has_more":false}
                """
                        .formatted(money("189.90")));
    }

    static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    private MockResponse shortages(RecordedRequest request, String path) {
        if (path.endsWith("/actions")) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            commands.add(request.getHeaders().get("Idempotency-Key") + " " + body);
            return body.contains("MOVE_ORDER")
                    ? new MockResponse.Builder()
                            .code(409)
                            .body("{\"detail\":\"Not there either.\"}")
                            .build()
                    : json("{\"action_id\":\"%s\"}".formatted(CASE));
        }
        return path.contains(CASE)
                ? json(shortage(PROPOSALS))
                : json("{\"items\":[%s],\"has_more\":false}".formatted(shortage("")));
    }

    private static String shortage(String proposals) {
        return """
        {"case_id":"%s","store":"S1","sku":"BRK-CG160-F","description":"Front brake pad CG 160",
        "opened_at":"2026-11-21T13:12:00Z","on_hand":"3","reserved":"8","orders":[
        {"order_id":"0193a000-0000-7000-8000-000000000101","number":"W-100007","state":"picked",
        "contact_name":"Oficina Dois Tempos","placed_at":"2026-11-20T10:00:00Z","quantity":"3",
        "firm":true,"missing":"0"},
        {"order_id":"0193a000-0000-7000-8000-000000000102","number":"W-100009","state":"placed",
        "contact_name":"Ana Souza","contact_phone":"+55 11 91234-5678",
        "placed_at":"2026-11-20T18:30:00Z","quantity":"5","firm":false,"missing":"5"}],
        "actions":[{"action_id":"0193a000-0000-7000-8000-000000000103","kind":"ASK_STORE",
        "store":"S3","quantity":"5","note":"","staff_id":"0193a000-0000-7000-8000-000000000009",
        "at":"2026-11-21T14:02:00Z"}]%s}\
        """
                .formatted(CASE, proposals);
    }

    private MockResponse newToken() {
        int number = tokens.incrementAndGet();
        validToken = "token-" + number;
        return json(
                """
                {"access_token":"%s","expires_in_seconds":600,"refresh_token":"refresh-%d"}
                """
                        .formatted(validToken, number));
    }

    private static String day(String store) {
        return """
        {"store":"%s","business_day":"2026-11-20","sales":201,"lines":455,"net":%s,"tax":%s,"total":%s,
        "tenders":{"cash":%s,"card":%s,"gift_card":%s,"account":%s}}\
        """
                .formatted(
                        store,
                        money("10123.45"),
                        money("1822.22"),
                        money("11945.67"),
                        money("4000.00"),
                        money("7495.67"),
                        money("-50.00"),
                        money("500.00"));
    }

    private static String stock(String sku, String store, boolean silent) {
        return """
        {"sku":"%s","description":"Front brake pad CG 160","store":"%s","on_hand":"14","reserved":"3",
        "in_transit":"0","available":"9","kept_back":"2","sells_per_day":"0.50","as_of":"2026-11-21T14:58:00Z","silent":%s}\
        """
                .formatted(sku, store, silent);
    }

    private static String till(int number, int pending, int minutesOff) {
        return """
        {"till":{"device_id":"0193a000-0000-7000-8000-00000000000%d","store_id":"S1","number":%d,
        "name":"Counter %d"},"app_version":"0.1.0","enrolled_at":"2026-11-01T08:00:00Z",
        "last_contact":"2026-11-21T14:58:00Z","clock_offset_millis":%d,"journal_end_seq":900,
        "have_seq":900,"pending":%d}\
        """
                .formatted(number, number, number, minutesOff * 60_000, pending);
    }

    private static String money(String amount) {
        return "{\"amount\":\"%s\",\"currency\":\"BRL\"}".formatted(amount);
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse problem(int status) {
        return new MockResponse.Builder().code(status).body("{}").build();
    }
}
