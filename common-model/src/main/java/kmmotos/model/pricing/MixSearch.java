package kmmotos.model.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Tries all ways to share units out among deals, by branch and bound: line by line, the dearest
/// first, each take that has a unit of it as its first one, then the thresholds, then no deal. A
/// branch is left when even the most that its units could gain comes to no more than the best so
/// far.
final class MixSearch {

    private final List<PromotionMix.Pool> pools;
    private final long[] plainly;
    private final List<Candidate> deals;
    private final List<Open> thresholds;
    private final int[] among;
    private final long[] atMost;
    private final List<List<Take>> byFirst = new ArrayList<>();
    private final List<Take> path = new ArrayList<>();
    private int[] left = {};
    private int[] steps = {};
    private long gain;

    /// The most that what is left may gain, and what thresholds that were begun would.
    private long possible;

    private long best;
    private List<PromotionMix.Taken> found = List.of();

    /// A threshold, and what was put towards it.
    private final class Open {

        private final Candidate of;
        private final long spend;
        private final long once;
        private final boolean[] isAbout = new boolean[pools.size()];
        private final long[] more = new long[pools.size()];
        private final int[] counted = new int[pools.size()];
        private long spent;

        Open(Candidate of) {
            this.of = of;
            this.spend = of.spend();
            this.once = of.once();
            for (int pool : of.pools()) {
                isAbout[pool] = true;
                more[pool] = of.perUnit(pool) - plainly[pool];
            }
        }

        boolean isReached() {
            return spent >= spend;
        }

        boolean isBegun() {
            return spent > 0 && !isReached();
        }

        /// Whether a unit of the line would help.
        boolean takes(int pool) {
            return isAbout[pool] && (!isReached() || more[pool] > 0);
        }

        void count(int pool, int units) {
            counted[pool] += units;
            spent += pools.get(pool).price() * units;
        }

        Take take() {
            TreeMap<Integer, Integer> units = new TreeMap<>();
            long saved = once;
            for (int pool : among) {
                if (counted[pool] > 0) {
                    units.put(pool, counted[pool]);
                    saved += of.perUnit(pool) * counted[pool];
                }
            }
            return Take.of(of, units, saved, plainly);
        }
    }

    /// @param plainly what a unit of each line saves without a deal
    /// @param among the lines that the deals are about
    MixSearch(List<PromotionMix.Pool> pools, long[] plainly, List<Candidate> deals, int[] among) {
        this.pools = pools;
        this.plainly = plainly;
        this.deals = deals;
        this.among = among;
        this.thresholds = deals.stream().filter(Candidate::isThreshold).map(Open::new).toList();
        this.atMost = new long[pools.size()];
        for (Candidate deal : deals) {
            for (int pool : deal.pools()) {
                atMost[pool] = Math.max(atMost[pool], deal.atMost(pool) - plainly[pool]);
            }
        }
    }

    /// Answers what gains more than what is known, or else that.
    ///
    /// @param stepsLeft how many steps may be taken, one number; counted down
    List<PromotionMix.Taken> better(
            int[] free, List<PromotionMix.Taken> known, long knownGain, int[] stepsLeft) {
        left = free.clone();
        steps = stepsLeft;
        best = knownGain;
        found = known;
        possible = IntStream.of(among).mapToLong(pool -> left[pool] * atMost[pool]).sum();
        findTakes();
        search(0, 0);
        return found;
    }

    private void findTakes() {
        for (int i = 0; i < pools.size(); i++) {
            byFirst.add(new ArrayList<>());
        }
        for (Candidate deal : deals) {
            if (!deal.isThreshold()) {
                deal.each(left, plainly, steps, take -> byFirst.get(take.first()).add(take));
            }
        }
    }

    /// @param from the first choice to try for this line: which of two takes comes first is all one
    private void search(int n, int from) {
        if (--steps[0] < 0 || gain + possible <= best) {
            return;
        }
        if (n == among.length) {
            settle();
            return;
        }
        int pool = among[n];
        if (left[pool] == 0) {
            search(n + 1, 0);
            return;
        }
        List<Take> takes = byFirst.get(pool);
        for (int i = from; i < takes.size(); i++) {
            tryTake(takes.get(i), n, i);
        }
        for (int i = Math.max(0, from - takes.size()); i < thresholds.size(); i++) {
            if (thresholds.get(i).takes(pool)) {
                tryThreshold(thresholds.get(i), n, takes.size() + i);
            }
        }
        int kept = left[pool];
        left[pool] = 0;
        possible -= kept * atMost[pool];
        search(n + 1, 0);
        possible += kept * atMost[pool];
        left[pool] = kept;
    }

    private void tryTake(Take take, int n, int choice) {
        if (take.timesOf(left) > 0) {
            long could = take.sum(atMost);
            take.off(left, 1);
            possible -= could;
            gain += take.gain();
            path.add(take);
            search(n, choice);
            path.removeLast();
            gain -= take.gain();
            possible += could;
            take.off(left, -1);
        }
    }

    private void tryThreshold(Open threshold, int n, int choice) {
        int pool = among[n];
        long gainBefore = gain;
        long possibleBefore = possible;
        possible -= atMost[pool] + (threshold.isBegun() ? threshold.once : 0);
        gain += threshold.more[pool] - (threshold.isReached() ? threshold.once : 0);
        left[pool]--;
        threshold.count(pool, 1);
        possible += threshold.isBegun() ? threshold.once : 0;
        gain += threshold.isReached() ? threshold.once : 0;
        search(n, choice);
        threshold.count(pool, -1);
        left[pool]++;
        possible = possibleBefore;
        gain = gainBefore;
    }

    private void settle() {
        if (thresholds.stream().anyMatch(Open::isBegun)) {
            return;
        }
        best = gain;
        found = new ArrayList<>();
        path.forEach(take -> found.add(new PromotionMix.Taken(take, 1)));
        thresholds.stream()
                .filter(Open::isReached)
                .forEach(threshold -> found.add(new PromotionMix.Taken(threshold.take(), 1)));
    }
}
