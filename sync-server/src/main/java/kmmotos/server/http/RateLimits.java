package kmmotos.server.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import kmmotos.server.storage.Caller;

/// Keeps one caller from asking so much that the others wait: 429 `too_many_requests` with
/// `Retry-After`. A person has one allowance wherever they are, everybody else one for each
/// address; signing in and making accounts have a smaller one of their own. Tills are not limited
/// here: they sign, and their uploads have a room of their own. Each node of the server counts by
/// itself.
public final class RateLimits implements Filter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Pattern ACCOUNTS =
            Pattern.compile(
                    "/api/(shop|admin|store)/v1/(tokens|customers|password-resets|orders/lookups|me/password)(/.*)?");

    private final Optional<RateLimit> requests;
    private final Optional<RateLimit> accounts;
    private final Proxies proxies;
    private final LongSupplier nanos;

    /// What is let through within a minute; 0 is no limit.
    ///
    /// @param requests of a person, or of an address whose people did not sign in
    /// @param accounts attempts of an address to sign in, to register and the like
    /// @param trustedProxies addresses that may say for whom they ask
    public record Settings(int requests, int accounts, List<String> trustedProxies) {

        public Settings {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    public RateLimits(Settings settings, LongSupplier nanos) {
        this.requests = limit("default", settings.requests());
        this.accounts = limit("accounts", settings.accounts());
        this.proxies = new Proxies(settings.trustedProxies());
        this.nanos = nanos;
    }

    private static Optional<RateLimit> limit(String name, int quota) {
        return quota == 0 ? Optional.empty() : Optional.of(new RateLimit(name, quota, WINDOW));
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.prologue().uriPath().path();
        if (path.startsWith("/api/")) {
            String address = proxies.caller(request);
            requests.ifPresent(limit -> take(limit, caller(request, address), response));
            if (isAboutAccounts(request, path)) {
                accounts.ifPresent(limit -> take(limit, address, response));
            }
        }
        chain.proceed();
    }

    private static boolean isAboutAccounts(RoutingRequest request, String path) {
        return request.prologue().method().equals(Method.POST) && ACCOUNTS.matcher(path).matches();
    }

    private void take(RateLimit limit, String caller, RoutingResponse response) {
        RateLimit.Taken taken = limit.take(caller, nanos.getAsLong());
        taken.left().tell(response);
        if (taken.refused()) {
            int wait = Allowance.seconds(taken.retryAfter());
            throw Problem.of(
                            429,
                            "too_many_requests",
                            "Too many requests. Please wait " + wait + " seconds.")
                    .with(Problem.RETRY_AFTER, wait)
                    .refusal();
        }
    }

    private static String caller(RoutingRequest request, String address) {
        return switch (Authentication.caller(request)) {
            case Caller.Customer customer -> "customer " + customer.customerId();
            case Caller.Staff staff -> "staff " + staff.staffId();
            case Caller.Visitor _, Caller.Device _, Caller.Devices _, Caller.Server _ -> address;
        };
    }
}
