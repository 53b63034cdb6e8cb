package kmmotos.desktop.neighbours;

import java.util.function.LongSupplier;

/// How fast one visitor may ask: a burst, then so many a second.
final class Pace {
    private static final int BURST = 500;
    private static final int PER_SECOND = 100;
    private static final long NANOS_EACH = 1_000_000_000L / PER_SECOND;

    private final LongSupplier nanos;
    private long paidUntil;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.paidUntil = nanos.getAsLong() - BURST * NANOS_EACH;
    }

    boolean allows() {
        long now = nanos.getAsLong();
        paidUntil = Math.max(paidUntil, now - BURST * NANOS_EACH) + NANOS_EACH;
        return paidUntil - now <= 0;
    }
}
