package kmmotos.installers.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Which invented brands make which parts.
final class SampleBrands {
    private final Map<String, List<String>> byField;

    SampleBrands() {
        byField =
                SampleRows.read("brands.csv", Row.class).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Row::field, row -> List.of(row.brands().split("\\|"))));
    }

    List<String> of(PartFamily family) {
        return Objects.requireNonNull(byField.get(family.field()), family.field());
    }

    record Row(String field, String brands) {}
}
