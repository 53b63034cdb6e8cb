package kmmotos.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A machine's own clock: true time, and how wrong it is by now.
public final class VirtualClock extends Clock {

    private final Agenda agenda;
    private Duration offset = Duration.ZERO;
    private double drift;

    public VirtualClock(Agenda agenda) {
        this.agenda = agenda;
    }

    /// Somebody set the clock, or its battery died.
    public void jump(Duration by) {
        offset = offset.plus(by);
    }

    /// @param perSecond seconds gained (or, below 0, lost) in a second
    public void drift(double perSecond) {
        drift = perSecond;
    }

    public void beRight() {
        offset = Duration.ZERO;
        drift = 0;
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(Agenda.BEGIN, agenda.now());
        long drifted = (long) (passed.toMillis() * drift);
        return agenda.now().plus(offset).plusMillis(drifted);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("machines keep UTC");
    }
}
