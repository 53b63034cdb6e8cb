package kmmotos.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/// What happens next in the simulated world. Two things at the same moment happen in the order in
/// which they were entered, so a seed decides everything.
public final class Agenda {

    public static final Instant BEGIN = Instant.parse("2027-01-04T06:00:00Z");

    private record Item(Instant at, long order, Runnable what) implements Comparable<Item> {

        @Override
        public int compareTo(Item other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private Instant now = BEGIN;
    private long entered;

    public Instant now() {
        return now;
    }

    public void in(Duration wait, Runnable what) {
        Instant at = wait.isNegative() ? now : now.plus(wait);
        items.add(new Item(at, entered++, what));
    }

    /// Lets everything happen up to this moment.
    public void runUntil(Instant end) {
        while (!items.isEmpty() && !items.peek().at().isAfter(end)) {
            Item next = items.remove();
            now = next.at();
            next.what().run();
        }
        now = end;
    }

    public void clear() {
        items.clear();
    }
}
