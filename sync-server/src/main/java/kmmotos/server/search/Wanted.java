package kmmotos.server.search;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Page;
import kmmotos.server.search.index.Bikes;

/// What a search asks for.
///
/// @param category a category's code; those below it count too
/// @param bike only what is made for it, or that first, by [Bike#only]
/// @param inStockAt a store that must have it
/// @param facets whether to count what there is of each filter
/// @param explain whether to tell how each hit came to its place
record Wanted(
        Optional<String> text,
        Optional<String> category,
        Optional<String> brand,
        Optional<Bike> bike,
        Optional<BigDecimal> priceFrom,
        Optional<BigDecimal> priceTo,
        Optional<StoreId> inStockAt,
        Sort sort,
        boolean facets,
        boolean explain,
        Page.Wanted page) {

    /// @param year empty for any
    /// @param only whether everything else is left out
    record Bike(String make, String model, OptionalInt year, boolean only) {

        String key() {
            return Bikes.Bike.key(make, model);
        }
    }

    /// By what hits are ordered; then by name.
    enum Sort {
        RELEVANCE,
        PRICE,
        PRICE_DOWN,
        NAME,
        NEWEST;

        static Sort parse(String text) {
            return Arrays.stream(values())
                    .filter(sort -> sort.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "sort is one of "
                                            + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
        }
    }
}
