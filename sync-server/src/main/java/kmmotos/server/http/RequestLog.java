package kmmotos.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Around every request: its trace, one line in the access log, its duration in the metrics and the
/// security headers of the answer.
public final class RequestLog implements Filter {

    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    static final HeaderName TRACE_ID = HeaderNames.create("X-Trace-Id");

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
        try {
            chain.proceed();
        } finally {
            tell(request, response, Duration.ofNanos(System.nanoTime() - begin));
            Trace.end();
        }
    }

    private void tell(RoutingRequest request, RoutingResponse response, Duration took) {
        int status = response.status().code();
        String method = request.prologue().method().text();
        String path = request.path().rawPath();
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
        for (String known : Areas.KNOWN) {
            if (path.startsWith(known)) {
                return known;
            }
        }
        return "other";
    }

    private static final class Areas {
        static final java.util.List<String> KNOWN =
                java.util.List.of(
                        "/api/shop",
                        "/api/store",
                        "/api/admin",
                        "/api/identity",
                        "/sync",
                        "/health",
                        "/metrics",
                        "/docs",
                        "/openapi");
    }
}
