package kmmotos.desktop.devices;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kmmotos.model.scanning.LabelPattern;
import kmmotos.model.scanning.ScanGrammar;

/// How a till's scanner is told from fingers, and what its codes mean.
///
/// @param gap the longest time between two of its characters
/// @param prefix what it sends before each code; may be empty
/// @param suffix what it sends after each code, before Enter or Tab; may be empty
/// @param separator what it sends for FNC1 within a symbol, if that is not the control character GS
/// @param labels the shop's own labels with a price or a weight
public record ScannerSettings(
        Duration gap, String prefix, String suffix, String separator, List<LabelPattern> labels) {

    public static final Duration MIN_GAP = Duration.ofMillis(20);
    public static final Duration MAX_GAP = Duration.ofMillis(120);
    public static final int MAX_MARK = 8;

    public static final ScannerSettings INITIAL =
            new ScannerSettings(Duration.ofMillis(45), "", "", "", List.of());

    public ScannerSettings {
        labels = List.copyOf(labels);
        if (gap.compareTo(MIN_GAP) < 0 || gap.compareTo(MAX_GAP) > 0) {
            throw new IllegalArgumentException(
                    "a gap is %s to %s, was %s".formatted(MIN_GAP, MAX_GAP, gap));
        }
    }

    /// @param labels as [#labelsText] writes them
    /// @return empty if something of it makes no sense
    public static Optional<ScannerSettings> parse(
            String gapMillis, String prefix, String suffix, String separator, String labels) {
        List<String> patterns =
                Arrays.stream(labels.split("[,;\\s]+", -1)).filter(it -> !it.isEmpty()).toList();
        boolean isSound =
                isGap(gapMillis.strip())
                        && List.of(prefix, suffix, separator).stream()
                                .allMatch(mark -> mark.length() <= MAX_MARK)
                        && patterns.stream().allMatch(LabelPattern::isOne);
        if (!isSound) {
            return Optional.empty();
        }
        return Optional.of(
                new ScannerSettings(
                        Duration.ofMillis(Long.parseLong(gapMillis.strip())),
                        prefix,
                        suffix,
                        separator,
                        patterns.stream().map(LabelPattern::new).toList()));
    }

    private static boolean isGap(String millis) {
        return millis.matches("\\d{1,4}")
                && Long.parseLong(millis) >= MIN_GAP.toMillis()
                && Long.parseLong(millis) <= MAX_GAP.toMillis();
    }

    public String labelsText() {
        return labels.stream().map(LabelPattern::text).collect(Collectors.joining(", "));
    }

    public ScanGrammar grammar() {
        return new ScanGrammar(separator, labels);
    }
}
