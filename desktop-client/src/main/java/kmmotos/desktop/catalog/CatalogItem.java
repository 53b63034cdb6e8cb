package kmmotos.desktop.catalog;

import java.util.Locale;
import java.util.SortedMap;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;

/// Something that can be sold: a variant with the product it belongs to.
public record CatalogItem(Product product, Variant variant) {
    public Sku sku() {
        return variant.sku();
    }

    /// The product's name and what tells this variant apart, as printed on a receipt.
    public String description(Locale locale) {
        SortedMap<String, String> options = variant.options();
        String name = product.names().in(locale);
        return options.isEmpty() ? name : name + " " + String.join(" ", options.values());
    }
}
