package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.PASSWORD;
import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Deleting what is kept of a customer.
class ErasureIT {

    private static final String CUSTOMERS = "/api/admin/v1/customers/";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    @BeforeAll
    static void open() {
        SampleShop.open(SERVER);
    }

    private static Guest buyer(TestClient customer) {
        JsonNode cart = customer.post(SHOP + "/carts", Map.of("store", "S1")).json();
        Guest buyer = new Guest(customer, SHOP + "/carts/" + cart.path("cart_id").asText());
        buyer.add(SampleShop.PADS, "1");
        return buyer;
    }

    private static TestClient.Reply erase(TestClient customer, String password) {
        return customer.post(SHOP + "/me/erasure", Map.of("current_password", password));
    }

    private static UUID id(TestClient customer) {
        return UUID.fromString(customer.get(SHOP + "/me").json().path("customer_id").asText());
    }

    /// The tables that hold these letters anywhere, once for each row, apart from the tills'
    /// journals.
    private static List<String> rowsWith(String letters) {
        List<String> tables =
                SERVER.read(
                                "select string_agg(quote_ident(table_name), ' ') from"
                                        + " information_schema.tables where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE' and table_name not in"
                                        + " ('event', 'journal_entry', 'flyway_schema_history')",
                                row -> List.of(row.getString(1).split(" ")))
                        .orElseThrow();
        return tables.stream()
                .flatMap(table ->
                        Collections.nCopies(
                                (int)
                                        SERVER.number(
                                                "select count(*) from "
                                                        + table
                                                        + " t where position(? in t::text) > 0",
                                                letters),
                                table)
                                .stream())
                .toList();
    }

    @Test
    void nothingIsLeftOfACustomerButTheNumberOnTheirReceipts() {
        ShopCustomer zuleica = ShopCustomer.register(SERVER, "Zuleica");
        TestClient her = zuleica.signedIn();
        UUID id = id(her);
        her.patch(SHOP + "/me", Map.of("name", "Zuleica Xavier", "phone", "+55 11 97777-0001"));
        her.post(
                SHOP + "/me/addresses",
                Map.of(
                        "address",
                        Map.of(
                                "name", "Zuleica Xavier",
                                "line", "Rua do Ouvidor 77",
                                "city", "Lisboa",
                                "postal_code", "1000-001",
                                "country", "PT")));
        Guest cart = buyer(her);
        JsonNode order =
                her.with("Idempotency-Key", UUID.randomUUID().toString())
                        .post(
                                cart.cart() + "/checkout",
                                Map.of(
                                        "contact_name",
                                        "Zuleica Xavier",
                                        "contact_phone",
                                        "+55 11 97777-0001"))
                        .json();
        buyer(her);
        assertThat(rowsWith("Zuleica Xavier")).hasSizeGreaterThan(3);

        assertThat(erase(her, "not this").code()).isEqualTo("wrong_password");
        TestClient.Reply open = erase(her, PASSWORD);
        assertThat(open.code()).isEqualTo("not_erasable");
        assertThat(open.json().path("errors").findValuesAsText("code"))
                .containsExactly("open_order");
        her.post(SHOP + "/orders/" + order.path("order_id").asText() + "/cancel", Map.of());
        assertThat(erase(her, PASSWORD).status()).isEqualTo(204);

        assertThat(rowsWith("Xavier")).isEmpty();
        assertThat(rowsWith("97777-0001")).isEmpty();
        assertThat(rowsWith("Ouvidor")).isEmpty();
        assertThat(zuleica.mail("was deleted")).contains("as you asked");
        assertThat(rowsWith(zuleica.email()))
                .as("the mail that tells them")
                .containsExactly("mail_outbox");
        assertThat(zuleica.tries(PASSWORD).status()).isEqualTo(401);
        assertThat(erase(her, PASSWORD).status()).isEqualTo(404);
        assertThat(SERVER.admin().get(CUSTOMERS + id).as(Customer.class))
                .isEqualTo(Customer.erased(id));
        assertThat(Invariants.violations(SERVER.database())).isEmpty();
    }

    @Test
    void theAddressIsFreeAgainForANewAccount() {
        ShopCustomer bia = ShopCustomer.register(SERVER, "bia");
        erase(bia.signedIn(), PASSWORD);

        assertThat(
                        SERVER.client()
                                .post(
                                        SHOP + "/customers",
                                        Map.of(
                                                "name",
                                                "Bia",
                                                "email",
                                                bia.email(),
                                                "password",
                                                PASSWORD))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aTillThatWasAwayBringsNobodyBack() {
        TestTill till = TestTill.enrol(SERVER, SampleStores.SAO_PAULO, 71);
        Customer caio =
                new Customer(
                        UUID.randomUUID(),
                        Customer.Kind.RETAIL,
                        "Caio Quixote",
                        Optional.of("caio.quixote@example.com"),
                        Optional.of("+55 11 3333-4444"),
                        Optional.empty(),
                        Optional.empty(),
                        true);
        till.tell(new Event.CustomerChanged(caio, SampleStaff.ANA.staffId()));
        assertThat(
                        SERVER.admin()
                                .post(CUSTOMERS + caio.customerId() + "/erasure", Map.of())
                                .status())
                .isEqualTo(204);
        assertThat(rowsWith("Quixote")).isEmpty();

        Customer later = caio.edited(caio.withEmail("late@example.com"), Instant.now());
        till.tell(new Event.CustomerChanged(later, SampleStaff.ANA.staffId()));

        assertThat(rowsWith("Quixote")).isEmpty();
        assertThat(SERVER.admin().get(CUSTOMERS + caio.customerId()).as(Customer.class))
                .isEqualTo(Customer.erased(caio.customerId()));
        assertThat(till.snapshot()).noneMatch(line -> line.contains("Quixote"));
        assertThat(
                        SERVER.admin()
                                .post(CUSTOMERS + UUID.randomUUID() + "/erasure", Map.of())
                                .status())
                .isEqualTo(404);
    }
}
