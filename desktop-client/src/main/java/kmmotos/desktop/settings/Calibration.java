package kmmotos.desktop.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.model.stores.Store;

/// Learns a scanner from one barcode whose content is known: what comes before and after it, what
/// comes for the FNC1 in its middle, and how long the scanner takes from character to character.
final class Calibration {

    static final String BEFORE_FNC1 = "KM-SCAN";
    static final String AFTER_FNC1 = "24680";

    /// As printers are told of it; what a scanner sends for it differs.
    static final char FNC1 = '\u001D';

    private static final int MAX_KEYS = 80;

    /// A scanner is not always as fast as once.
    private static final int ROOM = 2;

    private static final Duration LEAST_ROOM = Duration.ofMillis(10);

    private record Key(char typed, long atNanos) {}

    private final List<Key> keys = new ArrayList<>();

    static Slip slip(Store store) {
        return StorePaper.of(store).calibration(BEFORE_FNC1 + FNC1 + AFTER_FNC1);
    }

    void typed(char character, long atNanos) {
        if (keys.size() == MAX_KEYS) {
            keys.removeFirst();
        }
        keys.add(new Key(character, atNanos));
    }

    boolean hasHeard() {
        return !keys.isEmpty();
    }

    void beginAnew() {
        keys.clear();
    }

    /// @param kept what no scan can teach
    /// @return empty if this was not the barcode
    Optional<ScannerSettings> learned(ScannerSettings kept) {
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append(key.typed()));
        int start = text.lastIndexOf(BEFORE_FNC1);
        int middle = start + BEFORE_FNC1.length();
        int rest = start < 0 ? -1 : text.indexOf(AFTER_FNC1, middle);
        if (rest < 0) {
            return Optional.empty();
        }
        String prefix = withoutSymbology(text.substring(0, start));
        String suffix = text.substring(rest + AFTER_FNC1.length());
        String separator = text.substring(middle, rest);
        boolean fits =
                List.of(prefix, suffix, separator).stream()
                        .allMatch(mark -> mark.length() <= ScannerSettings.MAX_MARK);
        return fits
                ? Optional.of(
                        new ScannerSettings(
                                gap(),
                                prefix,
                                suffix,
                                separator.equals(String.valueOf(FNC1)) ? "" : separator,
                                kept.labels()))
                : Optional.empty();
    }

    /// The kind of symbol is no prefix: it differs from code to code.
    private static String withoutSymbology(String prefix) {
        return prefix.replaceFirst("][A-Za-z][0-9]$", "");
    }

    /// In whole milliseconds, as it is kept.
    private Duration gap() {
        long longest = 0;
        for (int i = 1; i < keys.size(); i++) {
            longest = Math.max(longest, keys.get(i).atNanos() - keys.get(i - 1).atNanos());
        }
        Duration room =
                Duration.ofNanos(ROOM * longest).plus(LEAST_ROOM).truncatedTo(ChronoUnit.MILLIS);
        return room.compareTo(ScannerSettings.MIN_GAP) < 0
                ? ScannerSettings.MIN_GAP
                : room.compareTo(ScannerSettings.MAX_GAP) > 0 ? ScannerSettings.MAX_GAP : room;
    }
}
