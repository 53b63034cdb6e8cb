package kmmotos.benchmarks.till;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.installers.terminal.Table;

/// The same figures at several sizes, a column for each, so that growth shows.
final class Figures {
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, String> goals = new LinkedHashMap<>();

    /// The next size's figure.
    void add(String what, String figure, String goal) {
        rows.computeIfAbsent(what, _ -> new ArrayList<>()).add(figure);
        goals.put(what, goal);
    }

    Table table(String name) {
        int sizes = rows.values().stream().mapToInt(List::size).max().orElse(0);
        Table table =
                new Table(
                        Stream.of(
                                        Stream.of(name),
                                        IntStream.range(0, sizes).mapToObj(_ -> "figure"),
                                        Stream.of("goal"))
                                .flatMap(cells -> cells)
                                .toArray(String[]::new));
        rows.forEach((what, figures) -> {
            List<Object> cells = new ArrayList<>(List.of(what));
            cells.addAll(figures);
            cells.add(goals.getOrDefault(what, ""));
            table.row(cells.toArray());
        });
        return table;
    }
}
