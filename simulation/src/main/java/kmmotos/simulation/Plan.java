package kmmotos.simulation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import kmmotos.simulation.faults.Fault;

/// What one run simulates. The same plan always gives the same run.
///
/// @param days how long people work; then everything heals
/// @param workPerDay what happens at each till on a day, about
/// @param faultsPerDay what befalls each till on a day, about
/// @param only the faults that happen, counted from 0 as they come; all if empty
public record Plan(
        long seed,
        int stores,
        int tillsEach,
        int days,
        int workPerDay,
        double faultsPerDay,
        Set<Fault> faults,
        Optional<SortedSet<Integer>> only) {

    public Plan {
        faults = faults.isEmpty() ? Set.of() : EnumSet.copyOf(faults);
    }

    /// A chain of two shops with two tills each over a week, with everything that can go wrong.
    public static Plan of(long seed) {
        return new Plan(seed, 2, 2, 7, 16, 0.9, EnumSet.allOf(Fault.class), Optional.empty());
    }

    public Plan withDays(int fewer) {
        return new Plan(seed, stores, tillsEach, fewer, workPerDay, faultsPerDay, faults, only);
    }

    public Plan withShops(int fewerStores, int fewerTills) {
        return new Plan(
                seed, fewerStores, fewerTills, days, workPerDay, faultsPerDay, faults, only);
    }

    public Plan withFaults(Set<Fault> fewer) {
        return new Plan(seed, stores, tillsEach, days, workPerDay, faultsPerDay, fewer, only);
    }

    /// The same run with these of its faults alone; all else happens as before, as far as it can.
    public Plan withOnly(Optional<SortedSet<Integer>> fewer) {
        return new Plan(seed, stores, tillsEach, days, workPerDay, faultsPerDay, faults, fewer);
    }

    /// Whether this fault of a run happens.
    ///
    /// @param number counted from 0
    boolean lets(Fault fault, int number) {
        return faults.contains(fault) && only.map(some -> some.contains(number)).orElse(true);
    }

    public double tillDays() {
        return (double) stores * tillsEach * days;
    }

    /// The command that repeats this run alone.
    public String command() {
        String names =
                EnumSet.allOf(Fault.class).equals(faults)
                        ? ""
                        : " --faults "
                                + (faults.isEmpty()
                                        ? "none"
                                        : faults.stream()
                                                .map(Fault::name)
                                                .sorted()
                                                .collect(Collectors.joining(",")));
        String numbers =
                only.map(some ->
                                " --only "
                                        + some.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(",")))
                        .orElse("");
        return "./km simulate --seed %d --runs 1 --stores %d --tills %d --days %d%s%s"
                .formatted(seed, stores, tillsEach, days, names, numbers);
    }
}
