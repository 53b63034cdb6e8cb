package kmmotos.desktop.sales;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.KitPart;
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
/// @param kit what it is made up of, if it is a kit; its stock is what can be made up of them
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
        List<String> bins,
        List<Included> kit) {

    /// @param quantity in one kit
    public record Included(Article article, Quantity quantity) {}

    public Article {
        bins = List.copyOf(bins);
        kit = List.copyOf(kit);
        prices = List.copyOf(prices);
        promotions = List.copyOf(promotions);
    }

    public Article(
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
        this(
                product,
                variant,
                prices,
                priceListId,
                placement,
                promotions,
                onHand,
                reserved,
                setAside,
                bins,
                List.of());
    }

    /// The same kit with its parts, and as much of it as they are there for.
    public Article madeOf(List<Included> parts) {
        Map<Sku, Quantity> there =
                parts.stream()
                        .map(Included::article)
                        .collect(Collectors.toMap(Article::sku, Article::available));
        Quantity kits =
                variant.kit()
                        .map(it -> it.madeOf(sku -> there.getOrDefault(sku, Quantity.ZERO)))
                        .orElse(onHand);
        return new Article(
                product,
                variant,
                prices,
                priceListId,
                placement,
                promotions,
                kits,
                Quantity.ZERO,
                Quantity.ZERO,
                bins,
                parts);
    }

    /// Whether it is a kit of which not every part is known here.
    public boolean isIncomplete() {
        return variant.kit().filter(it -> it.parts().size() > kit.size()).isPresent();
    }

    /// What one is made up of, as a basket has it.
    public List<KitPart> kitParts() {
        return kit.stream()
                .map(part ->
                        new KitPart(
                                part.article().sku(),
                                part.quantity(),
                                part.article().product().taxCategory()))
                .toList();
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
