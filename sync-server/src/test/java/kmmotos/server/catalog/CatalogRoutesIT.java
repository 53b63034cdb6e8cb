package kmmotos.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogRoutesIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14_00021 / 700102/12",
                "1400021-700102-12",
                "14 00021 70010212",
                "1400021",
                "fa196",
                "FA 196",
                "07bb19sa",
                "4006381333931",
                "brake pads",
                "pastilha",
                "FREIO diant",
                "brembo cb500x",
            })
    void aPartIsFoundHoweverItIsTyped(String typed) {
        JsonNode found = search(typed);

        assertThat(found.path("items")).isNotEmpty();
        assertThat(found.at("/items/0/variants/0/sku").asText()).isEqualTo(SampleShop.PADS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "14_00022", "!!!", "'; drop table product; --", "& | ! :*"})
    void whatIsNotThereIsAnEmptyPage(String typed) {
        assertThat(search(typed).path("items")).isEmpty();
    }

    @Test
    void partsForAMotorcycleFitItsYear() {
        String bike = "/api/shop/v1/products?make=honda&model=cb500x&year=";

        assertThat(server.client().get(bike + "2019").json().path("items")).hasSize(1);
        assertThat(server.client().get(bike + "2012").json().path("items")).isEmpty();
        assertThat(server.client().get("/api/shop/v1/products?make=honda").code())
                .isEqualTo("invalid_query");
    }

    @Test
    void aCategoryHoldsTheOnesBelowIt() {
        assertThat(
                        server.client()
                                .get("/api/shop/v1/products?category=brakes")
                                .json()
                                .at("/items/0/category")
                                .asText())
                .isEqualTo("brakes/pads");
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrADouble() {
        List<String> seen = new ArrayList<>();
        String path = "/api/shop/v1/products?page_size=1";
        JsonNode page = server.client().get(path).json();
        while (page.path("has_more").asBoolean()) {
            seen.add(page.at("/items/0/product_id").asText());
            page =
                    server.client()
                            .get(path + "&cursor=" + page.path("next_cursor").asText())
                            .json();
        }
        seen.add(page.at("/items/0/product_id").asText());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(page.has("next_cursor")).isFalse();
        assertThat(server.client().get("/api/shop/v1/products?cursor=nonsense").code())
                .isEqualTo("invalid_cursor");
        String nul =
                java.util.Base64.getUrlEncoder()
                        .encodeToString(
                                "[\"0\",\"\\u0000\",\"x\"]".getBytes(StandardCharsets.UTF_8));
        assertThat(server.client().get("/api/shop/v1/products?cursor=" + nul).code())
                .isEqualTo("invalid_cursor");
    }

    @Test
    void aProductSpeaksTheCallersLanguageAndShowsPriceAndStock() {
        JsonNode found = search("1400021");
        String id = found.at("/items/0/product_id").asText();
        Reply reply =
                server.client()
                        .with("Accept-Language", "fr, pt;q=0.8, en;q=0.1")
                        .get("/api/shop/v1/products/" + id);

        assertThat(reply.header("Content-Language")).isEqualTo("pt-BR");
        assertThat(reply.json().path("name").asText()).isEqualTo("Pastilha de freio dianteira");
        assertThat(reply.json().at("/variants/0/price/unit/amount").asText()).isEqualTo("189.90");
        assertThat(reply.json().at("/variants/0/stock/0/store").asText()).isEqualTo("S1");
    }

    @Test
    void thePublicCatalogueMayBeCachedAndKnowsWhatTheCallerHas() {
        Reply first = server.client().get("/api/shop/v1/products");
        Reply again =
                server.client()
                        .with("If-None-Match", first.header("ETag"))
                        .get("/api/shop/v1/products");

        assertThat(first.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(first.header("Vary")).contains("Authorization", "Accept-Language");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.content()).isEmpty();
    }

    @Test
    void aWholesalersPriceIsTheirsAloneAndNeverInASharedCache() {
        String token = wholesaler();
        Reply own = server.client().bearer(token).get("/api/shop/v1/products?q=1400021");
        Reply anybody = server.client().get("/api/shop/v1/products?q=1400021");

        assertThat(own.json().at("/items/0/variants/0/price/unit/amount").asText())
                .isEqualTo("155.00");
        assertThat(own.header("Cache-Control")).startsWith("private");
        assertThat(anybody.json().at("/items/0/variants/0/price/unit/amount").asText())
                .isEqualTo("189.90");
        assertThat(anybody.text()).doesNotContain("155.00");
    }

    @Test
    void theImportReportNamesRowColumnAndReason() {
        JsonNode report =
                shop.take(
                        "products",
                        """
                        sku,name_en,category,gtins,unit,shelf
                        NEW-1,New part,body,,piece,A1
                        NEW-2,Wrong digit,body,4006381333932,piece,A1
                        NEW-3,,nowhere,,dozen,A1
                        """);

        assertThat(report.path("taken").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(2);
        assertThat(report.path("unknown_columns").toString()).isEqualTo("[\"shelf\"]");
        assertThat(report.path("faults").findValuesAsText("column"))
                .containsExactly("gtins", "unit", "name_en");
        assertThat(search("NEW1").path("items")).hasSize(1);
        assertThat(search("NEW2").path("items")).isEmpty();
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() {
        String file = "sku,name_en,category\nTWICE-1,Twice,body\n";

        assertThat(shop.take("products", file).path("changed").asInt()).isEqualTo(1);
        assertThat(shop.take("products", file).path("changed").asInt()).isZero();
        assertThat(
                        shop.take("prices", "zone,sku,amount\nBR-SUDESTE,MIR-01,80.00\n")
                                .path("changed")
                                .asInt())
                .isZero();
    }

    @Test
    void onlyHeadOfficeImports() {
        assertThat(
                        server.client()
                                .send("POST", "/api/admin/v1/imports/products", new byte[] {1})
                                .status())
                .isEqualTo(401);
        assertThat(
                        server.client()
                                .bearer(wholesaler())
                                .send("POST", "/api/admin/v1/imports/products", new byte[] {1})
                                .status())
                .isEqualTo(403);
    }

    private static String wholesaler() {
        String email = "w" + System.nanoTime() + "@example.com";
        JsonNode customer =
                server.client()
                        .post(
                                "/api/shop/v1/customers",
                                Map.of(
                                        "name",
                                        "Oficina Silva",
                                        "email",
                                        email,
                                        "password",
                                        "long enough password"))
                        .json();
        server.database()
                .execute(
                        new kmmotos.server.storage.Caller.Server("test"),
                        session ->
                                kmmotos.server.storage.Sql.update(
                                        session,
                                        "update customer set price_group = 'wholesale', kind ="
                                                + " 'WHOLESALE' where customer_id = ?::uuid",
                                        customer.path("customer_id").asText()));
        return server.client()
                .post(
                        "/api/shop/v1/tokens",
                        Map.of("login", email, "password", "long enough password"))
                .json()
                .path("access_token")
                .asText();
    }

    private static JsonNode search(String typed) {
        Reply reply =
                server.client()
                        .get(
                                "/api/shop/v1/products?q="
                                        + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(List.of(reply.json())).isNotEmpty();
        return reply.json();
    }
}
