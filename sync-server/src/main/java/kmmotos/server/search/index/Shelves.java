package kmmotos.server.search.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// What sales move of a product.
///
/// @param stores those that have some of it, less what is reserved or kept back, in their order
/// @param soldPerDay in the chain; ranks, and is told to nobody
record Shelves(List<String> stores, double soldPerDay) {

    static final Shelves NONE = new Shelves(List.of(), 0);

    /// Two digits are enough to rank by.
    private static final MathContext PRECISION = new MathContext(2);

    /// The same for all shelves of which the index keeps the same.
    long fingerprint() {
        long hash = new BigDecimal(soldPerDay).round(PRECISION).stripTrailingZeros().hashCode();
        for (String store : stores) {
            hash = 31 * hash + store.hashCode();
            hash ^= hash >>> 29;
            hash *= 0xbf58476d1ce4e5b9L;
        }
        return hash;
    }
}
