package kmmotos.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.staff.Permission;
import kmmotos.server.storage.Caller;

/// Finds out who calls: the bearer token's account, or a visitor. Handlers ask here for the caller
/// they need. (A till signs its request instead; the sync routes check that.)
public final class Authentication implements Filter {

    private static final String BEARER = "Bearer ";

    private final Function<String, Optional<Caller>> tokens;

    /// @param tokens answers whose access token this is, if it is valid now
    public Authentication(Function<String, Optional<Caller>> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<String> header =
                request.headers()
                        .first(HeaderNames.AUTHORIZATION)
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()));
        if (header.isPresent()) {
            String token = header.get().substring(BEARER.length()).strip();
            Caller caller =
                    tokens.apply(token)
                            .orElseThrow(() ->
                                    unauthorized("invalid_token", "Please sign in again.")
                                            .refusal());
            request.context().register(caller);
        }
        chain.proceed();
    }

    /// Whoever calls, signed in or not.
    public static Caller caller(ServerRequest request) {
        return request.context().get(Caller.class).orElseGet(Caller.Visitor::new);
    }

    /// The member of staff who calls and may do this; 401 or 403 otherwise.
    public static Caller.Staff staff(ServerRequest request, Permission permission) {
        Caller caller = caller(request);
        if (caller instanceof Caller.Visitor) {
            throw unauthorized("sign_in_required", "Please sign in.").refusal();
        }
        if (caller instanceof Caller.Staff staff && staff.may(permission)) {
            return staff;
        }
        throw Problem.of(403, "not_permitted", "This needs the permission " + permission + ".")
                .refusal();
    }

    /// The customer who calls; 401 or 403 otherwise.
    public static Caller.Customer customer(ServerRequest request) {
        return switch (caller(request)) {
            case Caller.Customer customer -> customer;
            case Caller.Visitor _ ->
                    throw unauthorized("sign_in_required", "Please sign in.").refusal();
            case Caller.Staff _, Caller.Device _, Caller.Devices _, Caller.Server _ ->
                    throw Problem.of(403, "not_permitted", "This is for customers.").refusal();
        };
    }

    private static Problem unauthorized(String code, String detail) {
        return Problem.of(401, code, detail);
    }
}
