package kmmotos.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Fault;

/// What many runs add up to.
final class SimulationReport {

    private final Coverage coverage = new Coverage();
    private final List<Outcome> failed = new ArrayList<>();
    private double tillDays;
    private long trace;
    private long runs;
    private long sales;
    private long facts;

    synchronized void add(Outcome outcome) {
        runs++;
        tillDays += outcome.plan().tillDays();
        sales += outcome.sales();
        facts += outcome.facts();
        trace += outcome.trace() * (2 * outcome.plan().seed() + 1);
        coverage.add(outcome.coverage());
        if (!outcome.holds()) {
            failed.add(outcome);
        }
    }

    double tillYears() {
        return tillDays / 365;
    }

    long runs() {
        return runs;
    }

    synchronized Optional<Outcome> firstFailed() {
        return failed.stream().findFirst();
    }

    synchronized int failures() {
        return failed.size();
    }

    Coverage coverage() {
        return coverage;
    }

    /// @param seconds how long it took
    String text(double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(line("runs", "%,d", runs));
        lines.add(line("till-years", "%,.1f", tillYears()));
        lines.add(line("till-years a minute", "%,.1f", tillYears() / seconds * 60));
        lines.add(line("sales", "%,d", sales));
        lines.add(line("facts", "%,d", facts));
        lines.add(line("faults", "%,d", coverage.faults()));
        Arrays.stream(Fault.values())
                .forEach(fault -> lines.add(line("  " + word(fault), "%,d", coverage.of(fault))));
        lines.add(
                line(
                        "cells (fault x state x fact)",
                        "%,d",
                        Coverage.cells() - coverage.empty().size()));
        lines.add(line("  of", "%,d", Coverage.cells()));
        Coverage.EXCUSED.forEach(cell -> lines.add("  may stay empty: " + cell));
        lines.add(line("trace", "%016x", trace));
        lines.add(line("violations", "%,d", (long) failures()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String word(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(String name, String format, Object value) {
        return "  %-30s %14s".formatted(name, format.formatted(value));
    }
}
