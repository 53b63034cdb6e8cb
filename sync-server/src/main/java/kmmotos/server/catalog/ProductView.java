package kmmotos.server.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Unit;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.pricing.Quote;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Languages;

/// A product as the online shop shows it: in one language, with the caller's price and what each
/// store can promise.
public record ProductView(
        UUID productId,
        String name,
        Optional<String> description,
        String brand,
        String category,
        List<VariantView> variants) {

    public record VariantView(
            Sku sku,
            Map<String, String> options,
            Unit unit,
            List<Gtin> gtins,
            List<String> partNumbers,
            Optional<Sku> supersededBy,
            Optional<Money> coreCharge,
            List<Fitment> fits,
            Optional<Kit> kit,
            Optional<PriceView> price,
            List<StockView> stock) {}

    /// @param list what everybody pays for one
    /// @param unit what the caller pays for one
    public record PriceView(
            UnitPrice unit, UnitPrice list, PriceReason reason, boolean includesTax) {

        static PriceView of(Quote quote, boolean includesTax) {
            return new PriceView(quote.unit(), quote.list(), quote.reason(), includesTax);
        }
    }

    /// @param asOf when the store was last heard of
    public record StockView(StoreId store, Quantity available, Optional<Instant> asOf) {}

    /// What is shown beside the product itself.
    interface Offers {
        Optional<PriceView> price(Sku sku);

        List<StockView> stock(Sku sku);
    }

    static ProductView of(Product product, Languages languages, Offers offers) {
        return new ProductView(
                product.productId(),
                languages.of(product.names()),
                product.descriptions().map(languages::of),
                product.brand(),
                product.category(),
                product.variants().stream().map(variant -> view(variant, offers)).toList());
    }

    private static VariantView view(Variant variant, Offers offers) {
        return new VariantView(
                variant.sku(),
                variant.options(),
                variant.unit(),
                variant.gtins(),
                variant.partNumbers(),
                variant.supersededBy(),
                variant.coreCharge(),
                variant.fits(),
                variant.kit(),
                offers.price(variant.sku()),
                offers.stock(variant.sku()));
    }
}
