package kmmotos.installers.till;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import kmmotos.desktop.stores.OpeningProgress;

/// How long each step of a till's opening took, and how much it did.
public final class StepTimes implements OpeningProgress {
    private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
    private final Map<Step, Long> done = new EnumMap<>(Step.class);
    private Step now = Step.DATABASE;
    private long since = System.nanoTime();

    @Override
    public void at(Step step, long soFar, long of) {
        if (step != now) {
            end();
            now = step;
        }
        done.put(step, soFar);
    }

    /// The opening is done.
    public void end() {
        long time = System.nanoTime();
        nanos.merge(now, time - since, Long::sum);
        since = time;
    }

    public double seconds(Step step) {
        return nanos.getOrDefault(step, 0L) / 1e9;
    }

    /// How many it went through; 0 for a step that counts nothing.
    public long done(Step step) {
        return done.getOrDefault(step, 0L);
    }

    /// E.g. `100,000 in 9.8 s, 10,204 a second`.
    public String text(Step step) {
        double seconds = seconds(step);
        return String.format(
                Locale.ROOT,
                "%,d in %.1f s, %,.0f a second",
                done(step),
                seconds,
                done(step) / Math.max(seconds, 0.001));
    }
}
