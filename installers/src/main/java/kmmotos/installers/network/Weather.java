package kmmotos.installers.network;

import java.time.Duration;

/// How a [Line] treats what it carries.
///
/// @param delay how long each piece waits
/// @param piece the most bytes that travel at a time
/// @param lost what is sent disappears, and nobody is told: the connection looks alive
/// @param doubled each request reaches the server a second time, on a connection of its own
public record Weather(Duration delay, int piece, boolean lost, boolean doubled) {
    private static final int ALL = 16 * 1024;

    public static final Weather GOOD = new Weather(Duration.ZERO, ALL, false, false);
    public static final Weather SLOW = new Weather(Duration.ofMillis(150), ALL, false, false);
    public static final Weather DRIPPING = new Weather(Duration.ofMillis(2), 16, false, false);
    public static final Weather HALF_OPEN = new Weather(Duration.ZERO, ALL, true, false);
    public static final Weather DOUBLED = new Weather(Duration.ZERO, ALL, false, true);
}
