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
        answer(request, response, signIn.signIn(kind, login.login(), login.password()));
    }

    private void refresh(ServerRequest request, ServerResponse response) {
        Refresh refresh = Body.json(request, Refresh.class, MAX_BODY);
        answer(request, response, signIn.refresh(refresh.refreshToken()));
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        signIn.signOut(Body.json(request, Refresh.class, MAX_BODY).refreshToken());
        Answers.noContent(response);
    }

    /// Tells the caller how the attempt went, and how many more may fail.
    public static void answer(
            ServerRequest request, ServerResponse response, SignIn.Attempt attempt) {
        SignIn.Allowance left = attempt.left();
        new Allowance("sign-in", left.quota(), left.window(), left.remaining(), left.resets())
                .tell(response);
        answer(request, response, attempt.outcome());
    }

    private static void answer(ServerRequest request, ServerResponse response, Outcome outcome) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        switch (outcome) {
            case Outcome.SignedIn signedIn -> Answers.ok(request, response, signedIn);
            case Outcome.Refused _ ->
                    throw Problem.of(
                                    401,
                                    "sign_in_refused",
                                    "Name and password do not belong together, or the session"
                                            + " has ended.")
                            .refusal();
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
