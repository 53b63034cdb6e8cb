package kmmotos.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.catalog.Names;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.pricing.Schedule;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Promotions from head office's order to the online shop's cart and the tills.
class PromotionIT {

    private static final String API = "/api/admin/v1/promotions";

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

    @AfterEach
    void endAll() {
        for (JsonNode item : server.admin().get(API + "?page_size=100").json().path("items")) {
            end(item.at("/promotion/promotion_id").asText());
        }
    }

    private static Promotion tenOffBrakes(Optional<String> group) {
        return new Promotion(
                UUID.randomUUID(),
                Names.of("pt-BR", "10 % nos freios"),
                new Deal.Off(Items.inCategory("brakes"), new Discount.PercentOff(BigDecimal.TEN)),
                Schedule.ALWAYS,
                java.util.Set.of(),
                java.util.Set.of(),
                group,
                true,
                true);
    }

    private static TestClient.Reply save(Promotion promotion) {
        return server.admin()
                .put(API + "/" + promotion.promotionId(), Json.MAPPER.valueToTree(promotion));
    }

    private static TestClient.Reply end(Object promotionId) {
        return server.admin().post(API + "/" + promotionId + "/end", Map.of());
    }

    private static List<Policy> toldSince(List<Policy> before) {
        List<Policy> told = promotionsInFeed();
        return told.subList(before.size(), told.size());
    }

    private static List<Policy> promotionsInFeed() {
        return server
                .database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.list(
                                        session,
                                        "select policy from feed_entry where scope ="
                                                + " 'pricelist/BR-SUDESTE' order by n",
                                        row -> Sql.json(row, "policy", Policy.class)))
                .stream()
                .filter(Policy.PromotionChanged.class::isInstance)
                .toList();
    }

    @Test
    void aCartIsPricedByThePromotionsThatHoldAndTellsWhich() {
        assertThat(save(tenOffBrakes(Optional.empty())).status()).isEqualTo(200);
        Guest guest = shop.guestWith(SampleShop.PADS, "1");

        JsonNode cart = guest.show().json();

        assertThat(cart.at("/total/amount").asText()).isEqualTo("170.91");
        JsonNode step = cart.at("/lines/0/priced/adjustments/0");
        assertThat(step.path("kind").asText()).isEqualTo("PROMOTION");
        assertThat(step.path("label").asText()).isEqualTo("10 % nos freios");
    }

    @Test
    void anOrderIsPlacedAtThePromotedPrice() {
        save(tenOffBrakes(Optional.empty()));
        Guest guest = shop.guestWith(SampleShop.PADS, "1");

        JsonNode order = guest.checkout().json();

        assertThat(order.at("/total/amount").asText()).isEqualTo("170.91");
    }

    @Test
    void onlyTheGroupsMembersGetItsPromotionAndMayReadIt() {
        save(tenOffBrakes(Optional.of("wholesale")));
        Guest guest = shop.guestWith(SampleShop.PADS, "1");

        assertThat(guest.show().json().at("/total/amount").asText()).isEqualTo("189.90");
        int seen =
                server.database()
                        .inTransaction(
                                new Caller.Visitor(),
                                session ->
                                        Sql.list(
                                                        session,
                                                        "select 1 from promotion where active",
                                                        row -> row.getInt(1))
                                                .size());
        assertThat(seen).isZero();
    }

    @Test
    void tillsAreToldOfWhatIsMadeChangedAndEnded() {
        List<Policy> before = promotionsInFeed();
        Promotion promotion = tenOffBrakes(Optional.empty());
        save(promotion);
        assertThat(end(promotion.promotionId()).status()).isEqualTo(204);
        assertThat(end(promotion.promotionId()).status()).isEqualTo(204);

        assertThat(toldSince(before))
                .containsExactly(
                        new Policy.PromotionChanged(promotion),
                        new Policy.PromotionChanged(promotion.ended()));
        assertThat(shop.guestWith(SampleShop.PADS, "1").show().json().at("/total/amount").asText())
                .isEqualTo("189.90");
    }

    @Test
    void theListComesInPagesThoseThatHaveNotEndedFirst() {
        List<UUID> active = new ArrayList<>();
        IntStream.range(0, 5)
                .forEach(_ -> {
                    Promotion promotion = tenOffBrakes(Optional.empty());
                    save(promotion);
                    active.addFirst(promotion.promotionId());
                });
        Promotion ended = tenOffBrakes(Optional.empty());
        save(ended);
        end(ended.promotionId());

        List<UUID> seen = new ArrayList<>();
        String query = "?page_size=2";
        while (!query.isEmpty()) {
            JsonNode page = server.admin().get(API + query).json();
            page.path("items")
                    .forEach(item ->
                            seen.add(UUID.fromString(item.at("/promotion/promotion_id").asText())));
            query =
                    page.path("has_more").asBoolean()
                            ? "?page_size=2&cursor=" + page.path("next_cursor").asText()
                            : "";
        }

        assertThat(seen.subList(0, 5)).isEqualTo(active);
        assertThat(seen).contains(ended.promotionId()).doesNotHaveDuplicates();
    }

    @Test
    void everyKindIsKeptAsItWasSaved() {
        Stream.of(
                        SamplePromotions.THREE_FOR_TWO,
                        SamplePromotions.KIT_AND_PAD,
                        SamplePromotions.SPEND_MORE,
                        SamplePromotions.TUESDAY_EVENING)
                .forEach(promotion -> {
                    assertThat(save(promotion).status()).isEqualTo(200);
                    JsonNode kept = server.admin().get(API + "/" + promotion.promotionId()).json();
                    assertThat(kept.path("promotion"))
                            .isEqualTo(Json.MAPPER.valueToTree(promotion));
                    assertThat(kept.path("changed_by").asText()).isNotEmpty();
                });
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsPlace() {
        Promotion promotion = tenOffBrakes(Optional.empty());
        String path = API + "/" + promotion.promotionId();
        JsonNode broken = Json.MAPPER.valueToTree(promotion);
        ((com.fasterxml.jackson.databind.node.ObjectNode) broken.at("/deal/discount"))
                .put("percent", "101");

        TestClient.Reply refused = server.admin().put(path, broken);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asText()).startsWith("/deal");
        assertThat(server.admin().put(API + "/" + UUID.randomUUID(), broken).status())
                .isEqualTo(400);
        assertThat(server.admin().get(API + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(end(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(server.client().get(API).status()).isEqualTo(401);
    }
}
