package kmmotos.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/// The headers that tell a browser what a page of this server may do: nothing it does not need.
final class SecurityHeaders {

    private static final List<Header> HEADERS =
            List.of(
                    header("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
                    header(
                            "Content-Security-Policy",
                            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                                    + " data:; object-src 'none'; base-uri 'none'; form-action"
                                    + " 'self'; frame-ancestors 'none'"),
                    header("X-Content-Type-Options", "nosniff"),
                    header("Referrer-Policy", "no-referrer"),
                    header(
                            "Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(), payment=()"));

    private SecurityHeaders() {}

    static void add(RoutingResponse response) {
        HEADERS.forEach(response::header);
    }

    private static Header header(String name, String value) {
        return HeaderValues.createCached(HeaderNames.create(name), value);
    }
}
