package kmmotos.server.orders;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Hashes;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Whose cart or order it is: a customer who signed in, or a guest who shows the token that the
/// cart was made with. The database sees only the token's hash, and lets nobody else at the rows.
///
/// @param token empty for a customer
record Holder(Caller caller, String token) {

    private static final HeaderName TOKEN = HeaderNames.create("Cart-Token");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;
    private static final int MAX_TOKEN_LENGTH = 64;

    static Holder from(ServerRequest request) {
        Caller caller = Authentication.caller(request);
        String token = request.headers().first(TOKEN).map(String::strip).orElse("");
        if (token.isEmpty() && caller instanceof Caller.Visitor) {
            throw Problem.of(
                            401,
                            "cart_token_required",
                            "A guest shows the Cart-Token header that the cart was made with.")
                    .refusal();
        }
        if (token.length() > MAX_TOKEN_LENGTH || token.indexOf('\0') >= 0) {
            throw Problem.badRequest("invalid_cart_token", "This is no Cart-Token.").refusal();
        }
        return new Holder(caller, token);
    }

    /// For a new cart: a guest is given a token. Staff have none.
    static Holder fresh(ServerRequest request) {
        Caller caller = Authentication.caller(request);
        if (!(caller instanceof Caller.Visitor)) {
            return new Holder(Authentication.customer(request), "");
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return new Holder(caller, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /// Shows the token to the database for this transaction.
    void show(StatelessSession session) {
        if (!token.isEmpty()) {
            Sql.first(session, "select set_config('km.token', ?, true)", _ -> true, token);
        }
    }

    Optional<UUID> customerId() {
        return caller instanceof Caller.Customer(UUID customerId)
                ? Optional.of(customerId)
                : Optional.empty();
    }

    byte @org.jspecify.annotations.Nullable [] tokenHash() {
        return token.isEmpty() ? null : Hashes.sha256(token);
    }

    /// What tells guests apart, who all are visitors to the rest of the server.
    String scope() {
        return token.isEmpty() ? "" : HexFormat.of().formatHex(Hashes.sha256(token), 0, 8);
    }
}
