package kmmotos.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import kmmotos.model.sync.Json;

/// A caller of a server under test. Immutable: `with` and `bearer` make another caller.
public final class TestClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String server;
    private final Map<String, String> headers;
    private final boolean careful;

    public TestClient(String server) {
        this(server, Map.of(), true);
    }

    private TestClient(String server, Map<String, String> headers, boolean careful) {
        this.server = server;
        this.headers = headers;
        this.careful = careful;
    }

    /// The same caller, whose requests need not be as the OpenAPI file says.
    public TestClient careless() {
        return new TestClient(server, headers, false);
    }

    /// What the server answered.
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, HttpResponse<byte[]> response, byte[] content) {

        public String text() {
            return new String(content, java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return as(JsonNode.class);
        }

        public <T> T as(Class<T> type) {
            try {
                return Json.MAPPER.readValue(content, type);
            } catch (IOException e) {
                throw new UncheckedIOException(status + " " + text(), e);
            }
        }

        /// The problem's code.
        public String code() {
            return json().path("code").asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public TestClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestClient(server, more, careful);
    }

    public TestClient bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /// A header that this caller sends; empty when it does not.
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public Reply get(String path) {
        return send("GET", path, new byte[0]);
    }

    public Reply delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    public Reply post(String path, Object json) {
        return send("POST", path, bytes(json));
    }

    public Reply put(String path, Object json) {
        return send("PUT", path, bytes(json));
    }

    public Reply patch(String path, Object json) {
        return send("PATCH", path, bytes(json));
    }

    public Reply send(String method, String path, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(Duration.ofMinutes(1))
                        .method(
                                method,
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Reply reply = new Reply(response.statusCode(), response, unpacked(response));
            ApiContract.check(
                    new ApiContract.Exchange(
                            method,
                            path,
                            careful ? body : new byte[0],
                            reply.status(),
                            reply.header("Content-Type"),
                            reply.content()));
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        if (!packed) {
            return response.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readAllBytes();
        }
    }

    /// A text is sent as it is, anything else as its JSON.
    private static byte[] bytes(Object json) {
        try {
            return json instanceof String text
                    ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                    : Json.MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
