package kmmotos.server.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// So many requests of each caller within a window, all at once or spread over it; what was used
/// comes back evenly. One number is kept of a caller: when all of its allowance is there again (the
/// generic cell rate algorithm, ITU-T I.371).
final class RateLimit {

    /// More callers than this are only kept while they have used something.
    static final int MANY = 50_000;

    /// Beyond it the callers are forgotten: nobody is kept out for want of memory.
    private static final int TOO_MANY = 1_000_000;

    private final String name;
    private final int quota;
    private final Duration window;
    private final long perRequest;
    private final ConcurrentMap<String, Long> fullAgain = new ConcurrentHashMap<>();

    /// @param quota at least 1
    RateLimit(String name, int quota, Duration window) {
        this.name = name;
        this.quota = quota;
        this.window = window;
        this.perRequest = window.toNanos() / quota;
    }

    /// What is left after this request.
    ///
    /// @param retryAfter zero if it is let through
    record Taken(Allowance left, Duration retryAfter) {

        boolean refused() {
            return retryAfter.isPositive();
        }
    }

    /// @param now nanoseconds of a clock that only goes forward
    Taken take(String caller, long now) {
        makeRoom(now);
        long[] used = new long[1];
        var _ =
                fullAgain.compute(
                        caller,
                        (_, before) -> {
                            long from = before == null ? now : Math.max(before, now);
                            long to = from + perRequest;
                            used[0] = to - now;
                            return used[0] > window.toNanos() ? from : to;
                        });
        long over = used[0] - window.toNanos();
        long spent = over > 0 ? used[0] - perRequest : used[0];
        return new Taken(
                new Allowance(
                        name,
                        quota,
                        window,
                        (int) ((window.toNanos() - spent) / perRequest),
                        Duration.ofNanos(spent)),
                Duration.ofNanos(Math.max(0, over)));
    }

    int callers() {
        return fullAgain.size();
    }

    private void makeRoom(long now) {
        if (fullAgain.size() >= MANY) {
            fullAgain.values().removeIf(full -> full <= now);
            if (fullAgain.size() >= TOO_MANY) {
                fullAgain.clear();
            }
        }
    }
}
