package kmmotos.server.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Carts and orders of customers who have signed in.
class CustomerCartIT {

    private static final String CARTS = "/api/shop/v1/carts";
    private static final String PASSWORD = "ten chars or more";

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
    void aCustomerFillsAndOrdersACartWithTheBearerTokenAlone() {
        TestClient ana = customer();
        Guest hers = cart(ana);

        assertThat(hers.add(SampleShop.MIRROR, "2").status()).isEqualTo(200);
        assertThat(hers.show().json().has("token")).isFalse();
        assertThat(ana.get(CARTS + "/current").json().path("cart_id").asText())
                .isEqualTo(idOf(hers));
        JsonNode order = hers.checkout().json();

        assertThat(hers.order(order).json().path("number")).isEqualTo(order.path("number"));
        assertThat(ana.get(CARTS + "/current").status()).isEqualTo(404);
    }

    @Test
    void aWholesalersCartHasTheirPrices() {
        TestClient ana = customer();
        JsonNode me = ana.get("/api/shop/v1/me").json();
        Map<String, Object> wholesaler =
                Map.of(
                        "customer_id",
                        me.path("customer_id").asText(),
                        "kind",
                        "WHOLESALE",
                        "name",
                        "Ana",
                        "email",
                        me.path("email").asText(),
                        "price_group",
                        "wholesale",
                        "active",
                        true);
        Reply saved =
                server.admin()
                        .put(
                                "/api/admin/v1/customers/" + me.path("customer_id").asText(),
                                wholesaler);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);

        Guest hers = cart(ana);
        hers.add(SampleShop.PADS, "1");

        assertThat(hers.show().json().at("/total/amount").asText()).isEqualTo("155.00");
    }

    @Test
    void nobodyElseSeesACustomersCartOrOrders() {
        Guest hers = cart(customer());
        hers.add(SampleShop.MIRROR, "1");
        TestClient bob = customer();
        Guest bobs = new Guest(bob, hers.cart());
        Guest visitor = new Guest(shop.guest().client(), hers.cart());

        for (Guest other : List.of(bobs, visitor)) {
            assertThat(other.show().status()).isEqualTo(404);
            assertThat(other.add(SampleShop.MIRROR, "1").status()).isEqualTo(404);
            assertThat(other.checkout().status()).isEqualTo(404);
            assertThat(other.client().with("If-Match", "*").delete(hers.cart()).status())
                    .isEqualTo(404);
        }
        JsonNode order = hers.checkout().json();

        assertThat(bobs.order(order).status()).isEqualTo(404);
        assertThat(bobs.cancel(order).status()).isEqualTo(404);
        assertThat(bob.get("/api/shop/v1/orders").json().path("items")).isEmpty();
        assertThat(server.client().get("/api/shop/v1/orders").status()).isEqualTo(401);
    }

    @Test
    void aCustomersOrdersComeInPagesNewestFirst() {
        TestClient ana = customer();
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Guest cart = cart(ana);
            cart.add(SampleShop.MIRROR, "1");
            placed.addFirst(cart.checkout().json().path("order_id").asText());
        }

        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String query = "?page_size=2";
        while (!query.isEmpty()) {
            JsonNode page = ana.get("/api/shop/v1/orders" + query).json();
            page.path("items").forEach(order -> seen.add(order.path("order_id").asText()));
            sizes.add(page.path("items").size());
            query =
                    page.path("has_more").asBoolean()
                            ? "?page_size=2&cursor=" + page.path("next_cursor").asText()
                            : "";
        }

        assertThat(seen).isEqualTo(placed);
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(ana.get("/api/shop/v1/orders").text()).doesNotContain("pickup_code");
        assertThat(ana.get("/api/shop/v1/orders?cursor=nonsense").code())
                .isEqualTo("invalid_cursor");
    }

    @Test
    void aGuestsCartBecomesTheCustomersAndTheTokenOpensItNoMore() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "2");
        TestClient ana = customer();

        Reply claimed = claim(guest, ana);
        Reply again = claim(guest, ana);

        assertThat(claimed.json().path("cart_id").asText()).isEqualTo(idOf(guest));
        assertThat(claimed.json().at("/lines/0/quantity").asText()).isEqualTo("2");
        assertThat(again.json().path("version")).isEqualTo(claimed.json().path("version"));
        assertThat(guest.show().status()).isEqualTo(404);
        assertThat(new Guest(ana, guest.cart()).checkout().status()).isEqualTo(201);
    }

    @Test
    void aGuestsLinesGoIntoTheCartThatTheCustomerHas() {
        TestClient ana = customer();
        Guest hers = cart(ana);
        hers.add(SampleShop.MIRROR, "1");
        hers.add(SampleShop.OIL, "998.5");
        String seen = hers.show().header("ETag");
        Guest guest = shop.guestWith(SampleShop.OIL, "2");
        guest.add(SampleShop.PADS, "1");
        assertThat(guest.coupons("spring").status()).isEqualTo(200);

        Reply claimed = claim(guest, ana);

        assertThat(claimed.json().path("cart_id").asText()).isEqualTo(idOf(hers));
        assertThat(claimed.json().path("lines").findValuesAsText("quantity"))
                .containsSubsequence("1", "999", "1");
        assertThat(claimed.json().path("lines")).hasSize(3);
        assertThat(claimed.json().at("/coupons/0").asText()).isEqualTo("SPRING");
        assertThat(claimed.header("ETag")).isNotEqualTo(seen);
        assertThat(guest.show().status()).isEqualTo(404);
        assertThat(claim(guest, ana).status()).isEqualTo(404);
    }

    @Test
    void aCartIsClaimedOnlyByACustomerWhoShowsItsToken() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        TestClient ana = customer();

        assertThat(ana.post(guest.cart() + "/claim", Map.of()).status()).isEqualTo(404);
        assertThat(claim(new Guest(shop.guest().client(), guest.cart()), ana).status())
                .isEqualTo(404);
        assertThat(guest.client().post(guest.cart() + "/claim", Map.of()).code())
                .isEqualTo("sign_in_required");
        assertThat(guest.show().status()).isEqualTo(200);
        assertThat(guest.checkout().status()).isEqualTo(201);
        assertThat(claim(guest, ana).code()).isEqualTo("cart_completed");
    }

    @Test
    void aCartIsDeletedOnlyAsItsHolderSawIt() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        String seen = guest.show().header("ETag");
        guest.add(SampleShop.MIRROR, "1");

        assertThat(guest.client().delete(guest.cart()).code()).isEqualTo("if_match_required");
        assertThat(guest.client().with("If-Match", seen).delete(guest.cart()).code())
                .isEqualTo("stale_cart");
        assertThat(guest.show().json().at("/lines/0/quantity").asText()).isEqualTo("2");
        assertThat(
                        guest.client()
                                .with("If-Match", guest.show().header("ETag"))
                                .delete(guest.cart())
                                .status())
                .isEqualTo(204);
        assertThat(guest.show().status()).isEqualTo(404);
    }

    @Test
    void aCartThatBecameAnOrderIsNotDeleted() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        guest.checkout();

        assertThat(guest.client().with("If-Match", "*").delete(guest.cart()).code())
                .isEqualTo("cart_completed");
    }

    @Test
    void aRefusalIsToldInTheCallersLanguageAndItsCodeIsTheSame() {
        Guest guest = shop.guestWith(SampleShop.PADS, "11");

        Reply english = in("en-GB", guest).checkout();
        Reply portuguese = in("pt-BR,pt;q=0.9,en;q=0.5", guest).checkout();
        Reply spanish = in("es-MX", guest).checkout();

        assertThat(List.of(english.code(), portuguese.code(), spanish.code()))
                .containsOnly("out_of_stock");
        assertThat(english.json().path("detail").asText())
                .isEqualTo("The store has not enough of this left.");
        assertThat(portuguese.json().path("detail").asText())
                .isEqualTo("A loja não tem o suficiente disto.");
        assertThat(portuguese.json().at("/errors/0/detail").asText())
                .isEqualTo("pedido: 11, disponível: 10");
        assertThat(spanish.json().path("title").asText()).isEqualTo("No es posible ahora");
        assertThat(portuguese.header("Content-Language")).isEqualTo("pt-BR");
        assertThat(in("es", guest).add(SampleShop.MIRROR, "1000").json().path("detail").asText())
                .isEqualTo("La cantidad debe ser mayor que 0 y como máximo 999.");
    }

    @Test
    void goodsAreCalledInTheCallersLanguageAndInTheStoresOnTheOrder() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        String inEnglish = in("en", guest).show().json().at("/lines/0/description").asText();
        String inSpanish = in("es", guest).show().json().at("/lines/0/description").asText();

        JsonNode order = in("en", guest).checkout().json();

        assertThat(inEnglish).isEqualTo("Mirror left");
        assertThat(inSpanish).isEqualTo("Espejo left");
        assertThat(order.at("/lines/0/description").asText()).isEqualTo("Espelho left");
        assertThat(
                        server.admin()
                                .with("Accept-Language", "es")
                                .get("/api/admin/v1/stock?number=" + SampleShop.MIRROR)
                                .json()
                                .at("/items/0/description")
                                .asText())
                .isEqualTo(inSpanish);
    }

    private static Guest in(String language, Guest guest) {
        return new Guest(guest.client().with("Accept-Language", language), guest.cart());
    }

    private static Reply claim(Guest guest, TestClient customer) {
        String token = guest.client().header("Cart-Token");
        return customer.with("Cart-Token", token).post(guest.cart() + "/claim", Map.of());
    }

    private static Guest cart(TestClient customer) {
        Reply reply = customer.post(CARTS, Map.of("store", "S1"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return new Guest(customer, CARTS + "/" + reply.json().path("cart_id").asText());
    }

    private static String idOf(Guest guest) {
        return guest.cart().substring(CARTS.length() + 1);
    }

    private static TestClient customer() {
        String email = UUID.randomUUID() + "@example.com";
        server.client()
                .post(
                        "/api/shop/v1/customers",
                        Map.of("name", "Ana", "email", email, "password", PASSWORD));
        Reply tokens =
                server.client()
                        .post("/api/shop/v1/tokens", Map.of("login", email, "password", PASSWORD));
        return server.client().bearer(tokens.json().path("access_token").asText());
    }
}
