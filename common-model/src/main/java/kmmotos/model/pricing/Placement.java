package kmmotos.model.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an item stands in the catalogue.
///
/// @param brand code of its brand
/// @param categories codes of its category and of all above it
public record Placement(String brand, List<String> categories) {

    /// An item that the catalogue does not know.
    public static final Placement NOWHERE = new Placement("", List.of());

    public Placement {
        categories = List.copyOf(categories);
    }

    /// The placement of an item in a tree of categories.
    ///
    /// @param parents the parent of each category that has one
    public static Placement of(String brand, String category, Map<String, String> parents) {
        List<String> categories = new ArrayList<>();
        Optional<String> code = Optional.of(category);
        while (code.filter(next -> !categories.contains(next)).isPresent()) {
            categories.add(code.get());
            code = Optional.ofNullable(parents.get(code.get()));
        }
        return new Placement(brand, categories);
    }
}
