package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.sync.TestTill;

/// A small shop on a server under test: a store with a till, a catalogue, prices and stock, all by
/// way of head office's API.
public final class SampleShop {

    /// As real shops write them.
    public static final String PADS = "14_00021 / 700102/12";

    public static final String OIL = "OIL-10W40";
    public static final String MIRROR = "MIR-01";

    private static final String PRODUCTS =
            """
            sku,product,variant,name_en,name_pt_BR,name_es,brand,category,unit,tax_category,gtins,part_numbers,superseded_by,core_charge,fits
            14_00021 / 700102/12,PADS,,Brake pads front,Pastilha de freio dianteira,Pastillas de freno,Brembo,brakes/pads,set,standard,4006381333931,07BB19.SA|FA-196,,,Honda;CB500X;2013-2024|Yamaha;MT-07;2014-
            OIL-10W40,OIL,,Engine oil 10W-40,Óleo de motor 10W-40,Aceite de motor,Motul,oil,litre,standard,,,,,
            MIR-01,MIRROR,left,Mirror,Espelho,Espejo,KM,body,piece,standard,,,MIR-02,,
            MIR-02,MIRROR,right,Mirror,Espelho,Espejo,KM,body,piece,standard,,,,25.00,
            BAD-1,,,No category,,,KM,unknown,piece,standard,,,,,
            BAD-2,,,Wrong check digit,,,KM,body,piece,standard,4006381333932,,,,
            """;

    private final TestServer server;
    private final TestTill till;

    private SampleShop(TestServer server, TestTill till) {
        this.server = server;
        this.till = till;
    }

    public static SampleShop open(TestServer server) {
        SampleShop shop = new SampleShop(server, TestTill.enrol(server, SampleStores.SAO_PAULO, 1));
        shop.take(
                "categories",
                """
                # sample
                category,name_en,name_pt_BR,name_es
                brakes,Brakes,Freios,Frenos
                brakes/pads,Brake pads,Pastilhas,Pastillas
                oil,Oil,Óleo,Aceite
                body,Body,Carenagem,Carrocería
                """);
        shop.take("products", PRODUCTS);
        shop.take(
                "prices",
                """
                zone,sku,amount,currency,min_quantity,group,store,from,until
                BR-SUDESTE,14_00021 / 700102/12,189.90,BRL,,,,,
                BR-SUDESTE,14_00021 / 700102/12,155.00,BRL,,wholesale,,,
                BR-SUDESTE,OIL-10W40,49.90,BRL,,,,,
                BR-SUDESTE,OIL-10W40,44.90,BRL,4,,,,
                BR-SUDESTE,MIR-01,80.00,BRL,,,,,
                """);
        Reply taxes =
                server.admin()
                        .put(
                                "/api/admin/v1/tax-rules/BR-SP",
                                Map.of(
                                        "place",
                                        "BR-SP",
                                        "rates",
                                        List.of(
                                                Map.of(
                                                        "tax_category",
                                                        "standard",
                                                        "percent",
                                                        "18",
                                                        "from",
                                                        "2020-01-01"))));
        assertThat(taxes.status()).as(taxes.text()).isEqualTo(200);
        shop.stock(PADS, "10");
        shop.stock(OIL, "100.5");
        shop.stock(MIRROR, "199");
        JournalEntry _ = shop.till.receive(new Sku(MIRROR), Quantity.ONE);
        UploadAnswer _ = shop.till.uploadAll();
        return shop;
    }

    public TestTill till() {
        return till;
    }

    public JsonNode take(String file, String text) {
        return take(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode take(String file, byte[] content) {
        Reply reply = server.admin().send("POST", "/api/admin/v1/imports/" + file, content);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        server.awaitSearch();
        return reply.json();
    }

    public void stock(String sku, String quantity) {
        JsonNode report = take("stock", "store,sku,quantity\nS1," + sku + "," + quantity + "\n");
        assertThat(report.path("refused").asInt()).as(report.toString()).isZero();
    }

    /// A guest with a cart that holds this.
    public Guest guestWith(String sku, String quantity) {
        Guest guest = guest();
        guest.add(sku, quantity);
        return guest;
    }

    public Guest guest() {
        Reply reply = server.client().post("/api/shop/v1/carts", Map.of("store", "S1"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return new Guest(
                server.client().with("Cart-Token", reply.json().path("token").asText()),
                "/api/shop/v1/carts/" + reply.json().path("cart_id").asText());
    }

    /// A guest of the online shop.
    public record Guest(TestClient client, String cart) {

        public Reply add(String sku, String quantity) {
            return client.post(cart + "/lines", Map.of("sku", sku, "quantity", quantity));
        }

        public Reply show() {
            return client.get(cart);
        }

        public Reply coupons(String... codes) {
            return client.with("If-Match", show().header("ETag"))
                    .patch(cart, Map.of("coupons", List.of(codes)));
        }

        public Reply checkout() {
            return checkout(UUID.randomUUID().toString());
        }

        public Reply checkout(String key) {
            return client.with("Idempotency-Key", key)
                    .post(cart + "/checkout", Map.of("contact_name", "Ana Souza"));
        }

        public Reply order(JsonNode order) {
            return client.get("/api/shop/v1/orders/" + order.path("order_id").asText());
        }

        public Reply cancel(JsonNode order) {
            return client.post(
                    "/api/shop/v1/orders/" + order.path("order_id").asText() + "/cancel", Map.of());
        }
    }
}
