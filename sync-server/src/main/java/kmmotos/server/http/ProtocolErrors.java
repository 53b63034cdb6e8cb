package kmmotos.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.time.Duration;
import java.util.Optional;

/// What the web server answers by itself, before any route: a request that is no HTTP, a header
/// that is too long, a body above the limit. These are problems like all others, and in the log.
public final class ProtocolErrors implements DirectHandler {

    private final RequestLog log;

    private ProtocolErrors(RequestLog log) {
        this.log = log;
    }

    public static DirectHandlers handlers(RequestLog log) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new ProtocolErrors(log));
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType eventType,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        String trace = Trace.begin(Optional.empty());
        log.tell(request.method(), withoutQuery(request.path()), status.code(), Duration.ZERO);
        Trace.end();
        Problem problem =
                Problem.of(
                        status.code(),
                        "http_" + status.code(),
                        "The request can't be taken: " + status.reasonPhrase() + ".");
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .keepAlive(eventType.keepAlive())
                .entity(Answers.bytes(problem.traced(trace)))
                .build();
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
