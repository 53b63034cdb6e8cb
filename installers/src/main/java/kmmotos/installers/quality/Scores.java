package kmmotos.installers.quality;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// How good some answers are, on the mean: where the first wanted product stands (MRR), how many
/// answers have one among the first ten, and how far the first ten are from the best ten there
/// could be (nDCG).
final class Scores {
    static final int SHOWN = 10;

    private int queries;
    private double reciprocalRanks;
    private int hits;
    private double gains;

    /// @param found what was answered, the best first
    /// @param wanted at least one
    void add(List<UUID> found, Set<UUID> wanted) {
        double gain = 0;
        double ideal = 0;
        int first = 0;
        for (int i = 0; i < SHOWN; i++) {
            double discounted = Math.log(2) / Math.log(i + 2.0);
            ideal += i < wanted.size() ? discounted : 0;
            if (i < found.size() && wanted.contains(found.get(i))) {
                gain += discounted;
                first = first == 0 ? i + 1 : first;
            }
        }
        queries++;
        gains += gain / ideal;
        hits += first > 0 ? 1 : 0;
        reciprocalRanks += first > 0 ? 1.0 / first : 0;
    }

    int queries() {
        return queries;
    }

    double reciprocalRank() {
        return reciprocalRanks / queries;
    }

    double hitShare() {
        return (double) hits / queries;
    }

    double gain() {
        return gains / queries;
    }
}
