package kmmotos.server.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.fitment.Fitment;
import kmmotos.server.catalog.ProductView.VariantView;

/// Products beside each other, attribute by attribute.
///
/// @param rows each with one value for each product, in their order
public record Comparison(List<ProductView> products, List<Row> rows) {

    /// @param attribute `brand`, `category`, `unit`, `price`, `part_numbers`, `fits`, or `option:`
    ///   with an option's name
    /// @param values what the products' variants have of it, with commas between; empty for one
    ///   that has none
    /// @param differs whether not all are the same
    public record Row(String attribute, List<String> values, boolean differs) {

        private static Optional<Row> of(
                String attribute,
                List<ProductView> products,
                Function<ProductView, Stream<String>> value) {
            List<String> values =
                    products.stream()
                            .map(product ->
                                    value.apply(product)
                                            .distinct()
                                            .collect(Collectors.joining(", ")))
                            .toList();
            return values.stream().allMatch(String::isEmpty)
                    ? Optional.empty()
                    : Optional.of(new Row(attribute, values, Set.copyOf(values).size() > 1));
        }
    }

    static Comparison of(List<ProductView> products) {
        List<Optional<Row>> rows = new ArrayList<>();
        rows.add(Row.of("brand", products, product -> Stream.of(product.brand())));
        rows.add(Row.of("category", products, product -> Stream.of(product.category())));
        for (String option : options(products)) {
            rows.add(
                    Row.of(
                            "option:" + option,
                            products,
                            each(variant -> Stream.ofNullable(variant.options().get(option)))));
        }
        rows.add(Row.of("unit", products, each(variant -> Stream.of(variant.unit().toString()))));
        rows.add(
                Row.of(
                        "price",
                        products,
                        each(variant ->
                                variant.price().stream().map(price -> price.unit().toString()))));
        rows.add(Row.of("part_numbers", products, each(variant -> variant.partNumbers().stream())));
        rows.add(
                Row.of(
                        "fits",
                        products,
                        each(variant -> variant.fits().stream().map(Comparison::text))));
        return new Comparison(products, rows.stream().flatMap(Optional::stream).toList());
    }

    private static Function<ProductView, Stream<String>> each(
            Function<VariantView, Stream<String>> value) {
        return product -> product.variants().stream().flatMap(value);
    }

    private static String text(Fitment fits) {
        return "%s %s %d–%s"
                .formatted(
                        fits.make(),
                        fits.model(),
                        fits.yearFrom(),
                        fits.yearTo().map(String::valueOf).orElse(""));
    }

    private static Set<String> options(List<ProductView> products) {
        Set<String> options = new LinkedHashSet<>();
        products.forEach(product ->
                product.variants().forEach(variant -> options.addAll(variant.options().keySet())));
        return options;
    }
}
