package kmmotos.model.stores;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A store's short code, printed on receipts: 1 to 8 capital letters and digits.
public record StoreId(@JsonValue String value) implements Comparable<StoreId> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,8}");

    @JsonCreator
    public StoreId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a store's code has 1 to 8 capital letters and digits, was \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
