package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Optional;

/// Lets pages of the configured web sites call the API; browsers keep all others out.
public final class Cors implements Filter {

    private final List<String> origins;

    public Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<String> origin =
                request.headers().first(HeaderNames.ORIGIN).filter(origins::contains);
        if (!origins.isEmpty()) {
            response.header(HeaderNames.VARY, "Origin");
        }
        origin.ifPresent(allowed -> {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
            response.header(
                    HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
                    "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Trace-Id");
        });
        if (isPreflight(request)) {
            answerPreflight(response, origin.isPresent());
        } else {
            chain.proceed();
        }
    }

    private static boolean isPreflight(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void answerPreflight(RoutingResponse response, boolean allowed) {
        if (!allowed) {
            response.status(Status.FORBIDDEN_403).send();
            return;
        }
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE");
        response.header(
                HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                "Authorization, Cart-Token, Content-Type, Accept-Language, If-Match,"
                        + " If-None-Match, Idempotency-Key, traceparent");
        response.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        response.status(Status.NO_CONTENT_204).send();
    }
}
