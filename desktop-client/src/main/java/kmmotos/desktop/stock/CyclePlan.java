package kmmotos.desktop.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;

/// Which items are counted next: by ABC analysis, those that sell most by value most often.
///
/// Items in the order of their sales by value: those that begin within the first 80 % of all sales
/// are A (counted every 30 days), within the next 15 % B (every 90 days), the others and what was
/// not sold C (every 365 days). An item's urgency is the time since its last count divided by the
/// time between its counts; from 1 on it is due, and the most urgent comes first.
public final class CyclePlan {

    /// One that was never counted is as urgent as if it had been counted so long ago: an A item
    /// comes before all others, a C item before A items that are two months late at most.
    static final Duration NEVER = Duration.ofDays(730);

    private static final double A_SHARE = 0.80;
    private static final double B_SHARE = 0.95;

    /// @param sold what it sold in a year, in minor units of the shop's currency
    public record Candidate(Sku sku, long sold, Optional<Instant> counted) {}

    private enum Grade {
        A(30),
        B(90),
        C(365);

        private final Duration between;

        Grade(long days) {
            this.between = Duration.ofDays(days);
        }
    }

    private record Ranked(Candidate item, Grade grade, double urgency) {}

    private CyclePlan() {}

    /// The most urgent first; of two that are as urgent the one that sold more.
    public static List<Sku> due(List<Candidate> items, Instant now, int atMost) {
        return ranked(items, now).stream()
                .filter(one -> one.urgency() >= 1)
                .sorted(Comparator.comparingDouble(Ranked::urgency).reversed())
                .limit(Math.max(0, atMost))
                .map(one -> one.item().sku())
                .toList();
    }

    /// By what they sold, the most first.
    private static List<Ranked> ranked(List<Candidate> items, Instant now) {
        double all = items.stream().mapToDouble(item -> Math.max(0, item.sold())).sum();
        List<Candidate> bySales =
                items.stream()
                        .sorted(
                                Comparator.comparingLong(Candidate::sold)
                                        .reversed()
                                        .thenComparing(item -> item.sku().value()))
                        .toList();
        List<Ranked> ranked = new ArrayList<>();
        double before = 0;
        for (Candidate item : bySales) {
            Grade grade = grade(item, before, all);
            ranked.add(new Ranked(item, grade, urgency(item, grade, now)));
            before += Math.max(0, item.sold());
        }
        return ranked;
    }

    private static Grade grade(Candidate item, double before, double all) {
        if (item.sold() <= 0 || before >= B_SHARE * all) {
            return Grade.C;
        }
        return before < A_SHARE * all ? Grade.A : Grade.B;
    }

    private static double urgency(Candidate item, Grade grade, Instant now) {
        Duration since = item.counted().map(at -> Duration.between(at, now)).orElse(NEVER);
        return (double) since.toSeconds() / grade.between.toSeconds();
    }
}
