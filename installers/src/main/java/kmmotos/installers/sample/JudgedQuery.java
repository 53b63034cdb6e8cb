package kmmotos.installers.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody may type, and by a rule which products of the sample they want. The rule speaks of
/// what the parts are (family, motorcycle, year, brand, size, SKU) and not of how they are found.
///
/// @param kind what is hard about it
/// @param families of [PartFamily], with `|` between
/// @param bike make and model; models that begin so count too
/// @param sku of the one part that is meant
public record JudgedQuery(
        String query,
        String language,
        String kind,
        @Nullable String families,
        @Nullable String bike,
        @Nullable Integer year,
        @Nullable String brand,
        @Nullable String variant,
        @Nullable String sku) {

    /// A query with the products that are wanted.
    public record Judged(JudgedQuery query, Set<UUID> wanted) {}

    /// A product of the sample as one text, for a search that knows nothing of parts.
    public record PlainText(UUID productId, String text) {}

    /// All of them, judged over the sample's catalogue.
    public static List<Judged> all() {
        List<SamplePart> parts = SampleParts.make();
        return SampleRows.read("queries.csv", JudgedQuery.class).stream()
                .map(query -> new Judged(query, query.wanted(parts)))
                .toList();
    }

    /// The sample's catalogue as plain texts.
    public static List<PlainText> plainTexts() {
        return SampleParts.make().stream()
                .collect(Collectors.groupingBy(JudgedQuery::productId))
                .entrySet()
                .stream()
                .map(product -> new PlainText(product.getKey(), text(product.getValue())))
                .toList();
    }

    private static String text(List<SamplePart> variants) {
        return variants.stream()
                .flatMap(part ->
                        Stream.of(
                                part.names().english(),
                                part.names().portuguese(),
                                part.names().spanish(),
                                part.brand(),
                                part.family().category(),
                                part.variant(),
                                part.sku(),
                                part.partNumber(),
                                part.gtin()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Set<UUID> wanted(List<SamplePart> parts) {
        return parts.stream()
                .filter(this::means)
                .map(JudgedQuery::productId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean means(SamplePart part) {
        return (families == null || Set.of(families.split("\\|")).contains(part.family().family()))
                && (bike == null || fits(part.bike()))
                && (brand == null || brand.equals(part.brand()))
                && (variant == null || part.variant().startsWith(variant))
                && (sku == null || sku.equals(part.sku()));
    }

    private boolean fits(@Nullable SampleBike one) {
        return one != null
                && one.name().startsWith(Objects.requireNonNull(bike))
                && (year == null || (one.from() <= year && (one.to() == null || year <= one.to())));
    }

    /// As the import names it.
    private static UUID productId(SamplePart part) {
        return UUID.nameUUIDFromBytes(
                ("product:" + part.product()).getBytes(StandardCharsets.UTF_8));
    }
}
