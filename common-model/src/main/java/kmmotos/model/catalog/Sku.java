package kmmotos.model.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The stock keeping unit: the chain's own name for one thing it stocks, kept as the shop writes
/// it.
///
/// Real shops have SKUs such as `14_00021 / 700102/12`; nothing is stripped but blanks around it.
/// To find one however it is typed, compare [PartNumber]s.
public record Sku(@JsonValue String value) implements Comparable<Sku> {

    public static final int MAX_LENGTH = 64;

    @JsonCreator
    public Sku {
        value = value.strip();
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || value.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "a SKU has 1 to "
                            + MAX_LENGTH
                            + " printable characters, was \""
                            + value
                            + "\"");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
