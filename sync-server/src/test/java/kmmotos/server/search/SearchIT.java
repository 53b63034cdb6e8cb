package kmmotos.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {

    private static final String PRODUCTS = "/api/shop/v1/products?";

    private static TestServer server;
    private static SampleShop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = SampleShop.open(server);
        shop.take(
                "products",
                """
                sku,name_en,name_pt_BR,name_es,brand,category,part_numbers,fits
                CG-PADS,Rear brake pads CG 160,Pastilha de freio traseira CG 160,Pastillas de freno traseras CG 160,Cobreq,brakes/pads,15-412 A,Honda;CG 160;2016-
                CG-CABLE,Clutch cable CG 160,Cabo de embreagem CG 160,Cable de embrague CG 160,Scud,body,,Honda;CG 160;2016-2022
                KIT-1,,Kit relação Titan,,Scud,body,KR-77,
                PLUG-1,Spark plug,,,Scud,body,SP-9,
                """);
        shop.take(
                "prices",
                """
                zone,sku,amount,currency
                BR-SUDESTE,CG-PADS,35.50,BRL
                BR-SUDESTE,CG-CABLE,19.90,BRL
                """);
        shop.stock("CG-PADS", "3");
        server.awaitSearch();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pastilhas traseiras, CG-PADS",
        "pastillas traseras, CG-PADS",
        "rear pad, CG-PADS",
        "pastilha cg160, CG-PADS",
        "CABO EMBREAGEM, CG-CABLE",
        "cable de embrague, CG-CABLE",
        "relacao, KIT-1",
        "kit de arrastre, KIT-1",
        "chain kit, KIT-1",
        "vela, PLUG-1",
        "bujía, PLUG-1",
        "15-412 A, CG-PADS",
        "15412a, CG-PADS",
        "15412, CG-PADS",
        "412A, CG-PADS",
        "kr 77, KIT-1",
        "scud sp9, PLUG-1",
    })
    void aPartIsFoundByWhatPeopleCallIt(String typed, String sku) {
        assertThat(first(search("q=" + encoded(typed)))).isEqualTo(sku);
    }

    @ParameterizedTest
    @CsvSource({
        "pastlha traseira, CG-PADS, pastilha traseira",
        "enbreagem, CG-CABLE, embreagem",
    })
    void aWrongLetterIsForgivenAndTheWordOffered(String typed, String sku, String meant) {
        JsonNode found = search("q=" + encoded(typed));

        assertThat(first(found)).isEqualTo(sku);
        assertThat(found.path("did_you_mean").asText()).isEqualTo(meant);
    }

    @Test
    void aMotorcycleInTheTextLeavesWhatFitsItAndWhatFitsAny() {
        assertThat(skus(search("q=" + encoded("pastilha freio cg 160 2019"))))
                .containsExactly("CG-PADS");
        assertThat(skus(search("q=" + encoded("embreagem cg160 2023")))).isEmpty();
        assertThat(skus(search("q=" + encoded("oleo cg 160 2019")))).containsExactly("OIL-10W40");
    }

    @Test
    void ifNoProductHasAllTheWordsSomeMayBeMissing() {
        JsonNode found = search("q=" + encoded("pastilha traseira cerâmica"));

        assertThat(first(found)).isEqualTo("CG-PADS");
        assertThat(found.path("partly").asBoolean()).isTrue();
        assertThat(search("q=" + encoded("pastilha cerâmica")).path("total").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "past*",
                "*",
                "?????",
                "name_pt:freio",
                "\"freio\"~9",
                "/.*/",
                "freio^9 OR oil",
                "+-&&||!(){}[]",
                "NOT freio"
            })
    void nothingThatIsTypedIsAnOperator(String typed) {
        Reply reply = server.client().get(PRODUCTS + "q=" + encoded(typed));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("total").asInt()).isLessThan(4);
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndManyWordsCostLittle() {
        assertThat(server.client().get(PRODUCTS + "q=" + "a".repeat(201)).code())
                .isEqualTo("invalid_query");
        assertThat(search("q=" + encoded("ab ".repeat(60))).path("total").asInt()).isZero();
        assertThat(server.client().get(PRODUCTS + "sort=cheapest").code())
                .isEqualTo("invalid_query");
        assertThat(server.client().get(PRODUCTS + "price_from=-1").code())
                .isEqualTo("invalid_query");
        assertThat(server.client().get(PRODUCTS + "page_size=101").code())
                .isEqualTo("invalid_page_size");
    }

    @Test
    void eachFilterCountsWhatItWouldLeaveBesideTheOthers() {
        JsonNode facets = search("q=freio&brand=cobreq&facets=true").path("facets");

        assertThat(count(facets.path("brands"), "code", "cobreq")).isEqualTo(1);
        assertThat(count(facets.path("brands"), "code", "brembo")).isEqualTo(1);
        assertThat(count(facets.path("categories"), "code", "brakes")).isEqualTo(1);
        assertThat(count(facets.path("categories"), "code", "brakes/pads")).isEqualTo(1);
        assertThat(count(facets.path("stores"), "store", "S1")).isEqualTo(1);
        assertThat(facets.at("/prices/0/from/amount").asText()).isEqualTo("25.00");
        assertThat(facets.at("/prices/0/to/amount").asText()).isEqualTo("50.00");
        JsonNode fitting =
                search("q=freio&make=Honda&model=CG+160&year=2019&bike=first&facets=true");
        assertThat(fitting.at("/facets/fits").asInt()).isEqualTo(1);
        assertThat(skus(fitting)).containsExactly("CG-PADS", SampleShop.PADS);
    }

    @Test
    void hitsAreNarrowedByPriceAndStock() {
        assertThat(skus(search("price_from=19.90&price_to=35.50&sort=price")))
                .containsExactly("CG-CABLE", "CG-PADS");
        assertThat(skus(search("in_stock_at=S1&q=cg+160"))).containsExactly("CG-PADS");
    }

    @Test
    void pagesInAnyOrderHaveNoGapAndNoDouble() {
        for (String sort : List.of("relevance", "price", "price_down", "name", "newest")) {
            List<String> all = skus(search("sort=" + sort + "&page_size=100"));
            assertThat(pageByPage("sort=" + sort)).as(sort).containsExactlyElementsOf(all);
            assertThat(all).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        }
        assertThat(skus(search("sort=price"))).startsWith("CG-CABLE", "CG-PADS");
        assertThat(skus(search("sort=price_down"))).startsWith(SampleShop.PADS);
        assertThat(server.client().get(PRODUCTS + "sort=price&cursor=WyJ4IiwieSIsInoiXQ").code())
                .isEqualTo("invalid_cursor");
    }

    @Test
    void whatChangesIsFoundAnew() {
        shop.take(
                "products",
                "sku,name_en,category,brand\nNEWS-1,Handlebar weights,body,Barracuda\n");
        assertThat(first(search("q=handlebar+weights"))).isEqualTo("NEWS-1");
        assertThat(search("q=weights&in_stock_at=S1").path("total").asInt()).isZero();

        shop.stock("NEWS-1", "2");
        shop.take("prices", "zone,sku,amount,currency\nBR-SUDESTE,NEWS-1,70.00,BRL\n");
        assertThat(first(search("q=weights&in_stock_at=S1"))).isEqualTo("NEWS-1");
        assertThat(search("q=weights&price_from=70&price_to=70").path("total").asInt())
                .isEqualTo(1);

        shop.take("prices", "zone,sku,amount,currency\nBR-SUDESTE,NEWS-1,75.00,BRL\n");
        shop.take("products", "sku,name_en,category,brand\nNEWS-1,Bar ends,body,Barracuda\n");
        assertThat(search("q=weights").path("total").asInt()).isZero();
        assertThat(search("q=bar+ends&price_from=75").path("total").asInt()).isEqualTo(1);
        assertThat(search("q=bar+ends&price_to=74").path("total").asInt()).isZero();
    }

    @Test
    void whatIsTypedMayBecomeProductsCategoriesBrandsAndMotorcycles() {
        JsonNode parts =
                server.client()
                        .with("Accept-Language", "pt-BR")
                        .get("/api/shop/v1/suggestions?q=pastilha+fr")
                        .json();
        JsonNode bikes = server.client().get("/api/shop/v1/suggestions?q=cg1").json();
        JsonNode brands = server.client().get("/api/shop/v1/suggestions?q=bre").json();

        assertThat(parts.path("products").findValuesAsText("name"))
                .contains("Pastilha de freio traseira CG 160", "Pastilha de freio dianteira");
        assertThat(bikes.at("/bikes/0/model").asText()).isEqualTo("CG 160");
        assertThat(brands.at("/brands/0/name").asText()).isEqualTo("Brembo");
        assertThat(brands.path("categories").findValuesAsText("code")).isEmpty();
        assertThat(server.client().get("/api/shop/v1/suggestions").code())
                .isEqualTo("invalid_query");
    }

    @Test
    void headOfficeReadsWhatWasNotFound() {
        assertThat(search("q=" + encoded("Farol  Xênon")).path("total").asInt()).isZero();
        assertThat(search("q=farol+xenon").path("total").asInt()).isZero();
        assertThat(search("q=" + encoded("ana@example.com")).path("total").asInt()).isZero();

        JsonNode misses = server.admin().get("/api/admin/v1/search/misses?days=1").json();

        assertThat(count(misses.path("items"), "text", "farol xenon", "times")).isEqualTo(2);
        assertThat(misses.toString()).doesNotContain("example");
        assertThat(server.client().get("/api/admin/v1/search/misses").status()).isEqualTo(401);
        assertThat(server.admin().get("/api/admin/v1/search/misses?days=91").code())
                .isEqualTo("invalid_query");
    }

    @Test
    void onlyHeadOfficeIsToldHowAHitCameToItsPlace() {
        assertThat(server.client().get(PRODUCTS + "q=freio&explain=true").status()).isEqualTo(401);
        JsonNode told = server.admin().get(PRODUCTS + "q=freio&explain=true").json();
        String id = told.at("/items/0/product_id").asText();

        assertThat(told.path("explanations").path(id).asText()).contains("weight(name_pt:frei");
    }

    private static List<String> pageByPage(String query) {
        List<String> seen = new ArrayList<>();
        JsonNode page = search(query + "&page_size=2");
        seen.addAll(skus(page));
        while (page.path("has_more").asBoolean()) {
            page = search(query + "&page_size=2&cursor=" + page.path("next_cursor").asText());
            seen.addAll(skus(page));
        }
        return seen;
    }

    private static int count(JsonNode list, String key, String value) {
        return count(list, key, value, "count");
    }

    private static int count(JsonNode list, String key, String value, String figure) {
        for (JsonNode one : list) {
            if (one.path(key).asText().equals(value)) {
                return one.path(figure).asInt();
            }
        }
        return 0;
    }

    private static String first(JsonNode page) {
        return page.at("/items/0/variants/0/sku").asText();
    }

    private static List<String> skus(JsonNode page) {
        List<String> skus = new ArrayList<>();
        page.path("items").forEach(item -> skus.add(item.at("/variants/0/sku").asText()));
        return skus;
    }

    private static JsonNode search(String query) {
        Reply reply = server.client().get(PRODUCTS + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
