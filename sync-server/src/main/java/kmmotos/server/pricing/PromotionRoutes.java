package kmmotos.server.pricing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.UUID;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Promotions, as head office keeps them (ADMINISTER_PRICES).
///
/// `GET /promotions` -> a page, those that have not ended first; `GET /promotions/{promotion}`;
/// `PUT /promotions/{promotion}` with the model's promotion makes or changes one; `POST
/// /promotions/{promotion}/end` -> 204. Errors: 400 `wrong_id`, 404, 422 `too_many_promotions`.
public final class PromotionRoutes implements HttpService {

    private static final int MAX_BODY = 262_144;

    private final Database database;
    private final Clock clock;
    private final PromotionStore promotions = new PromotionStore();

    public PromotionRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/promotions", this::list)
                .get("/promotions/{promotion}", this::find)
                .put("/promotions/{promotion}", this::save)
                .post("/promotions/{promotion}/end", this::end);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Page.Wanted wanted = Page.Wanted.from(request, 3);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> promotions.page(session, wanted)));
    }

    private void find(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        UUID promotionId = Paths.uuid(request, "promotion");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> promotions.find(session, promotionId))
                        .orElseThrow(PromotionRoutes::unknown));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Promotion promotion = Body.json(request, Promotion.class, MAX_BODY);
        if (!promotion.promotionId().equals(Paths.uuid(request, "promotion"))) {
            throw Problem.badRequest("wrong_id", "Path and body name different things.").refusal();
        }
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller,
                        session -> {
                            int others = promotions.othersActive(session, promotion.promotionId());
                            if (promotion.active() && others >= PromotionStore.MAX_ACTIVE) {
                                throw tooMany();
                            }
                            promotions.save(session, promotion, caller.staffId(), clock.instant());
                            return promotions.find(session, promotion.promotionId()).orElseThrow();
                        }));
    }

    private void end(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        UUID promotionId = Paths.uuid(request, "promotion");
        database.execute(
                caller,
                session -> {
                    Promotion promotion =
                            promotions
                                    .find(session, promotionId)
                                    .orElseThrow(PromotionRoutes::unknown)
                                    .promotion();
                    if (promotion.active()) {
                        promotions.save(
                                session, promotion.ended(), caller.staffId(), clock.instant());
                    }
                });
        Answers.noContent(response);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("No such promotion.").refusal();
    }

    private static RuntimeException tooMany() {
        return Problem.of(
                        422,
                        "too_many_promotions",
                        "Not more than %d promotions at once: end one first."
                                .formatted(PromotionStore.MAX_ACTIVE))
                .with("max", PromotionStore.MAX_ACTIVE)
                .refusal();
    }
}
