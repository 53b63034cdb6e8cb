package kmmotos.model.stock;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stores.StoreId;

/// Where an item lies in a store. It replaces what was decided of the item before; of two decisions
/// the later one holds, in whatever order they arrive.
///
/// @param bins the first is where it is picked; none: it has no place any more
/// @param decidedAt the till's clock
public record Bins(
        UUID binsId, StoreId store, Sku sku, List<String> bins, Instant decidedAt, UUID decidedBy) {

    public static final int MAX_BINS = 8;

    public static final Comparator<Bins> BY_DECISION =
            Comparator.comparing(Bins::decidedAt).thenComparing(Bins::binsId);

    /// What the barcode of a bin begins with, so that no article's number is taken for it.
    private static final String CODE = "BIN ";

    private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9 ./-]{0,15}");

    public Bins {
        bins = List.copyOf(bins);
        if (bins.size() > MAX_BINS || new HashSet<>(bins).size() < bins.size()) {
            throw new IllegalArgumentException(
                    "an item lies in at most %d different bins, was %s".formatted(MAX_BINS, bins));
        }
        bins.forEach(bin -> {
            if (!NAME.matcher(bin).matches()) {
                throw new IllegalArgumentException("no name of a bin: \"" + bin + "\"");
            }
        });
    }

    /// The bin that somebody typed, or whose barcode was read.
    public static Optional<String> bin(String typed) {
        String name = typed.strip().toUpperCase(Locale.ROOT);
        return Optional.of(name.startsWith(CODE) ? name.substring(CODE.length()).strip() : name)
                .filter(it -> NAME.matcher(it).matches());
    }

    /// Whether a scanned code is the barcode of a bin.
    public static boolean isCode(String scanned) {
        return scanned.strip().toUpperCase(Locale.ROOT).startsWith(CODE);
    }

    /// What the barcode of a bin says.
    public static String code(String bin) {
        return CODE + bin;
    }
}
