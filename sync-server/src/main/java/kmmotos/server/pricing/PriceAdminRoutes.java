package kmmotos.server.pricing;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.imports.TableFile;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Prices, taxes and coupons, as head office keeps them (ADMINISTER_PRICES).
///
/// `POST /imports/prices?effective_from=&replace=` with a CSV or XLSX file -> a report, and a new
/// price list where something changed; `GET /price-lists?zone=`; `GET /tax-rules`, `PUT
/// /tax-rules/{place}` with the model's rules; `GET /coupons`, `PUT /coupons/{code}` with the
/// model's coupon.
public final class PriceAdminRoutes implements HttpService {

    private static final int MAX_BODY = 65_536;

    private final Database database;
    private final Clock clock;
    private final PriceStore prices = new PriceStore();
    private final PriceImport imports = new PriceImport(prices);
    private final TaxRulesStore taxes = new TaxRulesStore();
    private final CouponStore coupons = new CouponStore();

    public PriceAdminRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/imports/prices", this::take)
                .get("/price-lists", this::lists)
                .get("/tax-rules", this::taxRules)
                .put("/tax-rules/{place}", this::saveTaxRules)
                .get("/coupons", this::listCoupons)
                .put("/coupons/{code}", this::saveCoupon);
    }

    private void take(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Instant now = clock.instant();
        PriceImport.Wanted wanted =
                new PriceImport.Wanted(
                        effectiveFrom(request).orElse(now),
                        request.query().first("replace").map(Boolean::parseBoolean).orElse(false));
        byte[] file = Body.read(request, TableFile.MAX_BYTES).content();
        Answers.ok(
                request,
                response,
                database.inTransaction(
                        caller, session -> imports.prices(session, file, wanted, now)));
    }

    private void lists(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        String zone =
                request.query()
                        .first("zone")
                        .filter(text -> text.indexOf(0) < 0)
                        .orElseThrow(() ->
                                Problem.badRequest("invalid_query", "zone is missing.").refusal());
        var items =
                database.inTransaction(
                        caller, session -> prices.list(session, zone, clock.instant()));
        Answers.ok(request, response, Map.of("items", items));
    }

    private void taxRules(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Answers.ok(request, response, Map.of("items", database.inTransaction(caller, taxes::list)));
    }

    private void saveTaxRules(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        TaxRules rules = Body.json(request, TaxRules.class, MAX_BODY);
        refuseOther(rules.place(), request.path().pathParameters().get("place"));
        database.execute(caller, session -> taxes.save(session, rules));
        Answers.ok(request, response, rules);
    }

    private void listCoupons(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> coupons.page(session, wanted)));
    }

    private void saveCoupon(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Coupon coupon = Body.json(request, Coupon.class, MAX_BODY);
        refuseOther(coupon.code(), Coupon.normalized(request.path().pathParameters().get("code")));
        if (SignedCoupon.isCode(coupon.code())) {
            throw Problem.of(422, "reserved_code", "Codes like this one are for signed coupons.")
                    .at("/code", "reserved_code", "another code")
                    .refusal();
        }
        database.execute(caller, session -> coupons.save(session, coupon));
        Answers.ok(request, response, coupon);
    }

    private static Optional<Instant> effectiveFrom(ServerRequest request) {
        try {
            return request.query().first("effective_from").map(Instant::parse);
        } catch (DateTimeException _) {
            throw Problem.badRequest(
                            "invalid_query", "effective_from must be like 2026-11-22T03:00:00Z.")
                    .refusal();
        }
    }

    private static void refuseOther(String inBody, String inPath) {
        if (!inBody.equals(inPath)) {
            throw Problem.badRequest("wrong_id", "Path and body name different things.").refusal();
        }
    }
}
