package kmmotos.server.search.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Product;

/// What the index holds of a product: nothing that not everybody may see.
///
/// @param prices by zone, the lowest that everybody pays for one of its variants
record IndexedProduct(
        Product product, Instant listedAt, Map<String, BigDecimal> prices, Shelves shelves) {

    UUID productId() {
        return product.productId();
    }
}
