package kmmotos.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SampleSignedCoupons;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.signatures.Ed25519;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Json;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Signed coupons from head office's order for a batch to the second use that comes to the work
/// list.
class SignedCouponIT {

    private static final String API = "/api/admin/v1";
    private static final LocalDate LAST = LocalDate.of(2090, 12, 31);

    @RegisterExtension static final TestServer server = TestServer.start();

    private static TestTill seller;
    private static TestTill other;

    @BeforeAll
    static void start() {
        seller = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        other = TestTill.enrol(server, SampleStores.LISBON, 1);
    }

    private static Map<String, Object> terms(int count) {
        Map<String, Object> terms = new TreeMap<>();
        terms.put("name", "Christmas letter");
        terms.put("discount", Map.of("type", "percent_off", "percent", "10"));
        terms.put("until", LAST);
        terms.put("count", count);
        return terms;
    }

    private static TestClient.Reply issue(UUID batch, Map<String, Object> terms) {
        return server.admin().put(API + "/coupon-batches/" + batch, terms);
    }

    private static List<SignedCoupon> issued(UUID batch) {
        List<SignedCoupon> coupons = new ArrayList<>();
        server.admin()
                .get(API + "/coupon-batches/" + batch + "/coupons")
                .json()
                .path("items")
                .forEach(item ->
                        coupons.add(SignedCoupon.parse(item.path("text").asText()).orElseThrow()));
        return coupons;
    }

    private static List<SignedCoupon> newBatch(int count) {
        UUID batch = UUID.randomUUID();
        assertThat(issue(batch, terms(count)).status()).isEqualTo(201);
        return issued(batch);
    }

    private static void use(TestTill till, SignedCoupon coupon, List<UUID> leases) {
        till.record(new Event.SaleCompleted(till.saleWithCoupon(coupon.coupon().code(), leases)));
        till.uploadAll();
    }

    private static LeaseAnswer ask(TestTill till, SignedCoupon coupon) {
        return till.ask(
                        "/leases",
                        new LeaseRequest(
                                UUID.randomUUID(), LeaseSubject.coupon(coupon.coupon().code()), 1))
                .as(LeaseAnswer.class);
    }

    private static List<JsonNode> waiting(String code, SignedCoupon coupon) {
        List<JsonNode> found = new ArrayList<>();
        server.admin()
                .get(API + "/event-exceptions?page_size=100")
                .json()
                .path("items")
                .forEach(item -> {
                    if (item.path("code").asText().equals(code)
                            && item.path("cause").asText().contains(coupon.coupon().code())) {
                        found.add(item);
                    }
                });
        return found;
    }

    private static JsonNode read(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, JsonNode> policies(TestTill till, String type, String key) {
        Map<String, JsonNode> found = new TreeMap<>();
        till.snapshot().stream()
                .filter(line -> line.contains("\"" + type + "\""))
                .filter(line -> !line.contains("counts"))
                .map(SignedCouponIT::read)
                .forEach(policy -> found.put(policy.path(key).asText(), policy));
        return found;
    }

    private static JsonNode policy(TestTill till, String type, String key, String value) {
        return Objects.requireNonNull(policies(till, type, key).get(value), value);
    }

    @Test
    void aBatchIsIssuedOnceAndTillsCanVerifyIt() {
        UUID batch = UUID.randomUUID();
        assertThat(issue(batch, terms(20)).status()).isEqualTo(201);
        List<SignedCoupon> coupons = issued(batch);
        assertThat(issue(batch, terms(20)).status()).isEqualTo(201);
        assertThat(issued(batch)).isEqualTo(coupons);
        assertThat(coupons).hasSize(20).doesNotHaveDuplicates();

        JsonNode key = policy(seller, "coupon_key_changed", "key_id", coupons.getFirst().keyId());
        assertThat(coupons)
                .allMatch(coupon ->
                        coupon.isSignedBy(Ed25519.publicKey(key.path("public_key").asText())))
                .allMatch(coupon -> coupon.coupon().until().orElseThrow().equals(LAST));
        Map<String, Object> others = terms(5);
        assertThat(issue(batch, others).code()).isEqualTo("batch_taken");
    }

    @Test
    void whatCannotBeIssuedIsSaid() {
        assertThat(issue(UUID.randomUUID(), terms(0)).status()).isEqualTo(400);
        assertThat(issue(UUID.randomUUID(), terms(1_001)).status()).isEqualTo(400);
        Map<String, Object> ended = terms(1);
        ended.put("until", LocalDate.of(2020, 1, 1));
        assertThat(issue(UUID.randomUUID(), ended).code()).isEqualTo("ended");
        assertThat(
                        server.client()
                                .put(API + "/coupon-batches/" + UUID.randomUUID(), terms(1))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void aFileForThePrinterHoldsEachCouponOnALine() {
        UUID batch = UUID.randomUUID();
        issue(batch, terms(3));
        TestClient.Reply csv =
                server.admin().get(API + "/coupon-batches/" + batch + "/coupons?format=csv");
        assertThat(csv.text().lines())
                .hasSize(4)
                .first()
                .isEqualTo("code,qr_text,uses,receipt,used_at");
        assertThat(csv.text().lines().skip(1))
                .allMatch(line -> SignedCoupon.parse(line.split(",", -1)[1]).isPresent());
    }

    @Test
    void tillsAreNotToldOfACouponBeforeItIsUsedAndThenAllAre() {
        SignedCoupon coupon = newBatch(2).getFirst();
        String code = coupon.coupon().code();
        assertThat(policies(other, "coupon_changed", "coupon").keySet())
                .noneMatch(one -> one.contains(code));
        assertThat(policies(other, "coupon_spent", "code")).doesNotContainKey(code);

        use(seller, coupon, List.of());

        JsonNode spent = policy(other, "coupon_spent", "code", code);
        assertThat(spent.path("until").asText()).isEqualTo(LAST.toString());
        assertThat(ask(other, coupon)).isEqualTo(new LeaseAnswer.NothingLeft(0, 0));
        server.database().execute(new Caller.Server("test"), new CouponStore()::tellUses);
        assertThat(waiting("coupon_overused", coupon)).isEmpty();
    }

    @Test
    void theSecondUseIsBookedAndTheWorkListSaysWhoAndWhere() {
        SignedCoupon coupon = newBatch(1).getFirst();
        use(seller, coupon, List.of());
        use(other, coupon, List.of());
        assertThat(waiting("coupon_overused", coupon))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("store").asText())
                            .isEqualTo(SampleStores.LISBON.storeId().value());
                    assertThat(item.path("cause").asText())
                            .contains("used before: receipt ")
                            .contains("at till " + SampleStores.SAO_PAULO.storeId() + "-1");
                });
        // Told a second time it is the same fact.
        other.journalAnew();
        other.uploadAll();
        assertThat(waiting("coupon_overused", coupon)).hasSize(1);
    }

    @Test
    void aTillThatAskedIsToldOfTheOneThatDidNot() {
        SignedCoupon coupon = newBatch(1).getFirst();
        LeaseAnswer answer = ask(other, coupon);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        Lease lease = ((LeaseAnswer.Granted) answer).lease();
        use(seller, coupon, List.of());
        assertThat(waiting("coupon_overused", coupon)).isEmpty();
        use(other, coupon, List.of(lease.leaseId()));
        assertThat(waiting("coupon_overused", coupon))
                .singleElement()
                .satisfies(item -> assertThat(item.path("cause").asText()).contains("-1 on "));
    }

    @Test
    void aCouponThatThisServerNeverIssuedIsShown() {
        SignedCoupon foreign = SampleSignedCoupons.tenPercent(77);
        use(seller, foreign, List.of());
        assertThat(waiting("coupon_unknown", foreign)).hasSize(1);
        assertThat(ask(other, foreign)).isEqualTo(new LeaseAnswer.Unknown());
    }

    @Test
    void whereThereIsANetworkTheNumberIsEnough() {
        SignedCoupon coupon = newBatch(1).getFirst();
        String path = "/sync/v1/devices/" + other.till().deviceId() + "/coupons/";
        assertThat(other.fetch(path + coupon.coupon().code()).as(CouponText.class).text())
                .isEqualTo(coupon.text());
        assertThat(other.fetch(path + "KC-0000-0000-0000-0000").code()).isEqualTo("unknown_coupon");
    }

    @Test
    void aWithdrawnBatchIsNoLongerGivenToTills() {
        UUID batch = UUID.randomUUID();
        issue(batch, terms(1));
        SignedCoupon coupon = issued(batch).getFirst();
        Lease held = ((LeaseAnswer.Granted) ask(seller, coupon)).lease();
        String path = API + "/coupon-batches/" + batch + "/withdraw";
        assertThat(server.admin().post(path, Map.of("note", " ")).code()).isEqualTo("note_needed");
        assertThat(server.admin().post(path, Map.of("note", "wrong price")).status())
                .isEqualTo(204);
        assertThat(ask(other, coupon)).isEqualTo(new LeaseAnswer.Blocked());
        assertThat(
                        seller.ask("/leases/standing", Map.of())
                                .as(LeaseAnswer.Standing.class)
                                .withdrawn())
                .contains(held.leaseId());
    }

    @Test
    void aRevokedKeyIsToldToTills() {
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                new CouponKeyStore()
                                        .register(
                                                session,
                                                SampleSignedCoupons.KEY,
                                                Clock.systemUTC().instant()));
        String path = API + "/coupon-keys/" + SampleSignedCoupons.KEY_ID + "/revoke";
        assertThat(server.admin().post(path, Map.of("note", "the key was copied")).status())
                .isEqualTo(204);
        assertThat(server.admin().post(path, Map.of("note", "again")).status()).isEqualTo(404);
        assertThat(
                        policy(seller, "coupon_key_changed", "key_id", SampleSignedCoupons.KEY_ID)
                                .path("revoked")
                                .asBoolean())
                .isTrue();
        assertThat(server.admin().get(API + "/coupon-keys").json().path("items")).hasSize(2);
        assertThat(server.admin().get(API + "/coupon-batches").status()).isEqualTo(200);
    }

    @Test
    void anOrdinaryCouponHasNoCodeOfASignedOne() {
        String code = "KC-0123-4567-89AB-CDEF";
        assertThat(
                        server.admin()
                                .put(
                                        API + "/coupons/" + code,
                                        Map.of(
                                                "code",
                                                code,
                                                "discount",
                                                Map.of(
                                                        "type",
                                                        "amount_off",
                                                        "amount",
                                                        Money.parse("5.00", SampleStores.BRL)),
                                                "active",
                                                true))
                                .code())
                .isEqualTo("reserved_code");
    }
}
