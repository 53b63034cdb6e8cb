package kmmotos.server.audit;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Who did what at the tills (READ_AUDIT; for tills of the caller's stores).
///
/// `GET /audit?from=&until=&kind=&person=&store=` -> `items`, at most 1,000, the newest first, of
/// what happened from the instant `from` to before `until`; `kind` is an [AuditKind], `person` a
/// part of a name. `has_more` says that there are older ones. `proof` says how many facts of that
/// time were hashed anew, from when to when, and the newest one that does not fit the one before
/// it. Errors: 400 `invalid_query`.
///
/// What staff changed through the API, for head office: `GET /audit/deeds` -> a page of
/// [DeedLog.Item], the newest first; `GET /audit/deeds/proof` -> [DeedLog.Proof].
public final class AuditRoutes implements HttpService {

    private static final int MAX_PERSON = 100;

    private final Database database;

    public AuditRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/audit", this::read)
                .get("/audit/deeds", this::deeds)
                .get("/audit/deeds/proof", this::proof);
    }

    private void deeds(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Page.Wanted wanted = Page.Wanted.from(request, 1);
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> DeedLog.read(session, wanted)));
    }

    private void proof(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(request, response, database.inTransaction(caller, DeedLog::prove));
    }

    private void read(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_AUDIT);
        AuditLog.Wanted wanted =
                new AuditLog.Wanted(
                        instant(request, "from"),
                        instant(request, "until"),
                        request.query().first("kind").map(AuditRoutes::kind),
                        request.query().first("person").map(AuditRoutes::person).orElse(""),
                        request.query().first("store").map(StoreId::new));
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> AuditLog.read(session, wanted)));
    }

    private static Instant instant(ServerRequest request, String name) {
        try {
            return Instant.parse(request.query().first(name).orElse(""));
        } catch (DateTimeParseException _) {
            throw invalid(name + " must be an instant, as 2026-11-30T03:00:00Z.");
        }
    }

    private static AuditKind kind(String name) {
        return Arrays.stream(AuditKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("kind is none that the log has."));
    }

    private static String person(String part) {
        if (part.length() > MAX_PERSON) {
            throw invalid("person is at most %d characters.".formatted(MAX_PERSON));
        }
        return part.strip();
    }

    private static RuntimeException invalid(String why) {
        return Problem.badRequest("invalid_query", why).refusal();
    }
}
