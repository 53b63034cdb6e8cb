package kmmotos.desktop.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.Words;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.scanning.ScanGrammar;
import org.hibernate.StatelessSession;

/// The catalogue: found by scan, by words, by motorcycle.
public final class CatalogStore {
    private static final int MIN_CODE_LETTERS = 3;
    private static final int MAX_PRODUCTS = 10_000_000;

    /// @param make as the catalogue writes it
    public record MotorcycleModel(String make, String model) {}

    /// Something that fits a motorcycle.
    public record Fitting(Motorcycle bike, CatalogItem item) {}

    public static List<Class<?>> rows() {
        return List.of(ProductRow.class, CategoryRow.class, BrandRow.class);
    }

    /// Takes the newest state of these products, whatever was known of them.
    public void put(StatelessSession session, List<Product> products) {
        Map<UUID, Product> newest = new LinkedHashMap<>();
        products.forEach(product -> newest.put(product.productId(), product));
        CatalogIndex.delete(session, List.copyOf(newest.values()));
        insert(session, newest.values().stream().map(ProductRow::new).toList(), newest.values());
    }

    /// Forgets all products and lets go of the indexes by which they are changed: many new ones go
    /// in in the order of the other keys, and these are made at once with [#endFilling].
    public void beginFilling(StatelessSession session) {
        CatalogIndex.beginFilling(session);
    }

    public void endFilling(StatelessSession session) {
        CatalogIndex.endFilling(session);
    }

    /// As [#put], quick where most are the same as before, or none was known.
    public void renew(StatelessSession session, List<Product> products) {
        Known known = Known.of(session, products);
        List<ProductRow> fresh = new ArrayList<>();
        List<Product> freshProducts = new ArrayList<>();
        List<Product> changed = new ArrayList<>();
        for (Product product : products) {
            ProductRow row = new ProductRow(product);
            if (known.isFresh(product)) {
                fresh.add(row);
                freshProducts.add(product);
            } else if (!known.isSame(row)) {
                changed.add(product);
            }
        }
        put(session, changed);
        insert(session, fresh, freshProducts);
    }

    /// What is known of some products before they are told again.
    private record Known(Map<UUID, String> bodies, Set<String> skus) {

        static Known of(StatelessSession session, List<Product> products) {
            UUID[] ids = products.stream().map(Product::productId).toArray(UUID[]::new);
            String[] skus =
                    products.stream()
                            .flatMap(product -> product.variants().stream())
                            .map(variant -> variant.sku().value())
                            .toArray(String[]::new);
            return new Known(
                    Sql.texts(
                            session,
                            ids,
                            "select p.product_id, p.body from unnest(?) as asked (id)"
                                    + " join product p on p.product_id = asked.id"),
                    Set.copyOf(
                            Sql.list(
                                    session,
                                    String.class,
                                    skus.length,
                                    "select v.sku from unnest(?1) as asked (sku)"
                                            + " join variant v on v.sku = asked.sku",
                                    (Object) skus)));
        }

        /// Neither it nor a SKU of it was known, also not of another product.
        boolean isFresh(Product product) {
            return !bodies.containsKey(product.productId())
                    && product.variants().stream()
                            .noneMatch(variant -> skus.contains(variant.sku().value()));
        }

        boolean isSame(ProductRow row) {
            return row.body.equals(bodies.get(row.productId));
        }
    }

    /// None of them is known.
    private static void insert(
            StatelessSession session, List<ProductRow> rows, Collection<Product> products) {
        session.insertMultiple(rows);
        CatalogIndex index = new CatalogIndex();
        products.forEach(index::add);
        index.insert(session);
    }

    /// Also those that are not offered any more.
    public void forEachProduct(StatelessSession session, Consumer<Product> consumer) {
        try (Stream<ProductRow> rows =
                session.createSelectionQuery("from ProductRow", ProductRow.class)
                        .getResultStream()) {
            rows.map(ProductRow::toProduct).forEach(consumer);
        }
    }

    public void put(StatelessSession session, Category category) {
        session.upsert(new CategoryRow(category));
    }

    public void put(StatelessSession session, Brand brand) {
        session.upsert(new BrandRow(brand));
    }

    /// Forgets the brands, the categories, and all products but these.
    public void forgetOthers(StatelessSession session, Set<UUID> named) {
        Sql.run(session, "delete from brand");
        Sql.run(session, "delete from category");
        List<UUID> others =
                Sql.list(
                                session,
                                UUID.class,
                                MAX_PRODUCTS,
                                "select product_id from product order by product_id")
                        .stream()
                        .filter(id -> !named.contains(id))
                        .toList();
        CatalogIndex.forget(session, others);
    }

    /// Also what is not offered any more, for old sales.
    public Optional<CatalogItem> find(StatelessSession session, Sku sku) {
        return items(session, List.of(sku.value())).stream().findFirst();
    }

    /// What the first of a code's readings names that names anything.
    public List<CatalogItem> findScanned(
            StatelessSession session, ScanGrammar grammar, String scanned) {
        return grammar.readings(scanned).stream()
                .map(reading -> findByCode(session, reading.code()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// What a scanned or typed code names: by GTIN, else by SKU, else by a part number, each
    /// written any way. More than one when makers share a number; empty when it is unknown.
    public List<CatalogItem> findByCode(StatelessSession session, String typed) {
        List<String> skus =
                Gtin.find(typed)
                        .map(gtin -> skus(session, gtin.value(), CatalogIndex.GTIN))
                        .orElse(List.of());
        String code = PartNumber.normalized(typed);
        if (skus.isEmpty()) {
            skus = skus(session, code, CatalogIndex.SKU);
        }
        if (skus.isEmpty()) {
            skus = skus(session, code, CatalogIndex.PART_NUMBER);
        }
        return active(items(session, skus));
    }

    private static List<String> skus(StatelessSession session, String code, short kind) {
        return Sql.list(
                session,
                String.class,
                20,
                "select sku from scan_code where code = ?1 and kind = ?2 order by sku",
                code,
                kind);
    }

    /// Others that bear a part number of an item's.
    public List<CatalogItem> samePart(StatelessSession session, Sku sku, int limit) {
        return active(
                items(
                        session,
                        Sql.list(
                                session,
                                String.class,
                                limit,
                                "select distinct theirs.sku from scan_code mine"
                                        + " join scan_code theirs on theirs.code = mine.code"
                                        + " where mine.sku = ?1 and mine.kind = ?2"
                                        + " and theirs.kind = ?2 and theirs.sku <> ?1",
                                sku.value(),
                                CatalogIndex.PART_NUMBER)));
    }

    /// Search as one types: codes that begin so, then items that have all the words.
    public List<CatalogItem> search(StatelessSession session, String typed, int limit) {
        Set<String> skus = new LinkedHashSet<>();
        String code = PartNumber.normalized(typed);
        if (code.length() >= MIN_CODE_LETTERS) {
            skus.addAll(
                    Sql.list(
                            session,
                            String.class,
                            limit,
                            "select distinct sku from scan_code where code like ?1",
                            code + "%"));
        }
        List<String> patterns = Words.patterns(typed);
        if (!patterns.isEmpty() && skus.size() < limit) {
            skus.addAll(
                    Sql.list(
                            session,
                            String.class,
                            limit,
                            Words.query("search_word", "sku", patterns.size()),
                            patterns.toArray()));
        }
        return active(items(session, skus.stream().limit(limit).toList()));
    }

    /// Parts for a motorcycle, of which all the words are true; no words means all parts.
    public List<CatalogItem> fitting(
            StatelessSession session, Motorcycle bike, String words, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(bike.make(), bike.model(), bike.year()));
        StringBuilder sql =
                new StringBuilder(
                        "select distinct f.sku from fitment f where f.make = ?1 and f.model = ?2"
                                + " and ?3 between f.year_from and f.year_to");
        for (String pattern : Words.patterns(words)) {
            parameters.add(pattern);
            sql.append(
                    " and exists (select 1 from search_word w where w.sku = f.sku and w.word like ?"
                            + parameters.size()
                            + ")");
        }
        List<String> skus =
                Sql.list(session, String.class, limit, sql.toString(), parameters.toArray());
        return active(items(session, skus));
    }

    /// Some of what fits something, each with a motorcycle of its newest year.
    public List<Fitting> someFittings(StatelessSession session, int limit) {
        return Sql.list(
                        session,
                        Object[].class,
                        limit,
                        "select make, model, year_to, sku from fitment"
                                + " order by make, model, year_from")
                .stream()
                .flatMap(row ->
                        active(items(session, List.of((String) row[3]))).stream()
                                .map(item ->
                                        new Fitting(
                                                new Motorcycle(
                                                        (String) row[0],
                                                        (String) row[1],
                                                        (Integer) row[2]),
                                                item)))
                .toList();
    }

    /// Makes and models whose name holds these letters and digits, e.g. `cg160`.
    public List<MotorcycleModel> motorcycles(StatelessSession session, String typed, int limit) {
        return Sql.list(
                        session,
                        Object[].class,
                        limit,
                        "select make, model from motorcycle_model where letters like ?1"
                                + " order by make, model",
                        "%" + PartNumber.normalized(typed) + "%")
                .stream()
                .map(row -> new MotorcycleModel((String) row[0], (String) row[1]))
                .toList();
    }

    public List<Category> categories(StatelessSession session) {
        return session.createSelectionQuery("from CategoryRow order by code", CategoryRow.class)
                .getResultStream()
                .map(CategoryRow::toCategory)
                .toList();
    }

    public List<Brand> brands(StatelessSession session) {
        return session.createSelectionQuery("from BrandRow order by name", BrandRow.class)
                .getResultStream()
                .map(BrandRow::toBrand)
                .toList();
    }

    public long countVariants(StatelessSession session) {
        return Sql.list(session, Long.class, 1, "select count(*) from variant").getFirst();
    }

    private static List<CatalogItem> active(List<CatalogItem> items) {
        return items.stream().filter(item -> item.product().active()).toList();
    }

    /// In the order of the SKUs.
    private static List<CatalogItem> items(StatelessSession session, List<String> skus) {
        List<CatalogItem> items = new ArrayList<>();
        for (String sku : skus) {
            Sql.list(
                            session,
                            String.class,
                            1,
                            "select p.body from variant v join product p on p.product_id ="
                                    + " v.product_id where v.sku = ?1",
                            sku)
                    .stream()
                    .map(body -> kmmotos.desktop.storage.JsonText.read(body, Product.class))
                    .forEach(product ->
                            product.variant(new Sku(sku))
                                    .map(variant -> new CatalogItem(product, variant))
                                    .ifPresent(items::add));
        }
        return items;
    }
}
