package kmmotos.model.stock;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.StoreId;

/// Goods that somebody counted on the shelves, with the cut the count stands for.
///
/// What a count means is: at the cut there were so many. What is on hand is then the counted
/// quantity plus everything that is not in the cut, in whatever order the facts become known.
///
/// @param cut up to where the counting till had seen each journal of its store, its own included
/// @param lines one for each SKU, at least one
/// @param approvedBy who allowed it, if its differences were worth more than whoever counted may
///   decide alone
public record StockCount(
        UUID countId,
        StoreId store,
        List<JournalMark> cut,
        List<Line> lines,
        Optional<UUID> approvedBy) {

    /// More of one item is a slip of the finger, or a barcode in the wrong field.
    public static final Quantity MAX_QUANTITY = Quantity.of(99_999);

    public StockCount {
        cut = List.copyOf(cut);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a count has at least one line");
        }
        Set<Sku> skus = new HashSet<>();
        for (Line line : lines) {
            if (!skus.add(line.sku())) {
                throw new IllegalArgumentException("a count has a SKU once, twice " + line.sku());
            }
        }
    }

    public StockCount(UUID countId, StoreId store, List<JournalMark> cut, List<Line> lines) {
        this(countId, store, cut, lines, Optional.empty());
    }

    /// @param counted how many there were at the cut; below 0 only if more were sold between the
    ///   look at the shelf and the cut than were seen on it
    /// @param expected the counting till's own figure at the cut
    public record Line(Sku sku, Quantity counted, Quantity expected) {

        public Line {
            if (counted.abs().compareTo(MAX_QUANTITY) > 0) {
                throw new IllegalArgumentException(
                        "counted is at most " + MAX_QUANTITY + ", was " + counted);
            }
        }

        /// What the counting till adds to its own figure.
        public Quantity difference() {
            return counted.minus(expected);
        }
    }

    /// What the count does at the till that made it. The server works out for itself what was
    /// missing at the cut, and tells every till where that differs.
    public List<StockMovement> movements() {
        return lines.stream()
                .filter(line -> !line.difference().isZero())
                .map(line ->
                        StockMovement.signed(
                                store,
                                line.sku(),
                                line.difference(),
                                Location.ADJUST,
                                Location.STORE))
                .toList();
    }

    /// Puts the counts of a SKU into one order that does not depend on their arrival. A count whose
    /// till had seen another count has a cut beyond that one's in every journal, so its weight is
    /// greater; counts that knew nothing of each other go by weight, then by event id.
    public long weight() {
        return cut.stream().mapToLong(JournalMark::seq).sum();
    }
}
