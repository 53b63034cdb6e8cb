package kmmotos.benchmarks.growth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;

/// What was measured at one size; each figure is told as soon as it is known.
final class Figures {

    private final Terminal terminal;
    private final Size size;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    Figures(Terminal terminal, Size size) {
        this.terminal = terminal;
        this.size = size;
    }

    void add(String what, double figure) {
        figures.put(what, figure);
        terminal.say("           %-52s %14s".formatted(what, number(figure)));
    }

    /// What could not be measured, and why.
    void failed(String what, RuntimeException why) {
        terminal.say("           %-52s failed: %s".formatted(what, why.getMessage()));
    }

    /// All sizes beside each other, each with its ratio to the first.
    static String table(List<Figures> all) {
        Figures first = all.getFirst();
        Table table =
                new Table(
                        Stream.concat(
                                        Stream.of("growth"),
                                        all.stream()
                                                .flatMap(one ->
                                                        Stream.of(one.size.toString(), "ratio")))
                                .toArray(String[]::new));
        for (String what : first.figures.keySet()) {
            table.row(
                    Stream.concat(
                                    Stream.of(what),
                                    all.stream().flatMap(one -> one.cells(what, first)))
                            .toArray());
        }
        return table.toString();
    }

    private Stream<String> cells(String what, Figures first) {
        Double figure = figures.get(what);
        Double before = first.figures.get(what);
        if (figure == null || before == null) {
            return Stream.of("failed", "");
        }
        String ratio =
                this == first || before == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", figure / before);
        return Stream.of(number(figure), ratio);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%,.1f" : "%,.0f", figure);
    }
}
