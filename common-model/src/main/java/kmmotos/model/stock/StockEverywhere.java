package kmmotos.model.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// What the chain has of one item, shop by shop, as the server knows it.
public record StockEverywhere(Sku sku, List<AtStore> stores) {

    public StockEverywhere {
        stores = List.copyOf(stores);
    }

    /// @param inTransit on its way there from another shop; below 0 while only its arrival is known
    /// @param heardAt when the server last heard of the shop: how old its figure is
    public record AtStore(
            StoreId store,
            String name,
            Quantity onHand,
            Quantity reserved,
            Quantity inTransit,
            Optional<Instant> heardAt) {

        /// What a customer could have there.
        public Quantity available() {
            return onHand.minus(reserved);
        }
    }
}
