package kmmotos.server.catalog;

import java.time.Instant;
import java.util.List;
import kmmotos.model.catalog.Product;
import kmmotos.server.http.Languages;
import kmmotos.server.pricing.Terms;
import org.hibernate.StatelessSession;

/// Shows products to whoever calls: in their language, with their prices and what each store can
/// promise now.
public final class ProductViews {

    private ProductViews() {}

    public static List<ProductView> read(
            StatelessSession session,
            Terms terms,
            List<Product> products,
            Languages languages,
            Instant now) {
        if (products.isEmpty()) {
            return List.of();
        }
        Offers offers = Offers.read(session, terms, products, now);
        return products.stream()
                .map(product -> ProductView.of(product, languages, offers))
                .toList();
    }
}
