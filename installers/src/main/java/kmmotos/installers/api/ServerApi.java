package kmmotos.installers.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.sync.Json;

/// A caller of the HTTP API: JSON in, JSON out. Each write carries a fresh Idempotency-Key.
public final class ServerApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http;
    private final String url;
    private final Map<String, String> headers;

    private ServerApi(HttpClient http, String url, Map<String, String> headers) {
        this.http = http;
        this.url = url;
        this.headers = Map.copyOf(headers);
    }

    public static ServerApi at(String url) {
        return new ServerApi(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build(),
                url,
                Map.of());
    }

    /// The same server with somebody's token; `prefix` is `/api/admin/v1` or `/api/shop/v1`.
    public ServerApi signedIn(String prefix, String login, String password) {
        JsonNode answer = post(prefix + "/tokens", Map.of("login", login, "password", password));
        return withToken(answer.path("access_token").asText());
    }

    public ServerApi withToken(String bearer) {
        return with("Authorization", "Bearer " + bearer);
    }

    /// The same caller with one more header on each request.
    public ServerApi with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ServerApi(http, url, more);
    }

    public String url() {
        return url;
    }

    public JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    public JsonNode patch(String path, Object body) {
        return send("PATCH", path, json(body), "application/json");
    }

    /// Sends a file as it is.
    public JsonNode upload(String path, Path file) {
        try {
            return send("POST", path, BodyPublishers.ofFile(file), "text/csv");
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode send(String method, String path, BodyPublisher body, String type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(method, body);
        headers.forEach(request::header);
        HttpResponse<String> response = exchange(request.build());
        JsonNode answer = parse(response.body());
        if (response.statusCode() >= 300) {
            throw new ServerRefused(method + " " + path, response.statusCode(), answer);
        }
        return answer;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerUnreachable(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode parse(String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The server's answer is no JSON: " + body, e);
        }
    }
}
