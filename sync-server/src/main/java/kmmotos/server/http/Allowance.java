package kmmotos.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/// How much a caller may still ask for, as the rate limit headers tell it
/// (draft-ietf-httpapi-ratelimit-headers-11).
///
/// @param policy the limit's name
/// @param quota how many there are within the window
/// @param resets when all of them are there again
public record Allowance(String policy, int quota, Duration window, int remaining, Duration resets) {

    private static final HeaderName RATE_LIMIT_POLICY = HeaderNames.create("RateLimit-Policy");
    private static final HeaderName RATE_LIMIT = HeaderNames.create("RateLimit");

    public void tell(ServerResponse response) {
        response.header(
                RATE_LIMIT_POLICY, "\"" + policy + "\";q=" + quota + ";w=" + window.toSeconds());
        response.header(RATE_LIMIT, "\"" + policy + "\";r=" + remaining + ";t=" + seconds(resets));
    }

    /// Rounded up: whoever waits so long is not refused again.
    public static int seconds(Duration duration) {
        return (int) Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
