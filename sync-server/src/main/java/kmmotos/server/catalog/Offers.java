package kmmotos.server.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricingEngine;
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
        List<Sku> skus =
                products.stream()
                        .flatMap(product -> product.variants().stream())
                        .map(Variant::sku)
                        .toList();
        Map<Sku, List<StockView>> stock =
                Availability.of(session, skus, now).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Availability::sku,
                                        Collectors.mapping(
                                                at ->
                                                        new StockView(
                                                                at.store(),
                                                                at.available(),
                                                                at.asOf()),
                                                Collectors.toList())));
        return new Offers(
                terms,
                terms.priceListId()
                        .map(list -> terms.engine(new PriceStore().prices(session, list, skus))),
                stock);
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
