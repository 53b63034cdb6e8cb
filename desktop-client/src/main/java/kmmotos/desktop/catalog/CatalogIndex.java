package kmmotos.desktop.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        Sql.batch(
                session,
                "insert into variant (sku, product_id, active) values (?, ?, ?)",
                variants);
        Sql.batch(session, "insert into scan_code (code, kind, sku) values (?, ?, ?)", codes);
        // In the order of the key: H2 writes a page anew each time that it is met again.
        words.sort(Comparator.comparing((Object[] row) -> (String) row[0]));
        Sql.batch(session, "insert into search_word (word, sku) values (?, ?)", words);
        Sql.batch(
                session,
                "insert into fitment (make, model, year_from, year_to, sku) values (?, ?, ?, ?, ?)",
                fitments);
        Sql.batch(
                session,
                "merge into motorcycle_model (make, model, letters) key (make, model)"
                        + " values (?, ?, ?)",
                models.stream().map(List::toArray).toList());
    }

    /// Forgets these products; a SKU that has moved to one of them from another is forgotten too.
    static void delete(StatelessSession session, List<Product> products) {
        List<Object[]> skus =
                products.stream()
                        .flatMap(product -> product.variants().stream())
                        .map(variant -> new Object[] {variant.sku().value()})
                        .toList();
        List<Object[]> ids =
                products.stream().map(product -> new Object[] {product.productId()}).toList();
        String ofProduct = " where sku in (select sku from variant where product_id = ?)";
        for (String table : List.of("scan_code", "search_word", "fitment")) {
            Sql.batch(session, "delete from " + table + ofProduct, ids);
            Sql.batch(session, "delete from " + table + " where sku = ?", skus);
        }
        Sql.batch(session, "delete from variant where product_id = ?", ids);
        Sql.batch(session, "delete from variant where sku = ?", skus);
        Sql.batch(session, "delete from product where product_id = ?", ids);
    }
}
