package kmmotos.server.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Tracking;
import kmmotos.model.catalog.Unit;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fitment;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.server.imports.RowCheck;

/// A row of products.csv, see docs/import.md.
///
/// @param key what the rows of one product share
record ProductRow(
        int number,
        String key,
        Optional<Names> names,
        Optional<Brand> brand,
        String category,
        String taxCategory,
        Variant variant) {

    static final Set<String> COLUMNS =
            Set.of(
                    "sku",
                    "product",
                    "variant",
                    "name_en",
                    "name_pt_br",
                    "name_es",
                    "brand",
                    "category",
                    "unit",
                    "tax_category",
                    "gtins",
                    "part_numbers",
                    "superseded_by",
                    "core_charge",
                    "fits",
                    "kit",
                    "tracking");

    static final Set<String> NEEDED = Set.of("sku", "category");

    private static final Map<String, String> NAME_COLUMNS =
            new TreeMap<>(Map.of("name_en", "en", "name_pt_br", "pt-BR", "name_es", "es"));

    static Optional<ProductRow> parse(RowCheck row, Currency currency) {
        Optional<Names> names = names(row);
        Optional<Brand> brand = row.optional("brand", ProductRow::brand);
        Optional<String> category = row.required("category", ProductRow::path);
        Optional<Variant> variant = variant(row, currency);
        if (names.isEmpty()) {
            row.fault("name_en", "required", "a product needs a name in at least one language");
        }
        if (row.isFaulty()) {
            return Optional.empty();
        }
        return variant.map(one ->
                new ProductRow(
                        row.number(),
                        row.text("product").orElse(one.sku().value()),
                        names,
                        brand,
                        category.orElseThrow(),
                        row.text("tax_category").orElse("standard"),
                        one));
    }

    /// Empty if anything in the row is wrong.
    private static Optional<Variant> variant(RowCheck row, Currency currency) {
        Optional<Sku> sku = row.required("sku", Sku::new);
        Optional<Unit> unit = row.optional("unit", ProductRow::unit);
        List<Gtin> gtins = row.several("gtins", Gtin::new);
        Optional<Sku> supersededBy = row.optional("superseded_by", Sku::new);
        Optional<Money> core = row.optional("core_charge", text -> Money.parse(text, currency));
        List<Fitment> fits = row.several("fits", ProductRow::fitment);
        List<Kit.Part> parts = row.several("kit", ProductRow::part);
        Optional<Kit> kit =
                parts.isEmpty() ? Optional.empty() : row.optional("kit", _ -> new Kit(parts));
        Optional<Tracking> tracking = row.optional("tracking", ProductRow::tracking);
        if (parts.stream().anyMatch(part -> sku.equals(Optional.of(part.sku())))) {
            row.fault("kit", "invalid", "a SKU can't be a part of itself");
        }
        if (kit.isPresent() && (core.isPresent() || tracking.isPresent())) {
            row.fault("kit", "invalid", "old parts and serial numbers are of a kit's parts");
        }
        if (supersededBy.isPresent() && supersededBy.equals(sku)) {
            row.fault("superseded_by", "invalid", "a SKU can't take its own place");
        }
        if (row.isFaulty()) {
            return Optional.empty();
        }
        return sku.map(code ->
                new Variant(
                        code,
                        gtins.stream().distinct().toList(),
                        row.several("part_numbers", text -> text).stream().distinct().toList(),
                        row.text("variant").map(ProductRow::options).orElseGet(TreeMap::new),
                        unit.orElse(Unit.PIECE),
                        supersededBy,
                        core,
                        fits,
                        kit,
                        tracking));
    }

    static Optional<Names> names(RowCheck row) {
        SortedMap<String, String> names = new TreeMap<>();
        NAME_COLUMNS.forEach((column, language) ->
                row.text(column).ifPresent(name -> names.put(language, name)));
        return names.isEmpty()
                ? Optional.empty()
                : row.optional(nameColumn(row), _ -> new Names(names));
    }

    /// A category's path as its code: parts in lower case with `/` between.
    static String path(String text) {
        List<String> parts = Arrays.stream(text.split("/", -1)).map(String::strip).toList();
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "a path is parts with / between, was \"" + text + "\"");
        }
        return String.join("/", parts).toLowerCase(Locale.ROOT);
    }

    /// The same file imported again must name the same product.
    UUID productId() {
        return UUID.nameUUIDFromBytes(("product:" + key).getBytes(StandardCharsets.UTF_8));
    }

    Product product(List<Variant> variants) {
        return new Product(
                productId(),
                names.orElseThrow(),
                Optional.empty(),
                brand.map(Brand::code).orElse(""),
                category,
                taxCategory,
                variants,
                true);
    }

    private static String nameColumn(RowCheck row) {
        return NAME_COLUMNS.keySet().stream()
                .filter(column -> row.text(column).isPresent())
                .findFirst()
                .orElse("name_en");
    }

    private static Brand brand(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
        String code =
                Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("-"));
        if (code.isEmpty()) {
            throw new IllegalArgumentException(
                    "a brand has letters or digits, was \"" + name + "\"");
        }
        return new Brand(code, name);
    }

    private static Unit unit(String name) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "a unit is one of "
                                        + Arrays.toString(Unit.values()).toLowerCase(Locale.ROOT)
                                        + ", was \""
                                        + name
                                        + "\""));
    }

    private static SortedMap<String, String> options(String variant) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("variant", variant)));
    }

    /// `SKU` or `SKU;quantity`.
    private static Kit.Part part(String text) {
        int at = text.lastIndexOf(';');
        return at < 0
                ? new Kit.Part(new Sku(text), Quantity.ONE)
                : new Kit.Part(
                        new Sku(text.substring(0, at).strip()),
                        Quantity.parse(text.substring(at + 1).strip()));
    }

    private static Tracking tracking(String name) {
        if (!name.equalsIgnoreCase("serial")) {
            throw new IllegalArgumentException(
                    "pieces are told apart by serial or not at all, was \"" + name + "\"");
        }
        return Tracking.SERIAL;
    }

    private static Fitment fitment(String text) {
        String[] parts = text.split(";", -1);
        String[] years = parts.length == 3 ? parts[2].strip().split("-", -1) : new String[0];
        if (years.length < 1 || years.length > 2) {
            throw new IllegalArgumentException(
                    "a motorcycle is make;model;from-to, was \"" + text + "\"");
        }
        Optional<Integer> to =
                years.length == 1
                        ? Optional.of(Integer.valueOf(years[0].strip()))
                        : Optional.of(years[1].strip())
                                .filter(year -> !year.isEmpty())
                                .map(Integer::valueOf);
        return new Fitment(
                parts[0].strip(), parts[1].strip(), Integer.parseInt(years[0].strip()), to);
    }
}
