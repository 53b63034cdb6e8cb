package kmmotos.simulation;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes a plan that fails smaller while it still fails: fewer days, then fewer faults (delta
/// debugging after Zeller and Hildebrandt, 2002).
final class Shrinking {

    private final Predicate<Plan> fails;

    /// @param fails whether a plan still shows what is looked for
    Shrinking(Predicate<Plan> fails) {
        this.fails = fails;
    }

    Plan shrink(Outcome failed) {
        Plan plan = fewerDays(failed.plan());
        SortedSet<Integer> all =
                IntStream.range(0, failed.drawn())
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        return fails.test(plan.withOnly(Optional.of(all))) ? fewerFaults(plan, all) : plan;
    }

    private Plan fewerDays(Plan plan) {
        for (int days = 1; days < plan.days(); days++) {
            if (fails.test(plan.withDays(days))) {
                return plan.withDays(days);
            }
        }
        return plan;
    }

    private Plan fewerFaults(Plan plan, SortedSet<Integer> all) {
        SortedSet<Integer> kept = all;
        int chunk = Math.max(1, kept.size() / 2);
        while (chunk >= 1) {
            SortedSet<Integer> fewer = withoutChunks(plan, kept, chunk);
            if (fewer.size() == kept.size()) {
                if (chunk == 1) {
                    break;
                }
                chunk /= 2;
            }
            kept = fewer;
        }
        return plan.withOnly(Optional.of(kept));
    }

    private SortedSet<Integer> withoutChunks(Plan plan, SortedSet<Integer> from, int chunk) {
        SortedSet<Integer> kept = new TreeSet<>(from);
        for (var part :
                from.stream().collect(Collectors.groupingBy(n -> rank(from, n) / chunk)).values()) {
            SortedSet<Integer> fewer = new TreeSet<>(kept);
            fewer.removeAll(part);
            if (fails.test(plan.withOnly(Optional.of(fewer)))) {
                kept = fewer;
            }
        }
        return kept;
    }

    private static int rank(SortedSet<Integer> all, int item) {
        return all.headSet(item).size();
    }
}
