package kmmotos.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// What products are found by: their SKUs, numbers, words and the motorcycles they fit. All of it
/// follows from the product and is written anew with it.
final class FoundBy {

    private FoundBy() {}

    /// Writes for each product what it is found by, in place of what was there.
    static void replace(StatelessSession session, List<Product> products) {
        Column ids = Column.of("uuid", products, Product::productId);
        Sql.update(session, "delete from variant where product_id = any (?)", ids);
        Sql.update(session, "delete from part_number where product_id = any (?)", ids);
        Sql.update(session, "delete from fitment where product_id = any (?)", ids);
        List<Of<Variant>> variants = each(products, Stream::of);
        Sql.update(
                session,
                "insert into variant (product_id, sku, names, options, tax_category, divisible)"
                        + " select * from unnest(?, ?, ?, ?, ?, ?)",
                Column.of("uuid", variants, Of::productId),
                Column.of("text", variants, of -> of.sku().value()),
                Column.of("text", variants, of -> CatalogStore.json(of.product().names())),
                Column.of(
                        "text", variants, of -> String.join(" ", of.variant().options().values())),
                Column.of("text", variants, of -> of.product().taxCategory()),
                Column.of("boolean", variants, of -> of.variant().unit().isDivisible()));
        List<Of<String>> numbers = each(products, FoundBy::numbers);
        Sql.update(
                session,
                "insert into part_number (product_id, sku, number) select * from unnest(?, ?, ?)",
                Column.of("uuid", numbers, Of::productId),
                Column.of("text", numbers, of -> of.sku().value()),
                Column.of("text", numbers, Of::value));
        List<Of<Fitment>> fits = each(products, variant -> variant.fits().stream().distinct());
        Sql.update(
                session,
                "insert into fitment (product_id, sku, make, model, year_from, year_to)"
                        + " select * from unnest(?, ?, ?, ?, ?, ?)",
                Column.of("uuid", fits, Of::productId),
                Column.of("text", fits, of -> of.sku().value()),
                Column.of("text", fits, of -> key(of.value().make())),
                Column.of("text", fits, of -> key(of.value().model())),
                Column.of("integer", fits, of -> of.value().yearFrom()),
                Column.of("integer", fits, of -> of.value().yearTo().orElse(null)));
    }

    /// Makes and models are compared without regard to case.
    static String key(String makeOrModel) {
        return makeOrModel.strip().toUpperCase(Locale.ROOT);
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

    static String words(Product product) {
        List<String> texts = new ArrayList<>(product.names().byLanguage().values());
        texts.add(product.brand());
        texts.add(product.category());
        for (Variant variant : product.variants()) {
            texts.addAll(variant.options().values());
            texts.add(variant.sku().value());
            texts.addAll(variant.partNumbers());
            numbers(variant).forEach(texts::add);
            variant.fits().forEach(fit -> texts.add(fit.make() + " " + fit.model()));
        }
        return SearchWords.indexed(texts);
    }

    static String sortName(Product product) {
        return SearchWords.indexed(List.of(product.names().in(Locale.ENGLISH)));
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
