package kmmotos.model.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kmmotos.model.money.Quantity;

/// Parts that are sold together under one SKU at one price, such as chain and sprockets. A kit is
/// never on the shelf: what is there of it is what can be made up of its parts.
public record Kit(List<Part> parts) {

    /// More is a motorcycle.
    public static final int MAX_PARTS = 50;

    /// @param quantity of it in one kit, above 0
    public record Part(Sku sku, Quantity quantity) {

        public Part {
            if (!quantity.isPositive()) {
                throw new IllegalArgumentException(
                        "a kit has more than 0 of each part, was %s of %s"
                                .formatted(quantity, sku));
            }
        }
    }

    public Kit {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "a kit has 1 to %d parts, was %d".formatted(MAX_PARTS, parts.size()));
        }
        var skus = parts.stream().map(Part::sku).collect(Collectors.toCollection(HashSet::new));
        if (skus.size() < parts.size()) {
            throw new IllegalArgumentException("a kit names each part once, was " + parts);
        }
    }

    /// How many whole kits can be made up, 0 if a part is short.
    ///
    /// @param there how much there is of each part
    public Quantity madeOf(Function<Sku, Quantity> there) {
        return Quantity.of(
                parts.stream()
                        .mapToLong(part ->
                                Math.floorDiv(
                                        there.apply(part.sku()).thousandths(),
                                        part.quantity().thousandths()))
                        .map(kits -> Math.max(0, kits))
                        .min()
                        .orElse(0));
    }
}
