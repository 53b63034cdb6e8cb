package kmmotos.model.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a customer calls one article, with one or more variants that are sold.
///
/// @param brand code of a [Brand]
/// @param category code of a [Category]
/// @param taxCategory what decides the tax rate, e.g. `standard`
/// @param active whether it is offered; an inactive one is still found in old sales
public record Product(
        UUID productId,
        Names names,
        Optional<Names> descriptions,
        String brand,
        String category,
        String taxCategory,
        List<Variant> variants,
        boolean active) {

    public Product {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("a product has at least one variant");
        }
    }

    public Optional<Variant> variant(Sku sku) {
        return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
    }
}
