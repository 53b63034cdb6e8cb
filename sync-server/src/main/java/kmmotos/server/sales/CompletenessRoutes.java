package kmmotos.server.sales;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import kmmotos.model.staff.Permission;
import kmmotos.model.stores.StoreId;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// The proof that everything the registers printed is here (READ_CHAIN).
///
/// `GET /completeness?store=&since=` -> `items`, one for each register: entries still to come,
/// missing receipt numbers of each series, Z reports proved, differing, missing; `complete` if
/// nothing is missing. `since` is a business day, three months ago unless told.
public final class CompletenessRoutes implements HttpService {

    private static final int MONTHS = 3;

    private final Database database;
    private final Clock clock;

    public CompletenessRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/completeness", this::show);
    }

    record Report(LocalDate since, List<Completeness.Register> items) {}

    private void show(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Optional<StoreId> store = store(request);
        LocalDate since = since(request);
        Answers.ok(
                request,
                response,
                new Report(
                        since,
                        database.inTransaction(
                                caller, session -> Completeness.of(session, store, since))));
    }

    private LocalDate since(ServerRequest request) {
        try {
            return request.query()
                    .first("since")
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .orElseGet(() ->
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                    .minusMonths(MONTHS));
        } catch (DateTimeParseException _) {
            throw Problem.badRequest("invalid_query", "since must be a day like 2026-11-22.")
                    .refusal();
        }
    }

    private static Optional<StoreId> store(ServerRequest request) {
        try {
            return request.query().first("store").filter(text -> !text.isBlank()).map(StoreId::new);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid_query", "store: " + e.getMessage()).refusal();
        }
    }
}
