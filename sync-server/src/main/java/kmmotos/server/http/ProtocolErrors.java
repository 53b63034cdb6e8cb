package kmmotos.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// What the web server answers by itself, before any route: a request that is no HTTP, a header
/// that is too long. These are problems like all others.
public final class ProtocolErrors implements DirectHandler {

    public static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new ProtocolErrors());
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
                .entity(Answers.bytes(problem))
                .build();
    }
}
