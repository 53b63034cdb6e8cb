package kmmotos.server.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Coming back to an order: to look it up, and to order the same again.
class OrderAgainIT {

    private static final String SHOP = "/api/shop/v1";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    private static SampleShop shop;

    @BeforeAll
    static void open() {
        shop = SampleShop.open(SERVER);
    }

    private static TestClient customer() {
        Map<String, String> account =
                Map.of(
                        "name", "Ana",
                        "email", UUID.randomUUID() + "@example.com",
                        "password", "ten chars or more");
        SERVER.client().post(SHOP + "/customers", account);
        Reply tokens =
                SERVER.client()
                        .post(
                                SHOP + "/tokens",
                                Map.of(
                                        "login", account.get("email"),
                                        "password", account.get("password")));
        return SERVER.client().bearer(tokens.json().path("access_token").asText());
    }

    private static Guest cart(TestClient customer) {
        Reply reply = customer.post(SHOP + "/carts", Map.of("store", "S1"));
        return new Guest(customer, SHOP + "/carts/" + reply.json().path("cart_id").asText());
    }

    private static Reply reorder(TestClient customer, JsonNode order) {
        return customer.post(
                SHOP + "/orders/" + order.path("order_id").asText() + "/reorder", Map.of());
    }

    private static void oilIsSold(boolean active) {
        SERVER.change(
                "update product set active = ? where product_id ="
                        + " (select product_id from variant where sku = ?)",
                active,
                SampleShop.OIL);
    }

    private static Reply lookUp(String number, String email) {
        return SERVER.client()
                .post(SHOP + "/orders/lookups", Map.of("number", number, "email", email));
    }

    private static JsonNode guestOrder(String email) {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        return guest.client()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        guest.cart() + "/checkout",
                        Map.of("contact_name", "Ana Souza", "contact_email", email))
                .json();
    }

    @Test
    void whatWasOrderedIsPutIntoTheCartAgainWithWhatIsNotAsItWas() {
        TestClient ana = customer();
        Guest first = cart(ana);
        first.add(SampleShop.MIRROR, "2");
        first.add(SampleShop.PADS, "1");
        JsonNode order = first.checkout().json();

        JsonNode again = reorder(ana, order).json();
        assertThat(again.at("/cart/lines")).hasSize(2);
        assertThat(again.path("left_out")).isEmpty();
        assertThat(again.path("price_changed")).isEmpty();

        shop.stock(SampleShop.MIRROR, "3");
        JsonNode more = reorder(ana, order).json();
        assertThat(more.at("/cart/cart_id")).isEqualTo(again.at("/cart/cart_id"));
        assertThat(more.at("/scarce/0/sku").asText()).isEqualTo(SampleShop.MIRROR);
        assertThat(more.at("/scarce/0/quantity").asText()).isEqualTo("4");
        shop.stock(SampleShop.MIRROR, "199");
    }

    @Test
    void whatIsNotSoldAnyMoreIsLeftOut() {
        TestClient bob = customer();
        Guest first = cart(bob);
        first.add(SampleShop.MIRROR, "1");
        first.add(SampleShop.OIL, "1");
        JsonNode order = first.checkout().json();
        oilIsSold(false);

        JsonNode again = reorder(bob, order).json();
        oilIsSold(true);

        assertThat(again.at("/left_out/0/sku").asText()).isEqualTo(SampleShop.OIL);
        assertThat(again.at("/cart/lines")).hasSize(1);
    }

    @Test
    void aPriceThatIsAnotherNowIsTold() {
        TestClient eva = customer();
        Guest first = cart(eva);
        first.add(SampleShop.OIL, "2");
        JsonNode order = first.checkout().json();

        assertThat(reorder(eva, order).json().path("price_changed")).isEmpty();
        JsonNode four = reorder(eva, order).json().at("/price_changed/0");
        assertThat(four.at("/before/amount").asText()).isEqualTo("49.90");
        assertThat(four.at("/now/amount").asText()).isEqualTo("44.90");
    }

    @Test
    void nobodyOrdersAnothersOrderAgain() {
        Guest first = cart(customer());
        first.add(SampleShop.MIRROR, "1");
        JsonNode order = first.checkout().json();

        assertThat(reorder(customer(), order).status()).isEqualTo(404);
        assertThat(reorder(SERVER.client(), order).status()).isEqualTo(401);
    }

    @Test
    void aGuestFindsTheOrderByItsNumberAndTheAddressThatWasLeftWithIt() {
        JsonNode order = guestOrder("Ze.Silva@example.com");
        String number = order.path("number").asText();

        Reply found = lookUp(number, "ze.silva@example.com");
        assertThat(found.json().path("order_id")).isEqualTo(order.path("order_id"));
        assertThat(found.json().has("pickup_code")).isFalse();
        assertThat(lookUp(number, "other@example.com").status()).isEqualTo(404);
        assertThat(lookUp("W-999999", "ze.silva@example.com").status()).isEqualTo(404);
    }

    @Test
    void whoGuessesHasToWait() {
        String number = guestOrder("rui@example.com").path("number").asText();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(lookUp(number, "guess" + guess + "@example.com").status()).isEqualTo(404);
        }

        Reply sixth = lookUp(number, "rui@example.com");
        assertThat(sixth.code()).isEqualTo("too_many_attempts");
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(600, 901);
    }
}
