package kmmotos.server.reviews;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import kmmotos.server.customers.CustomerStore;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Cached;
import kmmotos.server.http.Languages;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.hibernate.StatelessSession;

/// Reviews of products, by customers who bought them.
///
/// `GET /products/{product}/reviews` -> `{"rating", "items", "next_cursor", "has_more"}`, the
/// newest first. `PUT /products/{product}/reviews/mine {"rating","title","text"}` -> 200 [Review],
/// which waits for head office; `GET` and `DELETE` the same. `PUT` and `DELETE
/// /reviews/{review}/vote` -> 204. Errors: 403 `not_bought`, `own_review`; 404 `not_found`; 422
/// `invalid_review`.
public final class ReviewRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final int MAX_TITLE = 120;
    private static final int MAX_TEXT = 4_000;
    private static final int BEST = 5;

    private final Database database;
    private final Clock clock;
    private final Locale language;
    private final ReviewStore reviews;
    private final CustomerStore customers = new CustomerStore();

    public ReviewRoutes(Database database, Clock clock, Locale language) {
        this.database = database;
        this.clock = clock;
        this.language = language;
        this.reviews = new ReviewStore(language);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/products/{product}/reviews", this::list)
                .get("/products/{product}/reviews/mine", this::mine)
                .put("/products/{product}/reviews/mine", this::write)
                .delete("/products/{product}/reviews/mine", this::remove)
                .put("/reviews/{review}/vote", this::vote)
                .delete("/reviews/{review}/vote", this::takeBackVote);
    }

    /// A page of reviews with what all of them come to.
    record Rated(
            Rating rating,
            java.util.List<Review> items,
            java.util.Optional<String> nextCursor,
            boolean hasMore) {}

    record Given(int rating, String title, String text) {

        ReviewStore.Written checked() {
            Problem problem =
                    Problem.of(422, "invalid_review", "Something is missing or not correct.");
            if (rating < 1 || rating > BEST) {
                problem = problem.at("/rating", "invalid_rating", "1 to 5 stars");
            }
            if (title.isBlank() || title.length() > MAX_TITLE || hasControls(title, false)) {
                problem = problem.at("/title", "invalid_text", "1 to 120 characters");
            }
            if (text.isBlank() || text.length() > MAX_TEXT || hasControls(text, true)) {
                problem = problem.at("/text", "too_long", "1 to 4,000 characters");
            }
            if (!problem.errors().isEmpty()) {
                throw problem.refusal();
            }
            return new ReviewStore.Written(rating, title.strip(), text.strip());
        }

        private static boolean hasControls(String text, boolean linesAllowed) {
            return text.chars().anyMatch(c -> c < ' ' && !(linesAllowed && c == '\n'));
        }
    }

    private void list(ServerRequest request, ServerResponse response) {
        UUID productId = Paths.uuid(request, "product");
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Rated rated =
                database.inTransaction(
                        new Caller.Visitor(),
                        session -> {
                            if (!reviews.isProduct(session, productId)) {
                                throw Problem.notFound("No such product.").refusal();
                            }
                            Page<Review> page = reviews.shown(session, productId, wanted);
                            return new Rated(
                                    reviews.rating(session, productId),
                                    page.items(),
                                    page.nextCursor(),
                                    page.hasMore());
                        });
        Cached.ok(request, response, Languages.from(request, language), rated);
    }

    private void mine(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID productId = Paths.uuid(request, "product");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> own(session, productId, caller)));
    }

    private Review own(StatelessSession session, UUID productId, Caller.Customer caller) {
        return reviews.own(session, productId, caller.customerId())
                .orElseThrow(() -> Problem.notFound("You have not reviewed this.").refusal());
    }

    private void write(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID productId = Paths.uuid(request, "product");
        ReviewStore.Written written = Body.json(request, Given.class, MAX_BODY).checked();
        // Whose sales have what is the server's to read.
        boolean bought =
                database.inTransaction(
                        new Caller.Server("reviews"),
                        session -> reviews.hasBought(session, productId, caller.customerId()));
        if (!bought) {
            throw Problem.of(
                            403,
                            "not_bought",
                            "Only those who bought it with their account can review it.")
                    .refusal();
        }
        Review review =
                database.inTransaction(
                        caller,
                        session -> {
                            String author =
                                    Review.author(
                                            customers
                                                    .find(session, caller.customerId())
                                                    .orElseThrow(CustomerStore::unknown)
                                                    .name());
                            reviews.write(
                                    session,
                                    productId,
                                    caller.customerId(),
                                    author,
                                    written,
                                    clock.instant());
                            return own(session, productId, caller);
                        });
        Answers.ok(request, response, review);
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID productId = Paths.uuid(request, "product");
        boolean removed =
                database.inTransaction(
                        caller, session -> reviews.remove(session, productId, caller.customerId()));
        if (!removed) {
            throw Problem.notFound("You have not reviewed this.").refusal();
        }
        Answers.noContent(response);
    }

    private void vote(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID reviewId = Paths.uuid(request, "review");
        database.execute(
                caller,
                session -> {
                    Review review =
                            reviews.find(session, reviewId)
                                    .filter(found -> found.state() == Review.State.SHOWN)
                                    .orElseThrow(
                                            () -> Problem.notFound("No such review.").refusal());
                    if (reviews.own(session, review.productId(), caller.customerId())
                            .filter(own -> own.reviewId().equals(reviewId))
                            .isPresent()) {
                        throw Problem.of(403, "own_review", "This review is your own.").refusal();
                    }
                    reviews.vote(session, reviewId, caller.customerId());
                });
        Answers.noContent(response);
    }

    private void takeBackVote(ServerRequest request, ServerResponse response) {
        Caller.Customer caller = Authentication.customer(request);
        UUID reviewId = Paths.uuid(request, "review");
        database.execute(
                caller, session -> reviews.takeBackVote(session, reviewId, caller.customerId()));
        Answers.noContent(response);
    }
}
