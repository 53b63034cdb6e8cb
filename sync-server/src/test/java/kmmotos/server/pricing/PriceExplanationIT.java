package kmmotos.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Why something costs what it does.
class PriceExplanationIT {

    private static final String SHOP = "/api/shop/v1";
    private static final String WHY = SHOP + "/prices/explanation?store=S1&sku=";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    @BeforeAll
    static void open() {
        SampleShop.open(SERVER);
    }

    private static String pads() {
        return URLEncoder.encode(SampleShop.PADS, StandardCharsets.UTF_8);
    }

    private static List<String> steps(JsonNode why) {
        return why.path("steps")
                .valueStream()
                .map(step -> step.path("kind").asText() + " " + step.at("/amount/amount").asText())
                .toList();
    }

    private static TestClient wholesaler() {
        Map<String, String> login =
                Map.of("login", "shop@example.com", "password", "ten chars or more");
        SERVER.client()
                .post(
                        SHOP + "/customers",
                        Map.of(
                                "name", "Moto Shop",
                                "email", "shop@example.com",
                                "password", "ten chars or more"));
        SERVER.change(
                "update customer set price_group = 'wholesale', kind = 'WHOLESALE'"
                        + " where email = 'shop@example.com'");
        return SERVER.client()
                .bearer(
                        SERVER.client()
                                .post(SHOP + "/tokens", login)
                                .json()
                                .path("access_token")
                                .asText());
    }

    @Test
    void fourCostLessThanFourTimesOne() {
        JsonNode why = SERVER.client().get(WHY + "OIL-10W40&quantity=4").json();

        assertThat(steps(why))
                .containsExactly("LIST_PRICE 199.60", "TIER_PRICE -20.00", "TAX_INCLUDED 27.40");
        assertThat(why.at("/total/amount").asText()).isEqualTo("179.60");
        assertThat(why.path("tiers").findValuesAsText("from")).containsExactly("1", "4");
        assertThat(why.at("/tiers/1/unit/amount").asText()).isEqualTo("44.90");
    }

    @Test
    void aGroupsPriceIsToldToTheGroupOnly() {
        JsonNode anybody = SERVER.client().get(WHY + pads()).json();
        JsonNode group = wholesaler().get(WHY + pads()).json();

        assertThat(steps(anybody).getFirst()).isEqualTo("LIST_PRICE 189.90");
        assertThat(anybody.toString()).doesNotContain("155.00", "GROUP");
        assertThat(steps(group)).contains("GROUP_PRICE -34.90");
        assertThat(group.at("/total/amount").asText()).isEqualTo("155.00");
    }

    @Test
    void whatIsNotSoldOrIsNoQuantityIsSaid() {
        assertThat(SERVER.client().get(WHY + "NOTHING").status()).isEqualTo(404);
        for (String wrong : List.of("0", "-1", "x", "1e9", "1.00000001", "20000")) {
            assertThat(SERVER.client().get(WHY + "OIL-10W40&quantity=" + wrong).code())
                    .as(wrong)
                    .isEqualTo("invalid_query");
        }
    }
}
