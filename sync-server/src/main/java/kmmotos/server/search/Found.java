package kmmotos.server.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Page;

/// What a search found: a page of products by their ids.
///
/// @param total how many there are, or at least so many if `totalIsExact` is false
/// @param partly whether no product had all the words, so that some may be missing
/// @param didYouMean the text with words that are known in place of some that are not
record Found(
        Page<Hit> hits,
        long total,
        boolean totalIsExact,
        boolean partly,
        Optional<String> didYouMean,
        Optional<Facets> facets) {

    static final Found NOTHING =
            new Found(
                    new Page<>(List.of(), Optional.empty(), false),
                    0,
                    true,
                    false,
                    Optional.empty(),
                    Optional.empty());

    /// @param keys where it stands in the order
    /// @param explanation how it came there, if that was asked for
    record Hit(UUID productId, List<String> keys, Optional<String> explanation) {}

    /// How many hits there are of each, if it alone were chosen beside the other filters.
    ///
    /// @param fits those made for the motorcycle that was named
    record Facets(
            List<Count> brands,
            List<Count> categories,
            List<PriceRange> prices,
            List<Count> stores,
            long inStock,
            Optional<Long> fits) {}

    record Count(String code, long count) {}

    /// @param to absent for the last one
    record PriceRange(BigDecimal from, Optional<BigDecimal> to, long count) {}
}
