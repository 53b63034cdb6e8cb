package kmmotos.server.catalog;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// What the database finds products by: their SKUs and numbers. All of it follows from the product
/// and is written anew with it. (Words and motorcycles are the search's, in its index.)
final class FoundBy {

    private FoundBy() {}

    /// Writes for each product what it is found by, in place of what was there.
    static void replace(StatelessSession session, List<Product> products) {
        Column ids = Column.of("uuid", products, Product::productId);
        Sql.update(session, "delete from variant where product_id = any (?)", ids);
        Sql.update(session, "delete from part_number where product_id = any (?)", ids);
        List<Of<Variant>> variants = each(products, Stream::of);
        Sql.update(
                session,
                "insert into variant (product_id, sku, names, options, tax_category, divisible,"
                        + " kit) select * from unnest(?, ?, ?, ?, ?, ?, ?)",
                Column.of("uuid", variants, Of::productId),
                Column.of("text", variants, of -> of.sku().value()),
                Column.of("text", variants, of -> CatalogStore.json(of.product().names())),
                Column.of(
                        "text", variants, of -> String.join(" ", of.variant().options().values())),
                Column.of("text", variants, of -> of.product().taxCategory()),
                Column.of("boolean", variants, of -> of.variant().unit().isDivisible()),
                Column.of("boolean", variants, of -> of.variant().kit().isPresent()));
        List<Of<String>> numbers = each(products, FoundBy::numbers);
        Sql.update(
                session,
                "insert into part_number (product_id, sku, number) select * from unnest(?, ?, ?)",
                Column.of("uuid", numbers, Of::productId),
                Column.of("text", numbers, of -> of.sku().value()),
                Column.of("text", numbers, Of::value));
    }

    private static Stream<String> numbers(Variant variant) {
        return Stream.of(
                        Stream.of(variant.sku().value()),
                        variant.partNumbers().stream(),
                        variant.gtins().stream().map(Gtin::value))
                .flatMap(Function.identity())
                .map(PartNumber::normalized)
                .filter(number -> !number.isEmpty())
                .distinct();
    }

    /// Something of a variant, with whose it is.
    private record Of<T>(Product product, Variant variant, T value) {

        UUID productId() {
            return product.productId();
        }

        Sku sku() {
            return variant.sku();
        }
    }

    private static <T> List<Of<T>> each(
            List<Product> products, Function<Variant, Stream<T>> values) {
        return products.stream()
                .flatMap(product ->
                        product.variants().stream()
                                .flatMap(variant ->
                                        values.apply(variant)
                                                .map(value -> new Of<>(product, variant, value))))
                .toList();
    }
}
