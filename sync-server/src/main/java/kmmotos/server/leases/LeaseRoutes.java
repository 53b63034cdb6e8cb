package kmmotos.server.leases;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.TillProtocol;
import org.hibernate.StatelessSession;

/// Leases for tills, below `/sync/v1`, signed by the till.
///
/// `POST /devices/{device}/leases` with a [LeaseRequest] -> a [LeaseAnswer]; the same id again gets
/// the same lease. `POST /devices/{device}/leases/standing` -> renews what the till holds
/// beforehand and answers all its open leases, a [LeaseAnswer.Standing]. `GET
/// /devices/{device}/gift-cards/{card}` -> what is on a card, a [kmmotos.model.leases.CardBalance].
/// `GET /devices/{device}/accounts/{customer}` -> what a customer owes in the store's money, an
/// [kmmotos.model.leases.AccountBalance]. `GET /devices/{device}/coupons/{code}` -> a signed coupon
/// of which only the number was typed, a [CouponText]. Errors: 403 `another_device`, 404
/// `unknown_card`, `unknown_coupon`, `unknown_account`.
public final class LeaseRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;

    private final Database database;
    private final DeviceAuthentication authentication;
    private final Clock clock;

    public LeaseRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/devices/{device}/leases", this::grant)
                .post("/devices/{device}/leases/standing", this::standing)
                .get("/devices/{device}/gift-cards/{card}", this::balance)
                .get("/devices/{device}/accounts/{customer}", this::account)
                .get("/devices/{device}/coupons/{code}", this::coupon);
    }

    private void grant(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Body body = Body.read(request, MAX_BODY);
        Till till = self(request, body.sent());
        LeaseRequest wanted = body.as(LeaseRequest.class);
        LeaseAnswer answer =
                database.inTransaction(
                        caller(till),
                        session -> leases(session).grant(till, wanted, clock.instant()));
        Answers.ok(request, response, answer);
    }

    private void standing(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = self(request, Body.read(request, MAX_BODY).sent());
        LeaseAnswer.Standing all =
                database.inTransaction(
                        caller(till), session -> leases(session).standing(till, clock.instant()));
        Answers.ok(request, response, all);
    }

    private static Leases leases(StatelessSession session) {
        return new Leases(new DatabaseLeases(session), UUID::randomUUID);
    }

    private void balance(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = self(request, new byte[0]);
        UUID card = Paths.uuid(request, "card");
        Answers.ok(
                request,
                response,
                database.inTransaction(caller(till), session -> AccountStore.balance(session, card))
                        .orElseThrow(() ->
                                Problem.of(404, "unknown_card", "No such gift card.").refusal()));
    }

    private void account(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = self(request, new byte[0]);
        UUID customer = Paths.uuid(request, "customer");
        Answers.ok(
                request,
                response,
                database.inTransaction(
                                caller(till),
                                session -> AccountStore.account(session, customer, till.storeId()))
                        .orElseThrow(() ->
                                Problem.of(404, "unknown_account", "They have no account.")
                                        .refusal()));
    }

    private void coupon(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = self(request, new byte[0]);
        String code = request.path().pathParameters().get("code");
        Optional<String> text =
                SignedCoupon.isCode(code)
                        ? database.inTransaction(
                                caller(till),
                                session ->
                                        Sql.first(
                                                session,
                                                "select text from coupon_text where code = ?",
                                                row -> row.getString(1),
                                                code))
                        : Optional.empty();
        Answers.ok(
                request,
                response,
                text.map(CouponText::new)
                        .orElseThrow(() ->
                                Problem.of(404, "unknown_coupon", "No such coupon.").refusal()));
    }

    private Till self(ServerRequest request, byte[] sent) {
        Till till = authentication.till(request, sent).till();
        if (!till.deviceId().equals(new DeviceId(Paths.uuid(request, "device")))) {
            throw Problem.of(403, "another_device", "A till asks for itself only.").refusal();
        }
        return till;
    }

    private static Caller caller(Till till) {
        return new Caller.Device(till.deviceId(), till.storeId());
    }
}
