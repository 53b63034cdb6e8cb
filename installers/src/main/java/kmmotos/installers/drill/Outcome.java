package kmmotos.installers.drill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of a drill.
///
/// @param figures more that is worth knowing, in order
/// @param complaints what the drill itself did not find as it must be
public record Outcome(
        String drill,
        Books books,
        Map<String, Object> figures,
        List<String> complaints,
        Duration took) {

    public Outcome {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        complaints = List.copyOf(complaints);
    }

    public boolean right() {
        return books.right() && complaints.isEmpty();
    }

    /// Everything that is wrong.
    public List<String> wrong() {
        return Stream.of(
                        books.lost().stream().map(receipt -> "lost: " + receipt),
                        books.wrong().stream(),
                        complaints.stream())
                .flatMap(all -> all)
                .toList();
    }

    @Override
    public String toString() {
        return "%s: %d receipts printed, %d stored, lost=%d%s, %d s%s"
                .formatted(
                        drill,
                        books.printed(),
                        books.stored(),
                        books.lost().size(),
                        figures.entrySet().stream()
                                .map(figure -> ", " + figure.getKey() + "=" + figure.getValue())
                                .collect(Collectors.joining()),
                        took.toSeconds(),
                        right() ? "" : " WRONG: " + wrong());
    }
}
