package kmmotos.server.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What tills tell of customers and of old parts, and what they ask while a customer stands there.
class CustomerOfTillIT {
    private static final UUID CLERK = SampleStaff.ANA.staffId();
    private static final Instant MOMENT = SampleCustomers.MOMENT;

    private static TestServer server;
    private static int number = 60;
    private TestTill here;
    private TestTill there;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        here = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        there = TestTill.enrol(server, SampleStores.LISBON, ++number);
    }

    private static Customer maria(String phone, String email) {
        return new Customer(
                UUID.randomUUID(),
                Customer.Kind.RETAIL,
                "Maria Nova",
                Optional.of(email),
                Optional.of(phone),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static JournalEntry tell(TestTill till, Customer customer) {
        return till.tell(new Event.CustomerChanged(customer, CLERK));
    }

    private static Customer known(UUID id) {
        return server.admin().get("/api/admin/v1/customers/" + id).as(Customer.class);
    }

    private static Customer last(TestTill till, UUID id) {
        return till.told(Policy.CustomerChanged.class).stream()
                .map(Policy.CustomerChanged::customer)
                .filter(customer -> customer.customerId().equals(id))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void aCustomerMadeAtATillReachesEveryTillOfTheChain() {
        Customer maria = maria("1", "maria-1@example.com");
        tell(here, maria);
        assertThat(known(maria.customerId())).isEqualTo(maria);
        assertThat(last(there, maria.customerId())).isEqualTo(maria);
        assertThat(there.snapshot()).anyMatch(line -> line.contains(maria.customerId().toString()));
    }

    @Test
    void changesOfTwoTillsThatDidNotHearOfEachOtherBothHold() {
        Customer maria = maria("1", "maria-2@example.com");
        tell(here, maria);
        Customer one = maria.edited(maria.in(Optional.of("en"), Optional.empty()), MOMENT);
        Customer other =
                maria.edited(
                        SampleCustomers.GARAGE_OWNER.garage().stream()
                                .reduce(maria, Customer::with, (a, _) -> a),
                        MOMENT);
        tell(there, other);
        tell(here, one);
        Customer both = known(maria.customerId());
        assertThat(both.language()).contains("en");
        assertThat(both.motorcycles()).hasSize(1);
        assertThat(last(here, maria.customerId())).isEqualTo(both);
        JsonNode changes =
                server.admin()
                        .get("/api/admin/v1/customers/" + maria.customerId() + "/changes")
                        .json();
        assertThat(changes).as("each change as it was told").hasSize(3);
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void twoPeopleWithOneEmailAreBothTakenIn() {
        Customer one = maria("1", "shared@example.com");
        Customer other = maria("2", "shared@example.com");
        here.record(new Event.CustomerChanged(one, CLERK));
        here.record(new Event.CustomerChanged(other, CLERK));
        var answer = (UploadAnswer.Ack) here.uploadAll();
        assertThat(answer.quarantined()).isEmpty();
        assertThat(known(other.customerId())).isEqualTo(other);
    }

    @Test
    void whatHeadOfficeChangesIsLaterThanWhatItHasSeen() {
        Customer maria = maria("1", "maria-3@example.com");
        Customer ahead =
                maria.edited(
                        maria.in(Optional.of("es"), Optional.empty()),
                        Instant.parse("2060-01-01T00:00:00Z"));
        tell(here, ahead);
        Customer wanted = ahead.in(Optional.of("en"), Optional.empty());
        server.admin().put("/api/admin/v1/customers/" + maria.customerId(), wanted);
        tell(there, ahead);
        assertThat(known(maria.customerId()).language()).contains("en");
    }

    @Test
    void aTillAsksWhatEveryShopHas() {
        here.receive(SamplePrices.PAD, Quantity.of(5));
        here.uploadAll();
        JsonNode told =
                there.fetch(
                                "/sync/v1/devices/%s/stock?sku=%s"
                                        .formatted(
                                                there.till().deviceId(),
                                                java.net.URLEncoder.encode(
                                                        SamplePrices.PAD.value(),
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                        .json();
        assertThat(told.path("stores"))
                .anyMatch(store ->
                        store.path("store").asText().equals("S1")
                                && store.path("on_hand").decimalValue().intValue() >= 0
                                && store.has("heard_at"));
    }

    @Test
    void whoMayBuyNothingOnAccountHasNone() {
        var answer =
                here.fetch(
                        "/sync/v1/devices/%s/accounts/%s"
                                .formatted(here.till().deviceId(), UUID.randomUUID()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_account");
    }

    @Test
    void aDepositIsOwedUntilTheOldPartIsBack() {
        Money deposit = Money.parse("25.00", SampleStores.BRL);
        SaleLine charge =
                SaleLine.core(200_001, new Sku("BAT"), "Deposit", Quantity.of(2), deposit);
        Sale sold = sale(here.sale(), charge);
        JournalEntry told = here.tell(new Event.SaleCompleted(sold));
        assertThat(ledger(told)).containsExactly("cash 5000", "core_deposits -5000");
        assertThat(open(sold)).isEqualTo("2 50.00");
        Sale back =
                sale(here.sale(), Refund.line(sold, charge, Quantity.ZERO, Quantity.ONE, 100_000));
        here.tell(new Event.SaleCompleted(back));
        assertThat(open(sold)).isEqualTo("1 25.00");
        here.tell(
                new Event.SaleCompleted(
                        sale(
                                here.sale(),
                                Refund.line(sold, charge, Quantity.ONE, Quantity.ONE, 100_000))));
        assertThat(open(sold)).isEmpty();
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    private static String open(Sale sale) {
        JsonNode items = server.admin().get("/api/admin/v1/open-cores").json().path("items");
        for (JsonNode item : items) {
            if (item.path("sale_id").asText().equals(sale.saleId().toString())) {
                return item.path("quantity").asText() + " " + item.at("/deposit/amount").asText();
            }
        }
        return "";
    }

    private static Sale sale(Sale like, SaleLine line) {
        return new Sale(
                like.saleId(),
                like.receiptNumber(),
                like.store(),
                like.device(),
                like.shiftId(),
                like.businessDay(),
                like.at(),
                like.staffId(),
                Optional.empty(),
                List.of(line),
                List.of(Tender.Cash.exactly(line.total())),
                line.total(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<String> ledger(JournalEntry entry) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.list(
                                        session,
                                        "select account, amount_minor from ledger_line"
                                                + " where event_id = ? order by n",
                                        row -> row.getString(1) + " " + row.getLong(2),
                                        entry.eventId()));
    }
}
