package kmmotos.desktop.ui;

import java.time.Duration;

/// Tells a scanner from fingers: a scanner types at least six characters with hardly a gap between
/// them, and usually Enter at the end. Characters are held until it is clear which it was. Time
/// comes in as nanoseconds of a monotonic clock.
public final class ScanBursts {
    public static final int MIN_LENGTH = 6;

    /// A code longer than this, longer than a signed receipt has it, is none; the rest is taken as
    /// a new burst.
    public static final int MAX_LENGTH = 2_048;

    /// Slow wireless scanners leave up to this much between two characters; people don't type that
    /// fast six times in a row.
    public static final Duration DEFAULT_GAP = Duration.ofMillis(45);

    private static final Duration LATE_ENTER = Duration.ofMillis(150);

    private long maxGapNanos;
    private String prefix = "";
    private String suffix = "";
    private final StringBuilder held = new StringBuilder();
    private long lastNanos;
    private long scanEndedNanos;
    private boolean enterMayFollow;

    /// What to do with the keys held so far, and with the one just pressed.
    public sealed interface Verdict {
        /// Keep the new key, say nothing yet.
        record Hold() implements Verdict {}

        /// The held keys were typed by hand: let them through. The new key is held.
        record ReleaseThenHold() implements Verdict {}

        /// The held keys and the new one were typed by hand: let all of them through.
        record Release() implements Verdict {}

        /// The held keys were a scan: they and the new key never reach the screen.
        record Scan(String code) implements Verdict {}

        /// The Enter of a scan that was already recognised: drop it.
        record Swallow() implements Verdict {}
    }

    public ScanBursts(Duration maxGap) {
        this.maxGapNanos = maxGap.toNanos();
    }

    /// From now on a scanner is known by these, which it sends around each code. What begins with a
    /// prefix is a scan however short it is.
    public void use(Duration maxGap, String before, String after) {
        maxGapNanos = maxGap.toNanos();
        prefix = before;
        suffix = after;
    }

    public Duration maxGap() {
        return Duration.ofNanos(maxGapNanos);
    }

    public Verdict character(char typed, long atNanos) {
        boolean continues = held.isEmpty() || atNanos - lastNanos <= maxGapNanos;
        boolean full = held.length() == MAX_LENGTH;
        lastNanos = atNanos;
        enterMayFollow = false;
        if (continues && !full) {
            held.append(typed);
            return new Verdict.Hold();
        }
        var before = drain();
        held.append(typed);
        return isScan(before) ? scan(before) : new Verdict.ReleaseThenHold();
    }

    /// Enter, or Tab, which some scanners send in its place.
    public Verdict enter(long atNanos) {
        boolean continues = atNanos - lastNanos <= maxGapNanos;
        if (held.isEmpty()) {
            boolean late = enterMayFollow && atNanos - scanEndedNanos <= LATE_ENTER.toNanos();
            enterMayFollow = false;
            return late ? new Verdict.Swallow() : new Verdict.Release();
        }
        var before = drain();
        return continues && isScan(before) ? scan(before) : new Verdict.Release();
    }

    /// Any other key ends a burst by hand.
    public Verdict otherKey() {
        enterMayFollow = false;
        drain();
        return new Verdict.Release();
    }

    /// Nothing came for a while. A scanner that sends no Enter is recognised here.
    public Verdict pause(long atNanos) {
        if (held.isEmpty()) {
            return new Verdict.Release();
        }
        if (atNanos - lastNanos <= maxGapNanos) {
            return new Verdict.Hold();
        }
        var before = drain();
        if (!isScan(before)) {
            return new Verdict.Release();
        }
        enterMayFollow = true;
        scanEndedNanos = atNanos;
        return scan(before);
    }

    /// Whether a burst has begun.
    boolean isHolding() {
        return !held.isEmpty();
    }

    private boolean isScan(String burst) {
        boolean isMarked =
                !prefix.isEmpty()
                        && burst.startsWith(prefix)
                        && burst.length() > prefix.length() + suffix.length();
        return isMarked || burst.length() >= MIN_LENGTH;
    }

    private Verdict scan(String burst) {
        String code = burst.startsWith(prefix) ? burst.substring(prefix.length()) : burst;
        return new Verdict.Scan(
                code.endsWith(suffix) ? code.substring(0, code.length() - suffix.length()) : code);
    }

    private String drain() {
        var text = held.toString();
        held.setLength(0);
        return text;
    }
}
