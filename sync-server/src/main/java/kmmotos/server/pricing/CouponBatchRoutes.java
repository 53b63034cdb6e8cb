package kmmotos.server.pricing;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Note;
import kmmotos.server.http.Page;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.SigningKey;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Signed coupons for one use, as head office issues them (ADMINISTER_PRICES).
///
/// `PUT /coupon-batches/{batch}` with a [CouponBatch] -> 201, the same id again answers what was
/// issued; `GET /coupon-batches` -> a page, the newest first; `GET
/// /coupon-batches/{batch}/coupons[?format=csv]` -> its coupons with what their QR codes hold;
/// `POST /coupon-batches/{batch}/withdraw {"note"}` -> 204; `GET /coupon-keys`, `POST
/// /coupon-keys/{key}/revoke {"note"}` -> 204. Errors: 409 `batch_taken`, 422 `ended`,
/// `note_needed`.
public final class CouponBatchRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final Clock clock;
    private final CouponBatchStore batches;
    private final CouponKeyStore keys = new CouponKeyStore();

    public CouponBatchRoutes(Database database, Clock clock, SigningKey key) {
        this.database = database;
        this.clock = clock;
        this.batches = new CouponBatchStore(key);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.put("/coupon-batches/{batch}", this::issue)
                .get("/coupon-batches", this::list)
                .get("/coupon-batches/{batch}/coupons", this::coupons)
                .post("/coupon-batches/{batch}/withdraw", this::withdraw)
                .get("/coupon-keys", this::keys)
                .post("/coupon-keys/{key}/revoke", this::revoke);
    }

    private void issue(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        UUID batchId = Paths.uuid(request, "batch");
        CouponBatch batch = Body.json(request, CouponBatch.class, MAX_BODY);
        // Somewhere on earth it is still the day before.
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (batch.until().isBefore(today.minusDays(1))) {
            throw Problem.of(422, "ended", "The last day is over already.")
                    .at("/until", "ended", "a day to come")
                    .refusal();
        }
        CouponBatchStore.Issued issued =
                database.inTransaction(
                        caller,
                        session ->
                                batches.issue(
                                        session,
                                        batchId,
                                        batch,
                                        caller.staffId(),
                                        clock.instant()));
        if (!issued.batch().equals(batch)) {
            throw Problem.of(409, "batch_taken", "Another batch was issued under this id.")
                    .refusal();
        }
        Answers.created(request, response, issued);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Page.Wanted wanted = Page.Wanted.from(request, 2);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> batches.page(session, wanted)));
    }

    private void coupons(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        UUID batchId = Paths.uuid(request, "batch");
        List<CouponBatchStore.Coupon> coupons =
                database.inTransaction(caller, session -> batches.coupons(session, batchId));
        if (coupons.isEmpty()) {
            throw Problem.notFound("No such batch of coupons.").refusal();
        }
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (request.query().first("format").filter("csv"::equals).isPresent()) {
            byte[] csv = csv(coupons).getBytes(StandardCharsets.UTF_8);
            Answers.send(request, response, 200, "text/csv; charset=utf-8", csv);
        } else {
            Answers.ok(request, response, Map.of("items", coupons));
        }
    }

    private static String csv(List<CouponBatchStore.Coupon> coupons) {
        return coupons.stream()
                .map(coupon ->
                        String.join(
                                ",",
                                coupon.code(),
                                coupon.text(),
                                Integer.toString(coupon.uses()),
                                coupon.receipt().orElse(""),
                                coupon.usedAt().map(Object::toString).orElse("")))
                .collect(
                        Collectors.joining(
                                "\r\n", "code,qr_text,uses,receipt,used_at\r\n", "\r\n"));
    }

    private void withdraw(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        UUID batchId = Paths.uuid(request, "batch");
        String note = Note.read(request);
        boolean done =
                database.inTransaction(
                        caller,
                        session ->
                                batches.withdraw(
                                        session, batchId, caller.staffId(), note, clock.instant()));
        if (!done) {
            throw Problem.notFound("No such batch that is not withdrawn.").refusal();
        }
        Answers.noContent(response);
    }

    private void keys(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        Answers.ok(request, response, Map.of("items", database.inTransaction(caller, keys::all)));
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_PRICES);
        String keyId = request.path().pathParameters().get("key");
        String note = Note.read(request);
        boolean done =
                database.inTransaction(
                        caller,
                        session ->
                                keys.revoke(
                                        session, keyId, caller.staffId(), note, clock.instant()));
        if (!done) {
            throw Problem.notFound("No such key that is not revoked.").refusal();
        }
        Answers.noContent(response);
    }
}
