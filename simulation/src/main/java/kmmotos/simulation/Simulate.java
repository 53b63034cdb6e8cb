package kmmotos.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.stores.Stores;

/// `./km simulate`: as many runs as there is time for, each with the next seed.
///
/// Exit code 0 if every invariant held in every run, 1 if one did not, 2 for a wrong option.
public final class Simulate {

    private static final String CRASH_POINTS = "--crash-points";
    private static final String CELLS = "--cells";
    private static final String HELP =
            """
            Usage: ./km simulate [options]
              --hours N     how long, such as 0.5 (default 0.1)
              --runs N      how many runs, instead of a time
              --seed S      the first seed (default 1)
              --stores N --tills N --days N    the chain (default 2, 2 each, 7 days)
              --faults A,B  only these, or none
              --only 1,2    only these of a seed's faults, as a shrunk run names them
              --trace       tells everything that happens in the run
              --crash-points   stops each machine of a short day at each of its points instead
              --cells       lets each fault meet each state with each kind of fact instead
              --stores real runs each seed over memory and over a real PostgreSQL and real H2 files, and compares
                            (KM_TEST_DATABASE_URL names a PostgreSQL with a superuser's login; else one is started)
            """;

    private static final String STORES = "--stores";
    private static final String REAL = "real";

    private static final Set<String> NAMES =
            Set.of(
                    "--hours",
                    "--runs",
                    "--seed",
                    "--stores",
                    "--tills",
                    "--days",
                    "--faults",
                    "--only");

    private static final Set<String> FLAGS = Set.of("--trace", "--help", CRASH_POINTS, CELLS);

    private final Map<String, String> options;
    private final PrintStream out;
    private final Variant variant;

    private Simulate(Map<String, String> options, PrintStream out, Variant variant) {
        this.options = options;
        this.out = out;
        this.variant = variant;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out) {
        return run(arguments, out, Variant.REAL);
    }

    /// @param variant the engines' ports as they are, or broken on purpose
    public static int run(String[] arguments, PrintStream out, Variant variant) {
        try {
            return new Simulate(options(arguments), out, variant).run();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(HELP);
            return 2;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (FLAGS.contains(name)) {
                options.put(name, "");
            } else if (!NAMES.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("There is no option " + name + " like that.");
            } else {
                options.put(name, arguments[++i]);
            }
        }
        return options;
    }

    private int run() {
        if (options.containsKey("--help")) {
            out.println(HELP);
            return 0;
        }
        if (REAL.equals(options.get(STORES))) {
            return compare();
        }
        if (options.containsKey(CRASH_POINTS)) {
            return explained(StopPoints.text(), StopPoints.failures());
        }
        if (options.containsKey(CELLS)) {
            Encounters met = Encounters.of((int) number("--seed", 0));
            return explained(met.text(), met.failures());
        }
        long begun = System.nanoTime();
        SimulationReport report = simulate(begun);
        out.println(report.text((System.nanoTime() - begun) / 1e9));
        report.firstFailed().ifPresent(this::explain);
        return report.firstFailed().isEmpty() ? 0 : 1;
    }

    private int explained(String text, List<String> failures) {
        out.println(text);
        failures.forEach(out::println);
        return failures.isEmpty() ? 0 : 1;
    }

    /// One seed after the other, each over memory and over real stores.
    private int compare() {
        long first = number("--seed", 1);
        int different = 0;
        try (Stores real = realStores()) {
            for (long seed = first; seed < first + number("--runs", 1); seed++) {
                Comparison comparison = Comparison.of(plan(seed), real);
                List<String> differences = comparison.differences();
                out.println(comparison);
                differences.forEach(out::println);
                different += differences.isEmpty() ? 0 : 1;
            }
        }
        return different == 0 ? 0 : 1;
    }

    private static Stores realStores() {
        try {
            Path folder = Files.createTempDirectory("km-simulation");
            return Stores.real(folder, System.getenv().getOrDefault("KM_TEST_DATABASE_URL", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulationReport simulate(long begun) {
        SimulationReport report = new SimulationReport();
        AtomicLong next = new AtomicLong(number("--seed", 1));
        long end = next.get() + number("--runs", Long.MAX_VALUE / 2);
        double hours = Double.parseDouble(options.getOrDefault("--hours", "0.1"));
        boolean isTimed = !options.containsKey("--runs");
        long until = begun + (long) (hours * TimeUnit.HOURS.toNanos(1));
        Consumer<String> reader = options.containsKey("--trace") ? out::println : _ -> {};
        int threads =
                options.containsKey("--trace") ? 1 : Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                workers.execute(() -> {
                    for (long seed = next.getAndIncrement();
                            seed < end && !(isTimed && System.nanoTime() > until);
                            seed = next.getAndIncrement()) {
                        report.add(Simulation.run(plan(seed), variant, reader));
                    }
                });
            }
        }
        return report;
    }

    private Plan plan(long seed) {
        Plan usual = Plan.of(seed);
        boolean isReal = REAL.equals(options.get(STORES));
        return usual.withShops(
                        isReal ? usual.stores() : (int) number(STORES, usual.stores()),
                        (int) number("--tills", usual.tillsEach()))
                .withDays((int) number("--days", usual.days()))
                .withFaults(faults().orElse(usual.faults()))
                .withOnly(only());
    }

    private Optional<Set<Fault>> faults() {
        return Optional.ofNullable(options.get("--faults"))
                .map(names ->
                        names.equals("none")
                                ? EnumSet.noneOf(Fault.class)
                                : Arrays.stream(names.split(",", -1))
                                        .map(Fault::valueOf)
                                        .collect(
                                                Collectors.toCollection(
                                                        () -> EnumSet.noneOf(Fault.class))));
    }

    private Optional<SortedSet<Integer>> only() {
        return Optional.ofNullable(options.get("--only"))
                .map(numbers ->
                        Arrays.stream(numbers.split(",", -1))
                                .filter(number -> !number.isBlank())
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private long number(String name, long otherwise) {
        return Optional.ofNullable(options.get(name)).map(Long::parseLong).orElse(otherwise);
    }

    private void explain(Outcome failed) {
        out.println("seed " + failed.plan().seed() + ": " + failed.violations());
        String rule = failed.violations().getFirst().substring(0, 2);
        Plan small =
                new Shrinking(plan ->
                        Simulation.run(plan, variant, _ -> {}).violations().stream()
                                .anyMatch(violation -> violation.startsWith(rule)))
                        .shrink(failed);
        out.println("the smallest run that still fails so:");
        out.println("  " + small.command() + " --trace");
    }
}
