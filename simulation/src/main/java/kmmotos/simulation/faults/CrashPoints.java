package kmmotos.simulation.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The places at which one machine can stop: before and after everything that another machine or a
/// later start could see of it.
public final class CrashPoints {

    private final Map<String, Long> reached = new HashMap<>();
    private final Set<Long> planned = new HashSet<>();
    private long count;
    private long crashAt = Long.MAX_VALUE;
    private boolean isDown;

    /// Stops the machine when it reaches as many further points.
    public void crashAfter(long points) {
        crashAt = count + points;
    }

    /// Stops the machine at these points, counted from the first one it ever reaches.
    public void crashAt(List<Long> points) {
        planned.addAll(points);
    }

    /// Called by the machine's disk, tables and network; ends the program if its time has come.
    public void reached(String point) {
        if (isDown) {
            throw new Crash(this, point);
        }
        count++;
        reached.merge(point, 1L, Long::sum);
        if (planned.remove(count) || count >= crashAt) {
            isDown = true;
            throw new Crash(this, point);
        }
    }

    /// Whether the program was stopped; what its last breath still tries reaches nothing.
    public boolean isDown() {
        return isDown;
    }

    public void goDown() {
        isDown = true;
    }

    public void comeUp() {
        isDown = false;
        crashAt = Long.MAX_VALUE;
    }

    /// How many points were reached so far.
    public long count() {
        return count;
    }

    public SortedMap<String, Long> byPoint() {
        return new TreeMap<>(reached);
    }
}
