package kmmotos.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The catalogue in the database. Every write is set-based and answers what really changed.
public final class CatalogStore {

    private static final int BATCH = 1_000;

    public List<Category> categories(StatelessSession session) {
        return Sql.list(
                session,
                "select document from category order by code",
                row -> read(row.getString(1), Category.class));
    }

    public List<Brand> brands(StatelessSession session) {
        return Sql.list(
                session,
                "select code, name from brand order by name, code",
                row -> new Brand(row.getString(1), row.getString(2)));
    }

    public Optional<Product> find(StatelessSession session, UUID productId) {
        return Sql.first(
                session,
                "select document from product where product_id = ? and active",
                CatalogStore::product,
                productId);
    }

    /// Products as they are stored, those that exist.
    public Map<UUID, Product> find(StatelessSession session, Collection<UUID> productIds) {
        return Sql.list(
                        session,
                        "select document from product where product_id = any (?)",
                        CatalogStore::product,
                        Column.uuids(List.copyOf(productIds)))
                .stream()
                .collect(Collectors.toMap(Product::productId, Function.identity()));
    }

    /// Which product each SKU belongs to, of those that exist.
    public Map<Sku, UUID> products(StatelessSession session, Collection<Sku> skus) {
        return Sql.list(
                        session,
                        "select sku, product_id from variant where sku = any (?)",
                        row -> Map.entry(new Sku(row.getString(1)), row.getObject(2, UUID.class)),
                        texts(skus))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Runs through all products, without holding them all in memory.
    void forEachProduct(StatelessSession session, Consumer<Product> consumer) {
        session.doWork(connection -> {
            try (var statement =
                    connection.prepareStatement(
                            "select document from product order by product_id")) {
                statement.setFetchSize(BATCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(product(rows));
                    }
                }
            }
        });
    }

    public List<Brand> save(StatelessSession session, List<Brand> brands) {
        Set<String> changed =
                Set.copyOf(
                        Sql.list(
                                session,
                                "insert into brand (code, name) select * from unnest(?, ?)"
                                        + " on conflict (code) do nothing returning code",
                                row -> row.getString(1),
                                Column.texts(brands.stream().map(Brand::code).toList()),
                                Column.texts(brands.stream().map(Brand::name).toList())));
        return brands.stream().filter(brand -> changed.contains(brand.code())).toList();
    }

    public List<Category> saveCategories(StatelessSession session, List<Category> categories) {
        Set<String> changed =
                Set.copyOf(
                        Sql.list(
                                session,
                                "insert into category (code, parent, document)"
                                        + " select * from unnest(?, ?, ?)"
                                        + " on conflict (code) do update set"
                                        + " parent = excluded.parent, document = excluded.document"
                                        + " where category.document <> excluded.document"
                                        + " returning code",
                                row -> row.getString(1),
                                Column.texts(categories.stream().map(Category::code).toList()),
                                Column.texts(
                                        categories.stream()
                                                .map(category -> category.parent().orElse(null))
                                                .toList()),
                                Column.texts(
                                        categories.stream().map(CatalogStore::json).toList())));
        return categories.stream().filter(c -> changed.contains(c.code())).toList();
    }

    /// Writes products; answers those that were new or different.
    public List<Product> saveProducts(StatelessSession session, List<Product> products) {
        List<Product> changed = new ArrayList<>();
        for (int from = 0; from < products.size(); from += BATCH) {
            changed.addAll(
                    saveBatch(
                            session,
                            products.subList(from, Math.min(products.size(), from + BATCH))));
        }
        return changed;
    }

    private static List<Product> saveBatch(StatelessSession session, List<Product> products) {
        Set<UUID> ids =
                Set.copyOf(
                        Sql.list(
                                session,
                                "insert into product (product_id, active, brand, category,"
                                        + " sort_name, document, words) select p.id, p.active,"
                                        + " p.brand, p.category, p.sort_name, p.document,"
                                        + " to_tsvector('simple', p.words) from unnest(?, ?, ?, ?, ?,"
                                        + " ?, ?) p (id, active, brand, category, sort_name, document,"
                                        + " words) on conflict (product_id) do update set active ="
                                        + " excluded.active, brand = excluded.brand, category ="
                                        + " excluded.category, sort_name = excluded.sort_name, document"
                                        + " = excluded.document, words = excluded.words, changed_at ="
                                        + " now() where product.document <> excluded.document"
                                        + " returning product_id",
                                row -> row.getObject(1, UUID.class),
                                Column.of("uuid", products, Product::productId),
                                Column.of("boolean", products, Product::active),
                                Column.of("text", products, Product::brand),
                                Column.of("text", products, Product::category),
                                Column.of("text", products, CatalogStore::sortName),
                                Column.of("text", products, CatalogStore::json),
                                Column.of("text", products, CatalogStore::words)));
        List<Product> changed = products.stream().filter(p -> ids.contains(p.productId())).toList();
        replaceWhatItIsFoundBy(session, changed);
        return changed;
    }

    private static void replaceWhatItIsFoundBy(StatelessSession session, List<Product> products) {
        Column ids = Column.of("uuid", products, Product::productId);
        Sql.update(session, "delete from variant where product_id = any (?)", ids);
        Sql.update(session, "delete from part_number where product_id = any (?)", ids);
        Sql.update(session, "delete from fitment where product_id = any (?)", ids);
        List<Of<Variant>> variants = each(products, Stream::of);
        Sql.update(
                session,
                "insert into variant (product_id, sku, description, tax_category, divisible)"
                        + " select * from unnest(?, ?, ?, ?, ?)",
                Column.of("uuid", variants, Of::productId),
                Column.of("text", variants, of -> of.sku().value()),
                Column.of("text", variants, of -> description(of.product(), of.variant())),
                Column.of("text", variants, of -> of.product().taxCategory()),
                Column.of("boolean", variants, of -> of.variant().unit().isDivisible()));
        List<Of<String>> numbers = each(products, CatalogStore::numbers);
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

    /// What is written on a receipt: the name, and what tells the variant apart.
    private static String description(Product product, Variant variant) {
        String name = product.names().in(Locale.ENGLISH);
        String options = String.join(" ", variant.options().values());
        return options.isEmpty() ? name : name + " " + options;
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

    private static String words(Product product) {
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

    private static String sortName(Product product) {
        return SearchWords.indexed(List.of(product.names().in(Locale.ENGLISH)));
    }

    private static String json(Object value) {
        return new String(CanonicalJson.bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    static Product product(ResultSet row) throws SQLException {
        return read(row.getString("document"), Product.class);
    }

    private static <T> T read(String document, Class<T> type) throws SQLException {
        try {
            return Json.MAPPER.readValue(document, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new SQLException("a stored " + type.getSimpleName() + " can't be read", e);
        }
    }

    private static Column texts(Collection<Sku> skus) {
        return Column.texts(skus.stream().map(Sku::value).toList());
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
