package kmmotos.model.pricing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/// A promotion that is taken once, with units of these lines.
final class Take {

    private final Candidate candidate;
    private final int[] pools;
    private final int[] units;
    private final long saved;
    private final long gain;

    /// @param pools the lines, in ascending order
    /// @param units of each how many
    /// @param saved what the customer saves, in millionths
    /// @param gain how much more that is than what these units would save otherwise
    private Take(Candidate candidate, int[] pools, int[] units, long saved, long gain) {
        this.candidate = candidate;
        this.pools = pools;
        this.units = units;
        this.saved = saved;
        this.gain = gain;
    }

    /// @param unitsByPool what it is taken with
    /// @param otherwise what a unit of each line would save otherwise
    static Take of(
            Candidate candidate, Map<Integer, Integer> unitsByPool, long saved, long[] otherwise) {
        var parts = new TreeMap<>(unitsByPool);
        int[] pools = parts.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] units = parts.values().stream().mapToInt(Integer::intValue).toArray();
        return new Take(candidate, pools, units, saved, gain(pools, units, saved, otherwise));
    }

    /// The same, held against something else.
    Take against(long[] otherwise) {
        return new Take(candidate, pools, units, saved, gain(pools, units, saved, otherwise));
    }

    private static long gain(int[] pools, int[] units, long saved, long[] otherwise) {
        return saved - sum(pools, units, otherwise);
    }

    private static long sum(int[] pools, int[] units, long[] perUnit) {
        long sum = 0;
        for (int i = 0; i < pools.length; i++) {
            sum += perUnit[pools[i]] * units[i];
        }
        return sum;
    }

    /// Of a figure for a unit of each line, what its units come to.
    long sum(long[] perUnit) {
        return sum(pools, units, perUnit);
    }

    Candidate candidate() {
        return candidate;
    }

    UUID promotionId() {
        return candidate.promotion().promotionId();
    }

    long saved() {
        return saved;
    }

    long gain() {
        return gain;
    }

    /// The dearest line of it.
    int first() {
        return pools[0];
    }

    /// Tells each line and how many units of it.
    void forEach(BiConsumer<Integer, Integer> out) {
        for (int i = 0; i < pools.length; i++) {
            out.accept(pools[i], units[i]);
        }
    }

    /// How often it can be taken of what is left.
    int timesOf(int[] left) {
        int times = Integer.MAX_VALUE;
        for (int i = 0; i < pools.length; i++) {
            times = Math.min(times, left[pools[i]] / units[i]);
        }
        return times;
    }

    void off(int[] left, int times) {
        for (int i = 0; i < pools.length; i++) {
            left[pools[i]] -= units[i] * times;
        }
    }
}
