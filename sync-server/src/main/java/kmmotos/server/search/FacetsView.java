package kmmotos.server.search;

import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.stores.Store;
import kmmotos.server.http.Languages;
import kmmotos.server.search.index.CatalogNames;

/// How many products each filter would leave, as the shop shows it.
///
/// @param inStock those that some store has
/// @param fits those made for the motorcycle that was named
record FacetsView(
        List<Value> brands,
        List<Value> categories,
        List<Range> prices,
        List<StoreCount> stores,
        long inStock,
        Optional<Long> fits) {

    record Value(String code, String name, long count) {}

    /// @param to the price at which the next range begins
    record Range(Money from, Optional<Money> to, long count) {}

    record StoreCount(String store, long count) {}

    static FacetsView of(
            Found.Facets facets, CatalogNames names, Languages languages, Store store) {
        return new FacetsView(
                facets.brands().stream()
                        .map(one -> new Value(one.code(), names.brandName(one.code()), one.count()))
                        .toList(),
                facets.categories().stream()
                        .map(one ->
                                new Value(
                                        one.code(),
                                        names.categoryNames(one.code())
                                                .map(languages::of)
                                                .orElse(one.code()),
                                        one.count()))
                        .toList(),
                facets.prices().stream().map(range -> range(range, store)).toList(),
                facets.stores().stream()
                        .map(one -> new StoreCount(one.code(), one.count()))
                        .toList(),
                facets.inStock(),
                facets.fits());
    }

    private static Range range(Found.PriceRange range, Store store) {
        return new Range(
                Money.parse(range.from().toPlainString(), store.currency()),
                range.to().map(to -> Money.parse(to.toPlainString(), store.currency())),
                range.count());
    }
}
