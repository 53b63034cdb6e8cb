package kmmotos.model.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How serial numbers are written: in capitals, with single blanks, so that what is typed finds
/// what was scanned.
public final class SerialNumber {

    /// GS1's are at most 20 long; makers' own labels are longer.
    public static final int MAX_LENGTH = 40;

    private static final Pattern WRITTEN =
            Pattern.compile("[\\p{Lu}\\p{N}](?:[ -~\\p{Lu}]*[!-~\\p{Lu}])?");

    private SerialNumber() {}

    /// Sees to it that each fits into the books.
    ///
    /// @throws IllegalArgumentException if one is longer than any
    public static void refuseLong(List<String> serials) {
        if (serials.stream().anyMatch(it -> it.isBlank() || it.length() > MAX_LENGTH)) {
            throw new IllegalArgumentException(
                    "a serial number is 1 to %d long, was one of %s"
                            .formatted(MAX_LENGTH, serials));
        }
    }

    /// Empty if the text is none: nothing, too long, or with signs that no label has.
    public static Optional<String> find(String typed) {
        String written = typed.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return Optional.of(written)
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(text -> WRITTEN.matcher(text).matches());
    }
}
