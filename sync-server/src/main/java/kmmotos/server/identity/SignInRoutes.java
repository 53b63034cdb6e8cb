package kmmotos.server.identity;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import kmmotos.server.http.Allowance;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.SignIn.Outcome;

/// Tokens of customers (below the shop's prefix) and of staff (below head office's).
///
/// Shapes: `{"login", "password"}` in, `{"access_token", "expires_in_seconds", "refresh_token"}`
/// out. Errors: 401 `sign_in_refused`, 429 `too_many_attempts` with `Retry-After`.
public final class SignInRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final int MAX_AGENT = 120;
    private static final Problem REFUSED =
            Problem.of(
                    401,
                    "sign_in_refused",
                    "Name and password do not belong together, or the session has ended.");

    private final SignIn signIn;
    private final Account.Kind kind;

    public SignInRoutes(SignIn signIn, Account.Kind kind) {
        this.signIn = signIn;
        this.kind = kind;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/tokens", this::signIn)
                .post("/tokens/refresh", this::refresh)
                .post("/tokens/revoke", this::signOut);
    }

    record Login(String login, String password) {}

    record Refresh(String refreshToken) {}

    private void signIn(ServerRequest request, ServerResponse response) {
        Login login = Body.json(request, Login.class, MAX_BODY);
        answer(
                request,
                response,
                signIn.signIn(kind, login.login(), login.password(), userAgent(request)));
    }

    private void refresh(ServerRequest request, ServerResponse response) {
        Refresh refresh = Body.json(request, Refresh.class, MAX_BODY);
        answer(request, response, signIn.refresh(refresh.refreshToken()), REFUSED);
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        signIn.signOut(Body.json(request, Refresh.class, MAX_BODY).refreshToken());
        Answers.noContent(response);
    }

    /// What the caller's program calls itself, its beginning only, without control characters.
    public static String userAgent(ServerRequest request) {
        String told = request.headers().first(HeaderNames.USER_AGENT).orElse("");
        return told.substring(0, Math.min(told.length(), MAX_AGENT)).replaceAll("\\p{Cntrl}", "");
    }

    /// Tells the caller how the attempt went, and how many more may fail.
    public static void answer(
            ServerRequest request, ServerResponse response, SignIn.Attempt attempt) {
        answer(request, response, attempt, REFUSED);
    }

    /// As above, with what a refusal says.
    public static void answer(
            ServerRequest request,
            ServerResponse response,
            SignIn.Attempt attempt,
            Problem refused) {
        SignIn.Allowance left = attempt.left();
        new Allowance("sign-in", left.quota(), left.window(), left.remaining(), left.resets())
                .tell(response);
        answer(request, response, attempt.outcome(), refused);
    }

    private static void answer(
            ServerRequest request, ServerResponse response, Outcome outcome, Problem refused) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        switch (outcome) {
            case Outcome.SignedIn signedIn -> Answers.ok(request, response, signedIn);
            case Outcome.Refused _ -> throw refused.refusal();
            case Outcome.TooManyAttempts(Duration retryAfter) -> {
                int wait = Allowance.seconds(retryAfter);
                response.header(HeaderNames.RETRY_AFTER, Integer.toString(wait));
                throw Problem.of(
                                429,
                                "too_many_attempts",
                                "Too many attempts failed. Please wait " + wait + " seconds.")
                        .with("retry_after_seconds", wait)
                        .refusal();
            }
        }
    }
}
