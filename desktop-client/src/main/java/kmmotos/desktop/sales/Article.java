package kmmotos.desktop.sales;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.Promotion;

/// A thing to sell, with all that selling it needs to know: its prices and what the shop has of it.
///
/// @param prices every row of the price list in force
/// @param placement where it stands in the catalogue
/// @param promotions those that have to do with it; like its prices they hold until the sale is
///   finished
/// @param onHand by this till's books
/// @param reserved for web orders
/// @param setAside kept for the online shop
/// @param bins where it lies; the first is where it is picked
public record Article(
        Product product,
        Variant variant,
        List<Price> prices,
        Optional<String> priceListId,
        Placement placement,
        List<Promotion> promotions,
        Quantity onHand,
        Quantity reserved,
        Quantity setAside,
        List<String> bins) {

    public Article {
        bins = List.copyOf(bins);
        prices = List.copyOf(prices);
        promotions = List.copyOf(promotions);
    }

    public Sku sku() {
        return variant.sku();
    }

    /// The product's name, with what tells this variant from its siblings.
    public String name(Locale locale) {
        var name = product.names().in(locale);
        return variant.options().isEmpty()
                ? name
                : name + ", " + String.join(", ", variant.options().values());
    }

    public Quantity available() {
        return onHand.minus(reserved).minus(setAside);
    }
}
