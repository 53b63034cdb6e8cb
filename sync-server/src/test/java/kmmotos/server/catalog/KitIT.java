package kmmotos.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kmmotos.server.SampleShop;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kits are told with the products, promised by what their parts are there for, and not put into a
/// cart of the online shop.
class KitIT {

    private static final String HEADER = "sku,name_en,category,kit,tracking\n";

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
    void aKitIsPromisedByItsScarcestPart() {
        shop.stock(SampleShop.PADS, "7");
        JsonNode report =
                shop.take(
                        "products",
                        HEADER
                                + "KIT-1,Service kit,brakes,%s;2|%s,\n"
                                        .formatted(SampleShop.PADS, SampleShop.OIL));
        assertThat(report.path("refused").asInt()).as(report.toString()).isZero();

        JsonNode variant =
                server.client()
                        .get("/api/shop/v1/products?q=KIT-1")
                        .json()
                        .at("/items/0/variants/0");
        assertThat(variant.path("sku").asText()).isEqualTo("KIT-1");
        assertThat(variant.at("/kit/parts/0/quantity").asText()).isEqualTo("2");
        assertThat(variant.at("/stock/0/store").asText()).isEqualTo("S1");
        assertThat(variant.at("/stock/0/available").asText()).isEqualTo("3");
    }

    @Test
    void theOnlineShopSaysWhereKitsAreSold() {
        shop.take("products", HEADER + "KIT-2,Service kit,brakes,%s,\n".formatted(SampleShop.OIL));

        var refused = shop.guest().add("KIT-2", "1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("kit_at_shops");
    }

    @Test
    void aKitOfWhatIsNotThereOrIsAKitItselfIsRefused() {
        shop.take("products", HEADER + "KIT-3,Service kit,brakes,%s,\n".formatted(SampleShop.OIL));
        JsonNode report =
                shop.take(
                        "products",
                        HEADER
                                + "KIT-4,Kit,brakes,NO-SUCH,\n"
                                + "KIT-5,Kit,brakes,KIT-3,\n"
                                + "KIT-6,Kit,brakes,KIT-6,\n"
                                + "KIT-7,Kit,brakes,%s;0,\n".formatted(SampleShop.OIL)
                                + "KIT-8,Kit,brakes,%s,serial\n".formatted(SampleShop.OIL)
                                + "AL-1,Alarm,brakes,,barcode\n");

        assertThat(report.path("taken").asInt()).as(report.toString()).isZero();
        assertThat(report.path("refused").asInt()).as(report.toString()).isEqualTo(6);
    }

    @Test
    void pieceByPieceToldApartProductsAreTaken() {
        JsonNode report = shop.take("products", HEADER + "AL-2,Alarm,brakes,,serial\n");

        assertThat(report.path("refused").asInt()).as(report.toString()).isZero();
        assertThat(report.path("changed").asInt()).as(report.toString()).isEqualTo(1);
    }
}
