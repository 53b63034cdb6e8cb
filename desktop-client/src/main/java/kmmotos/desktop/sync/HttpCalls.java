package kmmotos.desktop.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import kmmotos.model.sync.Json;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Sends a request and sorts what came back into a [Reply].
final class HttpCalls {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final int MAX_RETRY_AFTER_SECONDS = 3_600;

    private final OkHttpClient client;
    private volatile boolean isClosed;

    /// @param answerTime the longest a whole answer may take
    HttpCalls(Duration answerTime) {
        client =
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .readTimeout(answerTime)
                        .writeTimeout(answerTime)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .build();
    }

    /// Reads the body of an answer that is no refusal.
    interface BodyReader<T> {
        T read(Response response) throws IOException;
    }

    <T> Reply<T> send(Request request, BodyReader<T> reader) {
        Call call = client.newCall(request);
        if (isClosed) {
            return new Reply.Unreachable<>("closed");
        }
        try (Response response = call.execute()) {
            return sort(response, reader);
        } catch (InvalidTypeIdException e) {
            return new Reply.TooNew<>(e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return new Reply.NotOurServer<>("its answer is no JSON of ours");
        } catch (IOException e) {
            return new Reply.Unreachable<>(reason(e));
        }
    }

    /// What people are told: the message, or the exception's name if it has none.
    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    private static <T> Reply<T> sort(Response response, BodyReader<T> reader) throws IOException {
        int status = response.code();
        if (response.isSuccessful() || isUploadAnswer(response)) {
            return new Reply.Answered<>(reader.read(response));
        }
        if (status == 429 || status == 503) {
            return new Reply.Busy<>(retryAfter(response));
        }
        return problem(response)
                .map(problem -> Problem.<T>refusal(status, problem))
                .orElseGet(() ->
                        status >= 500
                                ? new Reply.Unreachable<>("HTTP " + status)
                                : new Reply.NotOurServer<>("HTTP " + status));
    }

    /// A gap or a fork is an answer too, with its status 409.
    private static boolean isUploadAnswer(Response response) {
        return response.code() == 409 && !isProblem(response);
    }

    private static boolean isProblem(Response response) {
        return header(response, "Content-Type").contains("problem+json");
    }

    private static String header(Response response, String name) {
        return Optional.ofNullable(response.header(name)).orElse("");
    }

    private static Duration retryAfter(Response response) {
        try {
            int seconds = Integer.parseInt(header(response, "Retry-After").strip());
            return Duration.ofSeconds(Math.clamp(seconds, 1, MAX_RETRY_AFTER_SECONDS));
        } catch (NumberFormatException _) {
            return BUSY;
        }
    }

    private static Optional<JsonNode> problem(Response response) throws IOException {
        return isProblem(response)
                ? Optional.of(Json.MAPPER.readTree(response.body().bytes()))
                : Optional.empty();
    }

    /// Ends what is under way and begins nothing more: a till that closes waits for no long poll.
    void close() {
        isClosed = true;
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /// An RFC 9457 problem as a refusal; the server's time comes with `clock_skew`.
    private static final class Problem {
        private static <T> Reply<T> refusal(int status, JsonNode problem) {
            String detail =
                    problem.has("server_time")
                            ? problem.get("server_time").asText()
                            : problem.path("detail").asText("");
            return new Reply.Refused<>(status, problem.path("code").asText("unknown"), detail);
        }
    }
}
