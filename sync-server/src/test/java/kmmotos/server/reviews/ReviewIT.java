package kmmotos.server.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What buyers say of products, what customers wish for, and products beside each other.
class ReviewIT {

    private static final String SHOP = "/api/shop/v1";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    private static SampleShop shop;
    private static String pads = "";
    private static String mirror = "";

    @BeforeAll
    static void open() {
        shop = SampleShop.open(SERVER);
        pads = product(SampleSales.cashSale().lines().getFirst().sku().value());
        mirror = product(SampleShop.MIRROR);
    }

    private static String product(String sku) {
        return SERVER.read(
                        "select product_id from variant where sku = ?",
                        row -> row.getString(1),
                        sku)
                .orElseThrow();
    }

    private static TestClient customer(String name) {
        String email = UUID.randomUUID() + "@example.com";
        SERVER.client()
                .post(
                        SHOP + "/customers",
                        Map.of("name", name, "email", email, "password", "ten chars or more"));
        return SERVER.client()
                .bearer(
                        SERVER.client()
                                .post(
                                        SHOP + "/tokens",
                                        Map.of("login", email, "password", "ten chars or more"))
                                .json()
                                .path("access_token")
                                .asText());
    }

    /// A customer who bought at a till what a sample sale holds.
    private static TestClient buyer(String name) {
        TestClient buyer = customer(name);
        UUID id = UUID.fromString(buyer.get(SHOP + "/me").json().path("customer_id").asText());
        Sale like = shop.till().sale();
        JournalEntry _ =
                shop.till()
                        .tell(
                                new Event.SaleCompleted(
                                        new Sale(
                                                like.saleId(),
                                                like.receiptNumber(),
                                                like.store(),
                                                like.device(),
                                                like.shiftId(),
                                                like.businessDay(),
                                                like.at(),
                                                like.staffId(),
                                                Optional.of(id),
                                                like.lines(),
                                                like.tenders(),
                                                like.total(),
                                                List.of(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of())));
        return buyer;
    }

    private static String mine(String product) {
        return SHOP + "/products/" + product + "/reviews/mine";
    }

    private static Map<String, Object> words(int rating, String title) {
        return Map.of("rating", rating, "title", title, "text", "Fitted at once.");
    }

    private static JsonNode shown(String product) {
        return SERVER.client().get(SHOP + "/products/" + product + "/reviews").json();
    }

    private static Reply decide(String review, Map<String, Object> decision) {
        return SERVER.admin().post("/api/admin/v1/reviews/" + review + "/decision", decision);
    }

    private static String write(TestClient buyer, int rating, String title) {
        Reply written = buyer.put(mine(pads), words(rating, title));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        return written.json().path("review_id").asText();
    }

    @Test
    void aBuyersReviewIsShownOnceHeadOfficeSaysSo() {
        TestClient ana = buyer("Ana Maria de Souza");
        long before = shown(pads).at("/rating/count").asLong();
        String review = write(ana, 5, "Stops at once");

        assertThat(shown(pads).path("items").findValuesAsText("review_id")).doesNotContain(review);
        assertThat(ana.get(mine(pads)).json().path("state").asText()).isEqualTo("WAITING");
        assertThat(
                        SERVER.admin()
                                .get("/api/admin/v1/reviews?page_size=100")
                                .json()
                                .path("items")
                                .findValuesAsText("review_id"))
                .contains(review);
        assertThat(decide(review, Map.of("show", true, "reply", "Thank you!")).status())
                .isEqualTo(200);
        JsonNode first = shown(pads).path("items").get(0);
        assertThat(first.path("review_id").asText()).isEqualTo(review);
        assertThat(first.path("author").asText()).isEqualTo("Ana S.");
        assertThat(first.path("reply").asText()).isEqualTo("Thank you!");
        assertThat(shown(pads).at("/rating/count").asLong()).isEqualTo(before + 1);
        assertThat(shown(pads).at("/rating/average").asDouble()).isBetween(1.0, 5.0);

        String again = write(ana, 1, "Not after a month");
        assertThat(shown(pads).path("items").findValuesAsText("review_id"))
                .as("another one takes its place and waits")
                .doesNotContain(review, again);
        assertThat(decide(again, Map.of("show", false)).json().path("state").asText())
                .isEqualTo("REFUSED");
        assertThat(ana.delete(mine(pads)).status()).isEqualTo(204);
        assertThat(ana.delete(mine(pads)).status()).isEqualTo(404);
    }

    @Test
    void whoDidNotBuyItCannotReviewIt() {
        assertThat(customer("Bob").put(mine(pads), words(5, "Great")).code())
                .isEqualTo("not_bought");
        assertThat(buyer("Eva").put(mine(mirror), words(5, "Great")).code())
                .isEqualTo("not_bought");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(
                        buyer("Gil")
                                .put(mine(pads), Map.of("rating", 6, "title", " ", "text", ""))
                                .json()
                                .path("errors")
                                .findValuesAsText("pointer"))
                .containsExactly("/rating", "/title", "/text");
    }

    @Test
    void othersFindAReviewHelpfulOnceAndNobodyTheirOwn() {
        TestClient ana = buyer("Ana");
        TestClient bob = customer("Bob");
        String review = write(ana, 4, "Good");
        String vote = SHOP + "/reviews/" + review + "/vote";
        assertThat(bob.put(vote, Map.of()).status()).as("not shown yet").isEqualTo(404);
        decide(review, Map.of("show", true));

        assertThat(bob.put(vote, Map.of()).status()).isEqualTo(204);
        assertThat(bob.put(vote, Map.of()).status()).isEqualTo(204);
        assertThat(ana.put(vote, Map.of()).code()).isEqualTo("own_review");
        assertThat(ana.get(mine(pads)).json().path("helpful").asInt()).isEqualTo(1);
        assertThat(bob.delete(vote).status()).isEqualTo(204);
        assertThat(ana.get(mine(pads)).json().path("helpful").asInt()).isZero();
    }

    @Test
    void pagesOfReviewsDoNotShift() {
        for (int i = 0; i < 5; i++) {
            decide(write(buyer("Rider " + i), 3, "No " + i), Map.of("show", true));
        }
        String path = SHOP + "/products/" + pads + "/reviews?page_size=2";
        JsonNode first = SERVER.client().get(path).json();
        decide(write(buyer("Late"), 3, "Late"), Map.of("show", true));
        JsonNode second =
                SERVER.client().get(path + "&cursor=" + first.path("next_cursor").asText()).json();

        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(second.path("items").findValuesAsText("review_id"))
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("review_id"))
                .hasSize(2);
    }

    @Test
    void aWishListIsItsOwnersWithTodaysPrices() {
        TestClient ana = customer("Ana");
        TestClient bob = customer("Bob");
        assertThat(ana.put(SHOP + "/me/wishlist/" + pads, Map.of()).status()).isEqualTo(204);
        assertThat(ana.put(SHOP + "/me/wishlist/" + mirror, Map.of()).status()).isEqualTo(204);
        assertThat(ana.put(SHOP + "/me/wishlist/" + pads, Map.of()).status()).isEqualTo(204);
        JsonNode items = ana.get(SHOP + "/me/wishlist?store=S1").json().path("items");

        assertThat(items.findValuesAsText("product_id")).containsExactly(mirror, pads);
        assertThat(items.at("/1/product/variants/0/price/unit/amount").asText())
                .isEqualTo("189.90");
        assertThat(bob.get(SHOP + "/me/wishlist").json().path("items")).isEmpty();
        assertThat(ana.put(SHOP + "/me/wishlist/" + UUID.randomUUID(), Map.of()).status())
                .isEqualTo(404);
        ana.delete(SHOP + "/me/wishlist/" + mirror);
        assertThat(ana.get(SHOP + "/me/wishlist").json().path("items")).hasSize(1);
    }

    @Test
    void productsAreComparedRowByRow() {
        JsonNode compared =
                SERVER.client()
                        .get(
                                SHOP
                                        + "/products/comparison?store=S1&products="
                                        + pads
                                        + ","
                                        + mirror
                                        + ","
                                        + UUID.randomUUID())
                        .json();
        JsonNode price =
                compared.path("rows")
                        .valueStream()
                        .filter(row -> row.path("attribute").asText().equals("price"))
                        .findFirst()
                        .orElseThrow();

        assertThat(compared.path("products").findValuesAsText("product_id"))
                .containsExactly(pads, mirror);
        assertThat(price.path("values").valueStream().map(JsonNode::asText))
                .containsExactly("189.90 BRL", "80.00 BRL");
        assertThat(price.path("differs").asBoolean()).isTrue();
        for (String wrong : List.of("", pads, pads + ",x")) {
            assertThat(
                            SERVER.client()
                                    .get(SHOP + "/products/comparison?products=" + wrong)
                                    .status())
                    .isIn(400, 404);
        }
    }
}
