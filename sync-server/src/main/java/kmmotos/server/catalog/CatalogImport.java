package kmmotos.server.catalog;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Category;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.ImportReport.Tally;
import kmmotos.server.imports.RowCheck;
import org.hibernate.StatelessSession;

/// Takes categories.csv and products.csv into the catalogue and tells the tills what changed.
final class CatalogImport {

    private static final Set<String> CATEGORY_COLUMNS =
            Set.of("category", "name_en", "name_pt_br", "name_es");

    /// News sent to the database at once.
    private static final int MAX_NEWS = 1_000;

    private final CatalogStore store;
    private final Currency currency;

    CatalogImport(CatalogStore store, Currency currency) {
        this.store = store;
        this.currency = currency;
    }

    ImportReport categories(StatelessSession session, byte[] file) {
        Tally tally = new Tally("categories", CATEGORY_COLUMNS);
        Set<String> known =
                store.categories(session).stream()
                        .map(Category::code)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Category> categories =
                tally.read(file, Set.of("category"), row -> category(row, known));
        List<Category> changed = store.saveCategories(session, lastOfEach(categories));
        tally.changed(changed.size());
        Feed.publish(
                session,
                Scope.CATALOG,
                changed.stream().<Policy>map(Policy.CategoryChanged::new).toList());
        return tally.report();
    }

    ImportReport products(StatelessSession session, byte[] file) {
        Tally tally = new Tally("products", ProductRow.COLUMNS);
        List<ProductRow> rows =
                tally.read(file, ProductRow.NEEDED, row -> ProductRow.parse(row, currency));
        rows = withKnownCategory(session, rows, tally);
        rows = withOwnSku(session, rows, tally);
        rows = withKnownSuccessor(session, rows, tally);
        rows = withKnownParts(session, rows, tally);
        List<Brand> brands =
                store.save(
                        session,
                        rows.stream().flatMap(row -> row.brand().stream()).distinct().toList());
        List<Product> changed = store.saveProducts(session, merged(session, rows));
        tally.changed(changed.size());
        List<Policy> news = new ArrayList<>();
        brands.forEach(brand -> news.add(new Policy.BrandChanged(brand)));
        changed.forEach(product -> news.add(new Policy.ProductChanged(product)));
        inParts(session, news);
        return tally.report();
    }

    private static void inParts(StatelessSession session, List<Policy> news) {
        for (int from = 0; from < news.size(); from += MAX_NEWS) {
            Feed.publish(
                    session,
                    Scope.CATALOG,
                    news.subList(from, Math.min(news.size(), from + MAX_NEWS)));
        }
    }

    private static Optional<Category> category(RowCheck row, Set<String> known) {
        Optional<String> path = row.required("category", ProductRow::path);
        Optional<Names> names = ProductRow.names(row);
        if (names.isEmpty()) {
            row.fault("name_en", "required", "a category needs a name in at least one language");
        }
        Optional<String> parent =
                path.filter(text -> text.contains("/"))
                        .map(text -> text.substring(0, text.lastIndexOf('/')));
        if (parent.isPresent() && !known.contains(parent.get())) {
            row.fault("category", "unknown_parent", "there is no category " + parent.get());
        }
        if (row.isFaulty()) {
            return Optional.empty();
        }
        known.add(path.orElseThrow());
        return Optional.of(new Category(path.get(), parent, names.orElseThrow()));
    }

    private static List<Category> lastOfEach(List<Category> categories) {
        Map<String, Category> byCode = new LinkedHashMap<>();
        categories.forEach(category -> byCode.put(category.code(), category));
        return List.copyOf(byCode.values());
    }

    private List<ProductRow> withKnownCategory(
            StatelessSession session, List<ProductRow> rows, Tally tally) {
        Set<String> known =
                store.categories(session).stream().map(Category::code).collect(Collectors.toSet());
        return kept(
                rows,
                row -> known.contains(row.category()),
                row ->
                        tally.refuse(
                                row.number(),
                                "category",
                                "unknown_category",
                                "there is no category " + row.category()));
    }

    /// A SKU is one variant of one product, in the file and in the catalogue.
    private List<ProductRow> withOwnSku(
            StatelessSession session, List<ProductRow> rows, Tally tally) {
        Map<Sku, UUID> owners =
                new HashMap<>(
                        store.products(
                                session, rows.stream().map(row -> row.variant().sku()).toList()));
        Set<Sku> seen = new HashSet<>();
        return kept(
                rows,
                row ->
                        seen.add(row.variant().sku())
                                && row.productId()
                                        .equals(
                                                owners.computeIfAbsent(
                                                        row.variant().sku(), _ -> row.productId())),
                row ->
                        tally.refuse(
                                row.number(),
                                "sku",
                                "taken_sku",
                                row.variant().sku()
                                        + " is in another row or belongs to another product"));
    }

    private List<ProductRow> withKnownSuccessor(
            StatelessSession session, List<ProductRow> rows, Tally tally) {
        Set<Sku> known = rows.stream().map(row -> row.variant().sku()).collect(Collectors.toSet());
        known.addAll(
                store.products(
                                session,
                                rows.stream()
                                        .flatMap(row -> row.variant().supersededBy().stream())
                                        .toList())
                        .keySet());
        return kept(
                rows,
                row -> row.variant().supersededBy().map(known::contains).orElse(true),
                row ->
                        tally.refuse(
                                row.number(),
                                "superseded_by",
                                "unknown_sku",
                                "there is no SKU "
                                        + row.variant().supersededBy().map(Sku::value).orElse("")));
    }

    /// What a kit is made up of is in this file or in the catalogue, and is no kit itself: a till
    /// takes apart what it sells once.
    private List<ProductRow> withKnownParts(
            StatelessSession session, List<ProductRow> rows, Tally tally) {
        List<Sku> parts = rows.stream().flatMap(CatalogImport::parts).distinct().toList();
        Set<Sku> kits =
                rows.stream()
                        .map(ProductRow::variant)
                        .filter(variant -> variant.kit().isPresent())
                        .map(Variant::sku)
                        .collect(Collectors.toCollection(HashSet::new));
        Set<Sku> plain = new HashSet<>(store.products(session, parts).keySet());
        plain.removeAll(store.kits(session, parts));
        rows.forEach(row -> plain.add(row.variant().sku()));
        plain.removeAll(kits);
        return kept(
                rows,
                row -> parts(row).allMatch(plain::contains),
                row ->
                        tally.refuse(
                                row.number(),
                                "kit",
                                "unknown_sku",
                                "there is no SKU, or it is a kit itself: "
                                        + parts(row)
                                                .filter(sku -> !plain.contains(sku))
                                                .map(Sku::value)
                                                .collect(Collectors.joining(", "))));
    }

    private static Stream<Sku> parts(ProductRow row) {
        return row.variant().kit().stream().flatMap(kit -> kit.parts().stream()).map(Kit.Part::sku);
    }

    private static List<ProductRow> kept(
            List<ProductRow> rows,
            java.util.function.Predicate<ProductRow> good,
            java.util.function.Consumer<ProductRow> refuse) {
        List<ProductRow> kept = new ArrayList<>(rows.size());
        for (ProductRow row : rows) {
            if (good.test(row)) {
                kept.add(row);
            } else {
                refuse.accept(row);
            }
        }
        return kept;
    }

    /// The products as the rows say, with the variants that this file does not name.
    private List<Product> merged(StatelessSession session, List<ProductRow> rows) {
        Map<UUID, List<ProductRow>> byProduct =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProductRow::productId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<UUID, Product> before = store.find(session, byProduct.keySet());
        return byProduct.entrySet().stream()
                .map(entry ->
                        merged(Optional.ofNullable(before.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static Product merged(Optional<Product> before, List<ProductRow> rows) {
        Map<Sku, Variant> variants = new LinkedHashMap<>();
        before.ifPresent(product -> product.variants().forEach(v -> variants.put(v.sku(), v)));
        rows.forEach(row -> variants.put(row.variant().sku(), row.variant()));
        return rows.getFirst().product(List.copyOf(variants.values()));
    }
}
