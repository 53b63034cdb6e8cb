package kmmotos.server.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/// The trace that a request belongs to (W3C Trace Context): taken from the caller or begun here, in
/// every log line and every problem.
final class Trace {

    private static final String KEY = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    private Trace() {}

    static String begin(Optional<String> traceparent) {
        String id =
                traceparent
                        .map(String::strip)
                        .map(TRACEPARENT::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                        .filter(given -> !given.equals(NO_TRACE))
                        .orElseGet(Trace::random);
        MDC.put(KEY, id);
        return id;
    }

    static String id() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    static void end() {
        MDC.remove(KEY);
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }
}
