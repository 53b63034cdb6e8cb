package kmmotos.server.stores;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Stores and tills, as head office keeps them (reading READ_CHAIN, writing ADMINISTER_STORES).
///
/// `GET /stores`, `PUT /stores/{id}` with the model's store as JSON; `POST /stores/{id}/enrolments
/// {"number","name","valid_minutes"}` -> 201 `{"code","expires_at","server"}`, the code is shown
/// this once; `GET /tills` -> every till with its last contact, backlog and clock; `POST
/// /tills/{id}/revoke`.
public final class StoreRoutes implements HttpService {

    private static final int MAX_BODY = 16_384;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);
    private static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final String publicUrl;
    private final StoreStore stores = new StoreStore();
    private final TillStore tills = new TillStore();

    /// @param publicUrl what tills call this server
    public StoreRoutes(Database database, Clock clock, String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/stores", this::list)
                .put("/stores/{store}", this::save)
                .post("/stores/{store}/enrolments", this::giveOutCode)
                .get("/tills", this::listTills)
                .post("/tills/{till}/revoke", this::revoke);
    }

    record CodeWanted(int number, String name, long validMinutes) {}

    /// @param server the address to type at the till, beside the code
    record CodeView(String code, Instant expiresAt, String server) {}

    /// @param pending journal entries of the till that the server does not have yet
    record TillView(
            Till till,
            String appVersion,
            Instant enrolledAt,
            Optional<Instant> revokedAt,
            Optional<Instant> lastContact,
            long clockOffsetMillis,
            long journalEndSeq,
            long haveSeq,
            long pending) {}

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(
                request, response, Map.of("items", database.inTransaction(caller, stores::list)));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STORES);
        Store store = Body.json(request, Store.class, MAX_BODY);
        if (!store.storeId().equals(Paths.store(request, "store"))) {
            throw Problem.badRequest("wrong_id", "Path and body name different stores.").refusal();
        }
        database.execute(caller, session -> stores.save(session, store));
        Answers.ok(request, response, store);
    }

    private void giveOutCode(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_STORES);
        StoreId store = Paths.store(request, "store");
        CodeWanted wanted = Body.json(request, CodeWanted.class, MAX_BODY);
        Duration validity = Duration.ofMinutes(wanted.validMinutes());
        check(wanted, validity);
        Instant now = clock.instant();
        String code =
                database.inTransaction(
                        caller,
                        session -> {
                            if (stores.find(session, store).isEmpty()) {
                                throw Problem.notFound("No such store.").refusal();
                            }
                            return tills.giveOut(
                                    session,
                                    new TillStore.Place(store, wanted.number(), wanted.name()),
                                    caller.staffId(),
                                    now,
                                    validity);
                        });
        Answers.created(request, response, new CodeView(code, now.plus(validity), publicUrl));
    }

    private void listTills(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        var items =
                database.inTransaction(
                        caller,
                        session -> {
                            Map<DeviceId, Long> have = tills.haveSeqs(session);
                            return tills.list(session).stream()
                                    .map(till -> view(till, have))
                                    .toList();
                        });
        Answers.ok(request, response, Map.of("items", items));
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.ADMINISTER_STORES);
        DeviceId device = new DeviceId(Paths.uuid(request, "till"));
        database.execute(
                caller,
                session -> {
                    EnrolledTill till =
                            tills.find(session, device)
                                    .orElseThrow(() -> Problem.notFound("No such till.").refusal());
                    tills.revoke(session, till, clock.instant());
                });
        Answers.noContent(response);
    }

    private static TillView view(EnrolledTill till, Map<DeviceId, Long> have) {
        long haveSeq = have.getOrDefault(till.till().deviceId(), 0L);
        return new TillView(
                till.till(),
                till.appVersion(),
                till.enrolledAt(),
                till.revokedAt(),
                till.lastContact(),
                till.clockOffsetMillis(),
                till.journalEndSeq(),
                haveSeq,
                Math.max(0, till.journalEndSeq() - haveSeq));
    }

    private static void check(CodeWanted wanted, Duration validity) {
        boolean valid =
                wanted.number() >= 1
                        && wanted.number() <= Till.MAX_NUMBER
                        && !wanted.name().isBlank()
                        && validity.compareTo(SHORTEST_VALIDITY) >= 0
                        && validity.compareTo(LONGEST_VALIDITY) <= 0;
        if (!valid) {
            throw Problem.badRequest(
                            "invalid_enrolment",
                            "A till has a number of 1 to "
                                    + Till.MAX_NUMBER
                                    + " and a name, and a code is valid for 10 minutes to 7 days.")
                    .refusal();
        }
    }
}
