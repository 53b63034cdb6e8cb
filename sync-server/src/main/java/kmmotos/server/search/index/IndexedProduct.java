package kmmotos.server.search.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Product;

/// What the index holds of a product: nothing that not everybody may see.
///
/// @param prices by zone, the lowest that everybody pays for one of its variants
/// @param stores those that have some of it, less what is reserved or kept back
/// @param soldPerDay in the chain; ranks, and is told to nobody
record IndexedProduct(
        Product product,
        Instant listedAt,
        Map<String, BigDecimal> prices,
        Set<String> stores,
        double soldPerDay) {

    UUID productId() {
        return product.productId();
    }
}
