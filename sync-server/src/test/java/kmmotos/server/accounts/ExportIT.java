package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the online shop keeps of a customer, to take along.
class ExportIT {

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    @BeforeAll
    static void open() {
        SampleShop.open(SERVER);
    }

    private static JsonNode order(TestClient customer) {
        JsonNode cart = customer.post(SHOP + "/carts", Map.of("store", "S1")).json();
        Guest buyer = new Guest(customer, SHOP + "/carts/" + cart.path("cart_id").asText());
        buyer.add(SampleShop.PADS, "1");
        return buyer.checkout().json();
    }

    private static void addAddress(TestClient customer, String line) {
        customer.post(
                SHOP + "/me/addresses",
                Map.of(
                        "address",
                        Map.of(
                                "name", "A",
                                "line", line,
                                "city", "Berlin",
                                "postal_code", "10115",
                                "country", "DE")));
    }

    @Test
    void anExportHoldsEverythingOfOneCustomerAndNothingOfAnother() {
        ShopCustomer ana = ShopCustomer.register(SERVER, "ana");
        TestClient her = ana.signedIn();
        TestClient bob = ShopCustomer.register(SERVER, "bob").signedIn();
        her.patch(SHOP + "/me", Map.of("phone", "+49 30 1"));
        addAddress(her, "Road 1");
        addAddress(bob, "Road 2");
        JsonNode first = order(her);
        JsonNode second = order(her);
        order(bob);

        JsonNode export = her.get(SHOP + "/me/export").json();

        assertThat(export.path("profile")).isEqualTo(her.get(SHOP + "/me").json());
        assertThat(export.at("/profile/phone").asText()).isEqualTo("+49 30 1");
        assertThat(export.path("addresses"))
                .isEqualTo(her.get(SHOP + "/me/addresses").json().path("items"))
                .hasSize(1);
        assertThat(export.path("orders").findValuesAsText("number"))
                .containsExactly(second.path("number").asText(), first.path("number").asText());
        assertThat(export.path("account")).isEqualTo(her.get(SHOP + "/me/account").json());
        assertThat(export.path("sessions"))
                .isEqualTo(her.get(SHOP + "/me/sessions").json().path("items"))
                .hasSize(1);
    }

    @Test
    void anExportHoldsNoSecret() {
        TestClient ana = ShopCustomer.register(SERVER, "ana").signedIn();
        order(ana);

        assertThat(ana.get(SHOP + "/me/export").text())
                .doesNotContain("argon2", "password_hash", "token", "code_hash", "pickup_code");
    }
}
