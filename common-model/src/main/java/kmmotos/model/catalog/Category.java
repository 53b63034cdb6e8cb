package kmmotos.model.catalog;

import java.util.Optional;

/// A node of the category tree; a category without a parent is a root.
///
/// @param code short, stable and unique, e.g. `brakes-pads`
public record Category(String code, Optional<String> parent, Names names) {

    public Category {
        if (parent.filter(code::equals).isPresent()) {
            throw new IllegalArgumentException("category " + code + " cannot be its own parent");
        }
    }
}
