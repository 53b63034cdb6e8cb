package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import kmmotos.model.catalog.Sku;

/// What a promotion is about: the SKUs it names, and what is in one of the categories (or below)
/// and of one of the brands. Where no category is named any will do, and so with brands; where
/// nothing at all is named, everything is meant.
///
/// @param categories codes of categories
/// @param brands codes of brands
public record Items(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<Sku> skus,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> categories,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> brands) {

    public static final int MAX_SKUS = 1_000;
    public static final int MAX_CODES = 100;

    public static final Items ALL = new Items(Set.of(), Set.of(), Set.of());

    public Items {
        skus = sorted("SKUs", skus, MAX_SKUS);
        categories = sorted("categories", categories, MAX_CODES);
        brands = sorted("brands", brands, MAX_CODES);
    }

    public static Items of(Sku... skus) {
        return new Items(Set.of(skus), Set.of(), Set.of());
    }

    public static Items inCategory(String... categories) {
        return new Items(Set.of(), Set.of(categories), Set.of());
    }

    /// Whether an item is meant.
    public boolean match(Sku sku, Placement placement) {
        if (skus.contains(sku)) {
            return true;
        }
        if (categories.isEmpty() && brands.isEmpty()) {
            return skus.isEmpty();
        }
        return (brands.isEmpty() || brands.contains(placement.brand()))
                && (categories.isEmpty()
                        || placement.categories().stream().anyMatch(categories::contains));
    }

    /// In the order of their names, so that equal choices look the same on the wire.
    private static <T extends Comparable<T>> Set<T> sorted(
            String what, Collection<T> values, int most) {
        if (values.size() > most) {
            throw new IllegalArgumentException(
                    "a promotion names at most %d %s, named %d"
                            .formatted(most, what, values.size()));
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(values)));
    }
}
