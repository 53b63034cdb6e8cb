package kmmotos.installers.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import kmmotos.installers.api.ServerApi;
import kmmotos.model.catalog.Sku;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.stores.StoreId;

/// Somebody without an account who orders in the online shop, to pick up and pay at a store.
public record WebShopper(ServerApi api) {
    private static final String PREFIX = "/api/shop/v1";

    /// @param code what opens the order at the counter; shown once
    public record Placed(String number, PickupCode code, JsonNode order) {}

    /// One of each, to be picked up at the store.
    ///
    /// @throws kmmotos.installers.api.ServerRefused with code `out_of_stock` when it can't be
    ///   promised
    public Placed order(StoreId store, List<Sku> skus, String name) {
        JsonNode cart = api.post(PREFIX + "/carts", Map.of("store", store));
        String path = PREFIX + "/carts/" + cart.path("cart_id").asText();
        ServerApi guest = api.with("Cart-Token", cart.path("token").asText());
        for (Sku sku : skus) {
            guest.post(path + "/lines", Map.of("sku", sku, "quantity", "1"));
        }
        JsonNode order = guest.post(path + "/checkout", Map.of("contact_name", name));
        return new Placed(
                order.path("number").asText(),
                new PickupCode(order.path("pickup_code").asText()),
                order);
    }
}
