package kmmotos.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.sync.CanonicalJson;
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
                row -> Sql.json(row, "document", Category.class));
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

    /// Those of the SKUs that are kits.
    public Set<Sku> kits(StatelessSession session, Collection<Sku> skus) {
        return Set.copyOf(
                Sql.list(
                        session,
                        "select sku from variant where kit and sku = any (?)",
                        row -> new Sku(row.getString(1)),
                        texts(skus)));
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
                                "insert into product (product_id, active, brand, category, document)"
                                        + " select * from unnest(?, ?, ?, ?, ?)"
                                        + " on conflict (product_id) do update set"
                                        + " active = excluded.active, brand = excluded.brand,"
                                        + " category = excluded.category,"
                                        + " document = excluded.document, changed_at = now()"
                                        + " where product.document <> excluded.document"
                                        + " returning product_id",
                                row -> row.getObject(1, UUID.class),
                                Column.of("uuid", products, Product::productId),
                                Column.of("boolean", products, Product::active),
                                Column.of("text", products, Product::brand),
                                Column.of("text", products, Product::category),
                                Column.of("text", products, CatalogStore::json)));
        List<Product> changed = products.stream().filter(p -> ids.contains(p.productId())).toList();
        FoundBy.replace(session, changed);
        return changed;
    }

    static String json(Object value) {
        return new String(CanonicalJson.bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    static Product product(ResultSet row) throws SQLException {
        return Sql.json(row, "document", Product.class);
    }

    private static Column texts(Collection<Sku> skus) {
        return Column.texts(skus.stream().map(Sku::value).toList());
    }
}
