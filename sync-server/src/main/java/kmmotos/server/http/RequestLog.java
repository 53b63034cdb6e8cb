package kmmotos.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Around every request: its trace, one line in the access log, its duration in the metrics and the
/// security headers of the answer.
public final class RequestLog implements Filter {

    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    static final HeaderName TRACE_ID = HeaderNames.create("X-Trace-Id");

    private static final List<String> AREAS =
            List.of(
                    "/api/shop",
                    "/api/store",
                    "/api/admin",
                    "/sync",
                    "/health",
                    "/metrics",
                    "/docs",
                    "/openapi");
    private static final int FAILED = 500;

    private final MeterRegistry meters;

    public RequestLog(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long begin = System.nanoTime();
        String trace = Trace.begin(request.headers().first(TRACEPARENT));
        response.header(TRACE_ID, trace);
        SecurityHeaders.add(response);
        // Whatever leaves here as an exception is answered outside, if at all.
        int status = FAILED;
        try {
            chain.proceed();
            status = response.status().code();
        } finally {
            HttpPrologue asked = request.prologue();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            tell(asked.method().text(), asked.uriPath().rawPath(), status, took);
            Trace.end();
        }
    }

    /// One line in the access log and one count in the metrics.
    void tell(String method, String path, int status, Duration took) {
        Timer.builder("km.http.requests")
                .tag("method", method)
                .tag("area", area(path))
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram(false)
                .register(meters)
                .record(took);
        ACCESS.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("millis", took.toMillis())
                .log("{} {} {}", method, path, status);
    }

    /// The first two steps of the path: few enough to be a metric's label.
    private static String area(String path) {
        for (String known : AREAS) {
            if (path.startsWith(known)) {
                return known;
            }
        }
        return "other";
    }
}
