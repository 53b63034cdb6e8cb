package kmmotos.server.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stores.StoreId;

/// Reads what a path names; what is no such name is answered with 404. And the `store` behind the
/// question mark, 400 `invalid_query` for none.
public final class Paths {

    private Paths() {}

    public static UUID uuid(ServerRequest request, String parameter) {
        return uuid(request.path().pathParameters().get(parameter));
    }

    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("\"" + text + "\" is no id.").refusal();
        }
    }

    /// The `store` of the query, if there is one.
    public static Optional<StoreId> wantedStore(ServerRequest request) {
        try {
            return request.query().first("store").map(StoreId::new);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", String.valueOf(e.getMessage())).refusal();
        }
    }

    public static StoreId store(ServerRequest request, String parameter) {
        String text = request.path().pathParameters().get(parameter);
        try {
            return new StoreId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(String.valueOf(e.getMessage())).refusal();
        }
    }
}
