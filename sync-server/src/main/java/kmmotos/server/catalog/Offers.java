package kmmotos.server.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.stores.StoreId;
import kmmotos.server.catalog.ProductView.PriceView;
import kmmotos.server.catalog.ProductView.StockView;
import kmmotos.server.pricing.PriceStore;
import kmmotos.server.pricing.Terms;
import kmmotos.server.stock.Availability;
import org.hibernate.StatelessSession;

/// The caller's prices of some products and what each store can promise of them, read in two
/// statements however many products there are.
final class Offers implements ProductView.Offers {

    private final Terms terms;
    private final Optional<PricingEngine> engine;
    private final Map<Sku, List<StockView>> stock;

    private Offers(Terms terms, Optional<PricingEngine> engine, Map<Sku, List<StockView>> stock) {
        this.terms = terms;
        this.engine = engine;
        this.stock = stock;
    }

    static Offers read(StatelessSession session, Terms terms, List<Product> products, Instant now) {
        List<Variant> variants =
                products.stream().flatMap(product -> product.variants().stream()).toList();
        Map<Sku, Kit> kits =
                variants.stream()
                        .filter(variant -> variant.kit().isPresent())
                        .collect(Collectors.toMap(Variant::sku, it -> it.kit().orElseThrow()));
        List<Sku> skus = variants.stream().map(Variant::sku).toList();
        List<Sku> stocked =
                Stream.concat(
                                skus.stream(),
                                kits.values().stream()
                                        .flatMap(kit -> kit.parts().stream().map(Kit.Part::sku)))
                        .distinct()
                        .toList();
        Map<Sku, List<Availability>> found =
                Availability.of(session, stocked, now).stream()
                        .collect(Collectors.groupingBy(Availability::sku));
        Map<Sku, List<StockView>> stock = new HashMap<>();
        found.forEach((sku, at) -> stock.put(sku, at.stream().map(Offers::view).toList()));
        kits.forEach((sku, kit) -> stock.put(sku, madeUp(kit, found)));
        return new Offers(
                terms,
                terms.priceListId()
                        .map(list -> terms.engine(new PriceStore().prices(session, list, skus))),
                stock);
    }

    private static StockView view(Availability at) {
        return new StockView(at.store(), at.available(), at.asOf());
    }

    /// What each store can make up of a kit; it was last heard of when it was of any part.
    private static List<StockView> madeUp(Kit kit, Map<Sku, List<Availability>> found) {
        Map<StoreId, List<Availability>> byStore =
                kit.parts().stream()
                        .flatMap(part -> found.getOrDefault(part.sku(), List.of()).stream())
                        .collect(
                                Collectors.groupingBy(
                                        Availability::store,
                                        () -> new TreeMap<>(Comparator.comparing(StoreId::value)),
                                        Collectors.toList()));
        List<StockView> stock = new ArrayList<>();
        byStore.forEach((store, parts) -> {
            Map<Sku, Quantity> there =
                    parts.stream()
                            .collect(Collectors.toMap(Availability::sku, Availability::available));
            stock.add(
                    new StockView(
                            store,
                            kit.madeOf(sku -> there.getOrDefault(sku, Quantity.ZERO)),
                            parts.getFirst().asOf()));
        });
        return stock;
    }

    @Override
    public Optional<PriceView> price(Sku sku) {
        return engine.flatMap(prices -> prices.quote(sku, Quantity.ONE, terms.context()))
                .map(quote -> PriceView.of(quote, terms.context().pricesIncludeTax()));
    }

    @Override
    public List<StockView> stock(Sku sku) {
        return stock.getOrDefault(sku, List.of());
    }
}
