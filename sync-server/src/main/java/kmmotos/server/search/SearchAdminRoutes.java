package kmmotos.server.search;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// The shop's search as head office sees it.
///
/// `GET /search` -> how this node's index stands (READ_CHAIN); `GET /search/misses?days=` -> what
/// was searched for and not found (READ_CHAIN); `POST /search/rebuild` makes this node's index anew
/// beside the live one (IMPORT_CATALOGUE). Errors: 400 `invalid_query`.
final class SearchAdminRoutes implements HttpService {

    private static final int USUAL_DAYS = 30;
    private static final int MAX_MISSES = 200;

    private final Search search;
    private final Database database;
    private final Clock clock;

    SearchAdminRoutes(Search search, Database database, Clock clock) {
        this.search = search;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/search", this::status)
                .get("/search/misses", this::misses)
                .post("/search/rebuild", this::rebuild);
    }

    private void status(ServerRequest request, ServerResponse response) {
        Caller _ = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(request, response, search.index().status());
    }

    private void misses(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        LocalDate since =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days(request));
        search.writeMisses();
        List<SearchMisses.Miss> items =
                database.inTransaction(
                        caller, session -> SearchMisses.since(session, since, MAX_MISSES));
        Answers.ok(request, response, Map.of("items", items));
    }

    private void rebuild(ServerRequest request, ServerResponse response) {
        Caller _ = Authentication.staff(request, Permission.IMPORT_CATALOGUE);
        search.index().rebuild();
        Answers.json(request, response, 202, search.index().status());
    }

    private static int days(ServerRequest request) {
        String text = request.query().first("days").orElse(Integer.toString(USUAL_DAYS));
        if (text.matches("\\d{1,2}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= SearchMisses.KEPT_DAYS) {
            return Integer.parseInt(text);
        }
        throw WantedQuery.invalid("days must be 1.." + SearchMisses.KEPT_DAYS + ".");
    }
}
