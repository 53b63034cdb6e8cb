package kmmotos.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/// How long many tries took.
public final class Timings {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;

    private Timings(long[] sorted) {
        this.nanos = sorted;
    }

    /// At least one, in nanoseconds.
    public static Timings of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    /// The time within which this share of the tries was done.
    public double millis(double share) {
        return nanos[(int) Math.min(nanos.length - 1L, Math.round(nanos.length * share))]
                / NANOS_PER_MILLI;
    }

    public String text(double share) {
        return String.format(Locale.ROOT, "%,.2f", millis(share));
    }
}
