package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.model.stores.StoreId;

/// The number printed on a receipt, e.g. `S1-2-1-000123`: store, till, series, and a number that
/// runs without gaps in its series. It is a label for people and never a key: a till whose journal
/// begins anew begins a new series.
public record ReceiptNumber(StoreId store, int till, int series, long number)
        implements Comparable<ReceiptNumber> {

    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9]{1,8})-(\\d{1,3})-(\\d{1,6})-(\\d{1,12})");

    public ReceiptNumber {
        if (till < 1 || series < 1 || number < 1) {
            throw new IllegalArgumentException(
                    "till, series and number count from 1, were %d, %d and %d"
                            .formatted(till, series, number));
        }
    }

    /// @throws IllegalArgumentException if the text is no receipt number
    @JsonCreator
    public static ReceiptNumber parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a receipt number looks like S1-2-1-000123, was \"" + text + "\"");
        }
        return new ReceiptNumber(
                new StoreId(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Long.parseLong(matcher.group(4)));
    }

    public ReceiptNumber next() {
        return new ReceiptNumber(store, till, series, number + 1);
    }

    @Override
    public int compareTo(ReceiptNumber other) {
        return java.util.Comparator.comparing(ReceiptNumber::store)
                .thenComparingInt(ReceiptNumber::till)
                .thenComparingInt(ReceiptNumber::series)
                .thenComparingLong(ReceiptNumber::number)
                .compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%s-%d-%d-%06d".formatted(store, till, series, number);
    }
}
