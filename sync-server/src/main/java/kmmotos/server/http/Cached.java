package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import kmmotos.server.storage.Caller;

/// Answers that may be kept: with an `ETag` over their content, 304 for who has it already, and a
/// `Cache-Control` that keeps what one person is told out of shared caches.
public final class Cached {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration STALE = Duration.ofMinutes(10);

    private Cached() {}

    /// Answers something that is the same for everybody if nobody signed in; else it is private.
    public static void ok(
            ServerRequest request, ServerResponse response, Languages languages, Object value) {
        byte[] content = Answers.bytes(value);
        String tag = tag(content, languages);
        response.header(HeaderNames.ETAG, tag);
        response.header(HeaderNames.CACHE_CONTROL, control(request));
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.chosen().toLanguageTag());
        response.headers().set(HeaderNames.VARY, "Accept-Encoding, Accept-Language, Authorization");
        if (matches(request, tag)) {
            response.status(io.helidon.http.Status.NOT_MODIFIED_304).send();
        } else {
            Answers.send(request, response, 200, "application/json", content);
        }
    }

    private static String control(ServerRequest request) {
        boolean shared = Authentication.caller(request) instanceof Caller.Visitor;
        return shared
                ? "public, max-age="
                        + FRESH.toSeconds()
                        + ", stale-while-revalidate="
                        + STALE.toSeconds()
                : "private, no-cache";
    }

    /// Weak, because the same content may be sent packed or as it is.
    private static String tag(byte[] content, Languages languages) {
        String hash = HexFormat.of().formatHex(Hashes.sha256(content), 0, 12);
        return "W/\"" + hash + "-" + languages.chosen().toLanguageTag() + "\"";
    }

    private static boolean matches(ServerRequest request, String tag) {
        Optional<String> known = request.headers().first(HeaderNames.IF_NONE_MATCH);
        return known.isPresent() && (known.get().equals("*") || known.get().contains(tag));
    }
}
