package kmmotos.server.reviews;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.reviews.Review.State;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Head office decides which reviews others see, and may say something to them.
///
/// `GET /reviews?state=waiting` -> a page of [Review], the oldest first; `POST
/// /reviews/{review}/decision {"show","reply"?}` -> 200 [Review]. Errors: 400 `invalid_query`, 404
/// `not_found`, 422 `invalid_review`.
public final class ReviewAdminRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final int MAX_REPLY = 2_000;

    private final Database database;
    private final Clock clock;
    private final ReviewStore reviews;

    public ReviewAdminRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.reviews = new ReviewStore(language);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/reviews", this::list).post("/reviews/{review}/decision", this::decide);
    }

    record Decision(boolean show, Optional<String> reply) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        State state = state(request.query().first("state").orElse(State.WAITING.word()));
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> reviews.in(session, state, wanted)));
    }

    private static State state(String word) {
        try {
            return State.parse(word);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("invalid_query", "state is waiting, shown or refused.")
                    .refusal();
        }
    }

    private void decide(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.IMPORT_CATALOGUE);
        UUID reviewId = Paths.uuid(request, "review");
        Decision decision = Body.json(request, Decision.class, MAX_BODY);
        if (decision.reply().filter(text -> text.length() > MAX_REPLY).isPresent()) {
            throw Problem.of(422, "invalid_review", "Something is missing or not correct.")
                    .at("/reply", "too_long", "at most 2,000 characters")
                    .refusal();
        }
        Review review =
                database.inTransaction(
                                caller,
                                session -> {
                                    boolean found =
                                            reviews.decide(
                                                    session,
                                                    reviewId,
                                                    decision.show() ? State.SHOWN : State.REFUSED,
                                                    decision.reply().map(String::strip),
                                                    caller.staffId(),
                                                    clock.instant());
                                    return found
                                            ? reviews.find(session, reviewId)
                                            : Optional.<Review>empty();
                                })
                        .orElseThrow(() -> Problem.notFound("No such review.").refusal());
        Answers.ok(request, response, review);
    }
}
