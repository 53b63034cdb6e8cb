package kmmotos.desktop.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.Words;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import org.hibernate.StatelessSession;

/// By what a product is found: codes, words and motorcycles.
final class CatalogIndex {
    static final short GTIN = 1;
    static final short SKU = 2;
    static final short PART_NUMBER = 3;
    private static final int NO_LAST_YEAR = 9999;

    /// Those that are made at once when all is in.
    private static final Map<String, String> INDEXES =
            Map.of(
                    "search_word_word", "search_word (word, sku)",
                    "search_word_sku", "search_word (sku, word)",
                    "scan_code_code", "scan_code (code, kind, sku)",
                    "scan_code_sku", "scan_code (sku)",
                    "fitment_bike", "fitment (make, model, year_from)",
                    "fitment_sku", "fitment (sku)");

    private final List<Object[]> variants = new ArrayList<>();
    private final List<Object[]> codes = new ArrayList<>();
    private final List<Object[]> words = new ArrayList<>();
    private final List<Object[]> fitments = new ArrayList<>();
    private final Set<List<Object>> models = new LinkedHashSet<>();

    void add(Product product) {
        for (Variant variant : product.variants()) {
            add(product, variant);
        }
    }

    private void add(Product product, Variant variant) {
        String sku = variant.sku().value();
        variants.add(new Object[] {sku, product.productId(), product.active()});
        Set<String> found = new LinkedHashSet<>(Words.in(sku));
        addCode(PartNumber.normalized(sku), SKU, sku, found);
        variant.gtins().forEach(gtin -> addCode(gtin.value(), GTIN, sku, found));
        Set<String> numbers = new LinkedHashSet<>(variant.partNumbers());
        numbers.stream()
                .map(PartNumber::normalized)
                .distinct()
                .forEach(number -> addCode(number, PART_NUMBER, sku, found));
        product.names().byLanguage().values().forEach(name -> found.addAll(Words.in(name)));
        variant.options().values().forEach(option -> found.addAll(Words.in(option)));
        found.addAll(Words.in(product.brand()));
        found.forEach(word -> words.add(new Object[] {word, sku}));
        variant.fits().stream().distinct().forEach(fitment -> add(sku, fitment));
    }

    private void addCode(String code, short kind, String sku, Set<String> found) {
        if (!code.isEmpty() && code.length() <= 100) {
            codes.add(new Object[] {code, kind, sku});
            found.addAll(Words.in(code));
        }
    }

    private void add(String sku, Fitment fitment) {
        fitments.add(
                new Object[] {
                    fitment.make(),
                    fitment.model(),
                    fitment.yearFrom(),
                    fitment.yearTo().orElse(NO_LAST_YEAR),
                    sku
                });
        models.add(
                List.of(
                        fitment.make(),
                        fitment.model(),
                        PartNumber.normalized(fitment.make() + fitment.model())));
    }

    void insert(StatelessSession session) {
        // In the order of the key: H2 writes a page anew each time that it is met again.
        Sql.batch(
                session,
                "insert into variant (sku, product_id, active) values (?, ?, ?)",
                sorted(variants));
        Sql.batch(
                session, "insert into scan_code (code, kind, sku) values (?, ?, ?)", sorted(codes));
        Sql.batch(session, "insert into search_word (word, sku) values (?, ?)", sorted(words));
        Sql.batch(
                session,
                "insert into fitment (make, model, year_from, year_to, sku) values (?, ?, ?, ?, ?)",
                sorted(fitments));
        Sql.batch(
                session,
                "merge into motorcycle_model (make, model, letters) key (make, model)"
                        + " values (?, ?, ?)",
                models.stream().map(List::toArray).toList());
    }

    private static List<Object[]> sorted(List<Object[]> rows) {
        rows.sort(Comparator.comparing(row -> (String) row[0]));
        return rows;
    }

    /// Forgets these products; a SKU that has moved to one of them from another is forgotten too.
    static void delete(StatelessSession session, List<Product> products) {
        List<Object[]> skus =
                products.stream()
                        .flatMap(product -> product.variants().stream())
                        .map(variant -> new Object[] {variant.sku().value()})
                        .toList();
        for (String table : List.of("scan_code", "search_word", "fitment", "variant")) {
            Sql.batch(session, "delete from " + table + " where sku = ?", skus);
        }
        deleteById(session, products.stream().map(Product::productId).toList());
    }

    private static void deleteById(StatelessSession session, List<UUID> productIds) {
        List<Object[]> ids = productIds.stream().map(id -> new Object[] {id}).toList();
        for (String table : List.of("scan_code", "search_word", "fitment")) {
            Sql.batch(
                    session,
                    "delete from "
                            + table
                            + " where sku in (select sku from variant where product_id = ?)",
                    ids);
        }
        Sql.batch(session, "delete from variant where product_id = ?", ids);
        Sql.batch(session, "delete from product where product_id = ?", ids);
    }

    static void beginFilling(StatelessSession session) {
        for (String table :
                List.of(
                        "search_word",
                        "scan_code",
                        "fitment",
                        "motorcycle_model",
                        "variant",
                        "product")) {
            Sql.run(session, "truncate table " + table);
        }
        INDEXES.keySet().forEach(index -> Sql.run(session, "drop index if exists " + index));
    }

    static void endFilling(StatelessSession session) {
        INDEXES.forEach((index, columns) ->
                Sql.run(session, "create index if not exists " + index + " on " + columns));
    }

    /// Forgets these products, and motorcycles that nothing fits any more.
    static void forget(StatelessSession session, List<UUID> productIds) {
        deleteById(session, productIds);
        Sql.run(
                session,
                "delete from motorcycle_model m where not exists (select 1 from fitment f"
                        + " where f.make = m.make and f.model = m.model)");
    }
}
