package kmmotos.server.identity;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;
import kmmotos.server.http.Allowance;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.SignIn.Outcome;

/// Tokens of customers (below the shop's prefix) and of staff (below head office's).
///
/// Shapes: `{"login", "password", "code"?}` in, `{"access_token", "expires_in_seconds",
/// "refresh_token"}` out. Errors: 401 `sign_in_refused`, `code_needed`, `code_refused`; 429
/// `too_many_attempts` with `Retry-After`.
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

    /// @param code of the authenticator app, for those who have set one up
    record Login(String login, String password, Optional<String> code) {}

    record Refresh(String refreshToken) {}

    private void signIn(ServerRequest request, ServerResponse response) {
        Login login = Body.json(request, Login.class, MAX_BODY);
        answer(
                request,
                response,
                signIn.signIn(
                        kind,
                        login.login(),
                        new SignIn.Shown(login.password(), login.code()),
                        userAgent(request)));
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
        tell(response, attempt.left());
        answer(request, response, attempt.outcome(), refused);
    }

    /// Goes on if the caller proved who they are; tells them how many attempts more may fail.
    public static void require(ServerResponse response, SignIn.Attempt attempt, Problem refused) {
        tell(response, attempt.left());
        refuseBad(response, attempt.outcome(), refused);
    }

    private static void tell(ServerResponse response, SignIn.Allowance left) {
        new Allowance("sign-in", left.quota(), left.window(), left.remaining(), left.resets())
                .tell(response);
    }

    private static void answer(
            ServerRequest request, ServerResponse response, Outcome outcome, Problem refused) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        refuseBad(response, outcome, refused);
        Answers.ok(request, response, outcome);
    }

    private static void refuseBad(ServerResponse response, Outcome outcome, Problem refused) {
        switch (outcome) {
            case Outcome.SignedIn _, Outcome.Proved _ -> {}
            case Outcome.Refused _ -> throw refused.refusal();
            case Outcome.CodeNeeded _ ->
                    throw Problem.of(
                                    refused.status(),
                                    "code_needed",
                                    "Please type the code of your authenticator app, too.")
                            .refusal();
            case Outcome.CodeRefused _ ->
                    throw Problem.of(
                                    refused.status(),
                                    "code_refused",
                                    "This code is not the right one, or was used. Please wait for"
                                            + " the next one.")
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
