package kmmotos.server.leases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Leases on gift cards and credit: what is granted never exceeds what there is, and what was used
/// beyond a lease is booked and comes to the work list once.
class LeaseIT {

    private static final String API = "/api/admin/v1";

    @RegisterExtension static final TestServer server = TestServer.start();

    private static TestTill seller;
    private static TestTill other;
    private static int number = 10;

    @BeforeAll
    static void start() {
        seller = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        other = TestTill.enrol(server, SampleStores.LISBON, 1);
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static GiftCardNumber newNumber() {
        byte[] secret = new byte[32];
        new Random().nextBytes(secret);
        return GiftCardNumber.of(secret);
    }

    /// Sells a card for cash at the first till.
    private static GiftCardNumber sold(String amount) {
        GiftCardNumber card = newNumber();
        Sale sale =
                seller.load(
                        money(amount),
                        Tender.GiftCard.handedOut(
                                card.cardId(), card.lastFour(), money(amount), UUID.randomUUID()));
        seller.record(new Event.SaleCompleted(sale));
        seller.uploadAll();
        return card;
    }

    private static LeaseRequest request(GiftCardNumber card, long wanted) {
        return new LeaseRequest(
                UUID.randomUUID(), LeaseSubject.giftCard(card.cardId(), SampleStores.BRL), wanted);
    }

    private static LeaseAnswer ask(TestTill till, LeaseRequest request) {
        return till.ask("/leases", request).as(LeaseAnswer.class);
    }

    private static Lease granted(LeaseAnswer answer) {
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted) answer).lease();
    }

    private static Tender.GiftCard paid(GiftCardNumber card, Lease lease, String amount) {
        return new Tender.GiftCard(
                card.cardId(),
                card.lastFour(),
                money(amount),
                Optional.of(lease.leaseId()),
                Optional.empty());
    }

    private static Event paidSale(TestTill till, Tender tender) {
        Money cash = TestTill.totalOfOneSale().minus(tender.amount());
        return new Event.SaleCompleted(till.sale(cash, tender));
    }

    private static CardBalance balance(GiftCardNumber card) {
        return seller.fetch(
                        "/sync/v1/devices/"
                                + seller.till().deviceId()
                                + "/gift-cards/"
                                + card.cardId())
                .as(CardBalance.class);
    }

    private static List<JsonNode> overuses(TestTill till) {
        return exceptions(till, LeaseEffect.OVERUSED);
    }

    private static List<JsonNode> exceptions(TestTill till, String code) {
        List<JsonNode> found = new ArrayList<>();
        server.admin()
                .get(API + "/event-exceptions?page_size=100")
                .json()
                .path("items")
                .forEach(item -> {
                    boolean isIts =
                            item.path("device").asText().equals(till.till().deviceId().toString())
                                    && item.path("code").asText().equals(code);
                    if (isIts) {
                        found.add(item);
                    }
                });
        return found;
    }

    @Test
    void aCardIsSoldLeasedUsedAndReleased() {
        GiftCardNumber card = sold("80.00");
        Lease lease = granted(ask(other, request(card, 8_000)));
        assertThat(lease.granted()).isEqualTo(8_000);
        assertThat(balance(card)).isEqualTo(new CardBalance(money("80.00"), money("80.00")));

        other.record(new Event.LeasesTaken(List.of(lease)));
        other.record(paidSale(other, paid(card, lease, "30.00")));
        other.uploadAll();
        assertThat(balance(card)).isEqualTo(new CardBalance(money("50.00"), money("50.00")));

        other.record(new Event.LeaseReleased(lease.leaseId()));
        other.uploadAll();
        assertThat(balance(card)).isEqualTo(new CardBalance(money("50.00"), money("0.00")));
        assertThat(overuses(other)).isEmpty();
    }

    @Test
    void headOfficeSeesWhatWentOnCardsAndWasPaidWithThem() {
        BigDecimal soldBefore = takenByGiftCard(seller);
        GiftCardNumber card = sold("80.00");
        assertThat(takenByGiftCard(seller).subtract(soldBefore)).isEqualByComparingTo("-80.00");

        BigDecimal before = takenByGiftCard(other);
        Lease lease = granted(ask(other, request(card, 3_000)));
        other.record(new Event.LeasesTaken(List.of(lease)));
        other.record(paidSale(other, paid(card, lease, "30.00")));
        other.uploadAll();
        assertThat(takenByGiftCard(other).subtract(before)).isEqualByComparingTo("30.00");
    }

    private static BigDecimal takenByGiftCard(TestTill till) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode day :
                server.admin().get(API + "/takings?page_size=100").json().path("items")) {
            if (day.path("store").asText().equals(till.till().storeId().value())) {
                sum = sum.add(new BigDecimal(day.at("/tenders/gift_card/amount").asText("0")));
            }
        }
        return sum;
    }

    @Test
    void whatOneTillHoldsNoOtherIsGiven() {
        GiftCardNumber card = sold("50.00");
        granted(ask(seller, request(card, 4_000)));
        assertThat(granted(ask(other, request(card, 4_000))).granted()).isEqualTo(1_000);
        assertThat(ask(other, request(card, 1)))
                .isEqualTo(new LeaseAnswer.NothingLeft(5_000, 5_000));
        assertThat(ask(other, request(newNumber(), 1))).isEqualTo(new LeaseAnswer.Unknown());
    }

    @Test
    void aRequestThatComesTwiceIsGrantedOnce() {
        GiftCardNumber card = sold("50.00");
        LeaseRequest request = request(card, 2_000);
        Lease lease = granted(ask(other, request));
        assertThat(granted(ask(other, request))).isEqualTo(lease);
        assertThat(balance(card).held()).isEqualTo(money("20.00"));
    }

    @Test
    void fiftyTillsThatAskAtOnceAreNeverGivenMoreThanThereIs() throws Exception {
        GiftCardNumber card = sold("100.00");
        List<TestTill> tills = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tills.add(TestTill.enrol(server, SampleStores.SAO_PAULO, number++));
        }
        CountDownLatch gate = new CountDownLatch(1);
        List<Callable<LeaseAnswer>> asks =
                tills.stream()
                        .<Callable<LeaseAnswer>>map(till ->
                                () -> {
                                    gate.await();
                                    return ask(till, request(card, 300));
                                })
                        .toList();
        long sum = 0;
        int refused = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LeaseAnswer>> answers = asks.stream().map(pool::submit).toList();
            gate.countDown();
            for (Future<LeaseAnswer> answer : answers) {
                if (answer.get() instanceof LeaseAnswer.Granted(Lease lease)) {
                    sum += lease.granted();
                } else {
                    refused++;
                }
            }
        }
        assertThat(sum).isEqualTo(10_000);
        assertThat(refused).isEqualTo(50 - 34);
        assertThat(balance(card).held()).isEqualTo(money("100.00"));
    }

    /// Tills ask, sell, go silent, upload and release in any order: never is more held than there
    /// is, and in the end what was used is what is gone.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTillsDoInWhateverOrderNothingIsSpentTwice(long seed) {
        Random random = new Random(seed);
        GiftCardNumber card = sold("200.00");
        List<TestTill> tills = new ArrayList<>();
        List<Map<Lease, Long>> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tills.add(TestTill.enrol(server, SampleStores.SAO_PAULO, number++));
            held.add(new LinkedHashMap<>());
        }
        long used = 0;
        for (int step = 0; step < 80; step++) {
            int i = random.nextInt(tills.size());
            TestTill till = tills.get(i);
            Optional<Lease> lease = held.get(i).keySet().stream().findFirst();
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (ask(till, request(card, 1 + random.nextInt(6_000)))
                            instanceof LeaseAnswer.Granted(Lease granted)) {
                        held.get(i).put(granted, granted.granted());
                    }
                }
                case 1 -> {
                    if (lease.isPresent() && held.get(i).getOrDefault(lease.get(), 0L) > 0) {
                        long left = held.get(i).getOrDefault(lease.get(), 0L);
                        long amount = 1L + random.nextInt((int) left);
                        Tender part =
                                paid(
                                        card,
                                        lease.get(),
                                        Money.ofMinor(amount, SampleStores.BRL).amount());
                        till.record(paidSale(till, part));
                        held.get(i).put(lease.get(), left - amount);
                        used += amount;
                    }
                }
                case 2 -> till.uploadAnything();
                default ->
                        lease.ifPresent(one -> {
                            till.record(new Event.LeaseReleased(one.leaseId()));
                            held.get(i).remove(one);
                        });
            }
            CardBalance now = balance(card);
            assertThat(now.held().compareTo(now.balance())).isNotPositive();
        }
        for (int i = 0; i < tills.size(); i++) {
            TestTill till = tills.get(i);
            held.get(i)
                    .keySet()
                    .forEach(one -> till.record(new Event.LeaseReleased(one.leaseId())));
            till.uploadAnything();
            assertThat(overuses(till)).isEmpty();
        }
        assertThat(balance(card))
                .isEqualTo(
                        new CardBalance(
                                Money.ofMinor(20_000 - used, SampleStores.BRL), money("0.00")));
    }

    @Test
    void twoCopiesOfATillThatUseOneLeaseAreBookedAndToldOnce() {
        GiftCardNumber card = sold("50.00");
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, number++);
        Lease lease = granted(ask(till, request(card, 5_000)));
        till.record(new Event.LeasesTaken(List.of(lease)));
        TestTill copy = till.cloned();
        copy.journal().addAll(till.journal());
        till.record(paidSale(till, paid(card, lease, "50.00")));
        till.uploadAll();
        assertThat(overuses(till)).isEmpty();

        copy.record(paidSale(copy, paid(card, lease, "40.00")));
        copy.journalAnew();
        copy.uploadAll();
        assertThat(balance(card).balance()).isEqualTo(money("-40.00"));
        assertThat(overuses(till)).hasSize(1);

        copy.record(paidSale(copy, paid(card, lease, "10.00")));
        copy.uploadAll();
        List<JsonNode> told = overuses(till);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().path("cause").asText())
                .contains("100.00 BRL", card.lastFour(), "50.00 BRL");
    }

    @Test
    void anExpiredLeaseIsHeldUntilTheTillOrAPersonEndsIt() {
        GiftCardNumber card = sold("50.00");
        TestTill lost = TestTill.enrol(server, SampleStores.SAO_PAULO, number++);
        Lease lease = granted(ask(lost, request(card, 5_000)));
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "update lease set granted_at = granted_at - interval '2"
                                                + " days', expires_at = now() - interval '1 day'"
                                                + " where lease_id = ?",
                                        lease.leaseId()));
        assertThat(ask(seller, request(card, 1))).isInstanceOf(LeaseAnswer.NothingLeft.class);
        JsonNode late =
                items("/leases?page_size=100").stream()
                        .filter(item ->
                                item.path("lease_id").asText().equals(lease.leaseId().toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(late.path("late").asBoolean()).isTrue();
        assertThat(late.path("whose").asText()).isEqualTo(card.lastFour());
        String close = API + "/leases/" + lease.leaseId() + "/close";
        assertThat(server.admin().post(close, Map.of("note", " ")).code()).isEqualTo("note_needed");
        assertThat(server.admin().post(close, Map.of("note", "stolen till")).status())
                .isEqualTo(204);
        assertThat(granted(ask(seller, request(card, 5_000))).granted()).isEqualTo(5_000);

        lost.record(paidSale(lost, paid(card, lease, "5.00")));
        lost.uploadAll();
        assertThat(overuses(lost)).hasSize(1);
    }

    /// One more store that sells for BRL.
    private static Store store(String id) {
        Store like = SampleStores.SAO_PAULO;
        return new Store(
                new StoreId(id),
                "KM Motos Campinas",
                like.zone(),
                like.timeZone(),
                like.currency(),
                like.taxPlace(),
                like.language(),
                like.pricesIncludeTax(),
                List.of(),
                "");
    }

    private static Customer newCustomer(String name) {
        Customer customer =
                new Customer(
                        UUID.randomUUID(),
                        Customer.Kind.WHOLESALE,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        server.admin().put(API + "/customers/" + customer.customerId(), customer);
        return customer;
    }

    private static void credit(Customer customer, String limit, TestTill home) {
        assertThat(
                        server.admin()
                                .put(
                                        API + "/customers/" + customer.customerId() + "/credit",
                                        Map.of(
                                                "limit",
                                                money(limit),
                                                "home_store",
                                                home.till().storeId(),
                                                "note",
                                                "pays on time"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void theTillsOfACustomersHomeHoldAPartOfTheirCredit() {
        TestTill home = TestTill.enrol(server, store("S2"), 1);
        Customer customer = newCustomer("Oficina Zeca");
        credit(customer, "1000.00", home);
        Lease slice = standing(home, customer).getFirst();
        assertThat(slice.granted()).isEqualTo(20_000);
        assertThat(standing(seller, customer)).isEmpty();
        assertThat(standing(home, customer))
                .singleElement()
                .returns(slice.leaseId(), Lease::leaseId)
                .returns(20_000L, Lease::granted)
                .returns(slice.expiresAt(), Lease::expiresAt);

        Tender.Account bought =
                new Tender.Account(
                        customer.customerId(), money("150.00"), Optional.of(slice.leaseId()));
        home.record(paidSale(home, bought));
        home.uploadAll();
        Lease renewed = standing(home, customer).getFirst();
        assertThat(renewed.leaseId()).isEqualTo(slice.leaseId());
        assertThat(renewed.granted()).isEqualTo(35_000);
        assertThat(renewed.used()).isEqualTo(15_000);

        Tender.Account paidOff =
                new Tender.Account(customer.customerId(), money("-100.00"), Optional.empty());
        home.record(new Event.SaleCompleted(home.load(money("100.00"), paidOff)));
        home.uploadAll();
        JsonNode account =
                items("/credit?page_size=100").stream()
                        .filter(item -> item.path("name").asText().equals("Oficina Zeca"))
                        .findFirst()
                        .orElseThrow();
        assertThat(account.path("owes").path("amount").asText()).isEqualTo("50.00");
        assertThat(account.path("held").path("amount").asText()).isEqualTo("200.00");
    }

    @Test
    void anOverusedPartOfACreditIsRenewedWithAllThatIsHeldForIt() {
        TestTill home = TestTill.enrol(server, store("S3"), 1);
        Customer customer = newCustomer("Oficina Dois Tempos");
        credit(customer, "2000.00", home);
        Lease slice = standing(home, customer).getFirst();
        long uses = slice.granted() / 15_000 + 1;
        for (int i = 0; i < uses; i++) {
            home.record(
                    paidSale(
                            home,
                            new Tender.Account(
                                    customer.customerId(),
                                    money("150.00"),
                                    Optional.of(slice.leaseId()))));
        }
        home.uploadAll();
        assertThat(overuses(home)).hasSize(1);
        Lease renewed = standing(home, customer).getFirst();
        assertThat(renewed.granted() - renewed.used()).isEqualTo(slice.granted());
    }

    private static String newCoupon(int maxUses) {
        String code = "UNICO-" + number++;
        Coupon coupon =
                new Coupon(
                        code,
                        new Discount.PercentOff(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(maxUses),
                        true);
        assertThat(server.admin().put(API + "/coupons/" + code, coupon).status()).isEqualTo(200);
        return code;
    }

    private static LeaseAnswer askCoupon(TestTill till, String code) {
        return ask(till, new LeaseRequest(UUID.randomUUID(), LeaseSubject.coupon(code), 1));
    }

    @Test
    void aCouponForOneUseIsGivenToOneTill() {
        String code = newCoupon(1);
        Lease lease = granted(askCoupon(other, code));
        assertThat(askCoupon(seller, code)).isEqualTo(new LeaseAnswer.NothingLeft(1, 1));
        other.record(new Event.SaleCompleted(other.saleWithCoupon(code, List.of(lease.leaseId()))));
        other.uploadAll();
        assertThat(askCoupon(seller, code)).isEqualTo(new LeaseAnswer.NothingLeft(0, 0));
        assertThat(exceptions(other, "coupon_overused")).isEmpty();
        assertThat(overuses(other)).isEmpty();
    }

    @Test
    void aCouponUsedTwiceWithoutAskingComesToTheWorkListOnce() {
        String code = newCoupon(1);
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, number++);
        till.record(new Event.SaleCompleted(till.saleWithCoupon(code, List.of())));
        till.uploadAll();
        assertThat(exceptions(till, "coupon_overused")).isEmpty();
        till.record(new Event.SaleCompleted(till.saleWithCoupon(code, List.of())));
        till.uploadAll();
        assertThat(exceptions(till, "coupon_overused")).hasSize(1);
    }

    private static List<Lease> standing(TestTill till, Customer customer) {
        return till
                .ask("/leases/standing", Map.of())
                .as(LeaseAnswer.Standing.class)
                .leases()
                .stream()
                .filter(lease -> lease.subject().id().equals(customer.customerId().toString()))
                .toList();
    }

    private static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        server.admin().get(API + path).json().path("items").forEach(items::add);
        return items;
    }
}
