package kmmotos.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.sync.Json;

/// Writes answers: JSON, packed where the caller takes gzip and it pays, and problems.
public final class Answers {

    private static final int WORTH_PACKING_BYTES = 1_024;

    private Answers() {}

    public static void ok(ServerRequest request, ServerResponse response, Object value) {
        json(request, response, 200, value);
    }

    public static void created(ServerRequest request, ServerResponse response, Object value) {
        json(request, response, 201, value);
    }

    public static void noContent(ServerResponse response) {
        response.status(Status.NO_CONTENT_204).send();
    }

    /// What was asked for is seen to later.
    public static void accepted(ServerResponse response) {
        response.status(Status.ACCEPTED_202).send();
    }

    public static void json(
            ServerRequest request, ServerResponse response, int status, Object value) {
        send(request, response, status, "application/json", bytes(value));
    }

    /// Answers with a problem that carries this request's trace id.
    static void problem(ServerRequest request, ServerResponse response, Problem problem) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        send(
                request,
                response,
                problem.status(),
                "application/problem+json",
                bytes(problem.traced(Trace.id())));
    }

    /// Sends bytes that are JSON already.
    public static void send(
            ServerRequest request,
            ServerResponse response,
            int status,
            String contentType,
            byte[] content) {
        response.status(Status.create(status));
        response.headers().set(HeaderNames.CONTENT_TYPE, contentType);
        if (content.length >= WORTH_PACKING_BYTES && takesGzip(request)) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            if (!response.headers().contains(HeaderNames.VARY)) {
                response.header(HeaderNames.VARY, "Accept-Encoding");
            }
            response.send(packed(content));
        } else {
            response.send(content);
        }
    }

    static byte[] bytes(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "no JSON for " + value.getClass().getName() + ": " + e.getMessage(), e);
        }
    }

    private static boolean takesGzip(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ACCEPT_ENCODING)
                .map(accepted -> accepted.contains("gzip") && !accepted.contains("gzip;q=0"))
                .orElse(false);
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
