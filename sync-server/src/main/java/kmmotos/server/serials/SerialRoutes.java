package kmmotos.server.serials;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// What happened to the pieces with a serial number, at every shop (READ_CHAIN).
///
/// `GET /serials/{serial}` -> a [SerialHistory], newest first; `steps` is empty if nobody told of
/// it. Errors: 400 `invalid_query` if the text is no serial number.
public final class SerialRoutes implements HttpService {

    private final Database database;

    public SerialRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/serials/{serial}", this::history);
    }

    private void history(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        String serial = serial(request.path().pathParameters().get("serial"));
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> SerialStore.history(session, serial)));
    }

    static String serial(String typed) {
        return SerialNumber.find(typed)
                .orElseThrow(() ->
                        Problem.badRequest("invalid_query", "This is no serial number.").refusal());
    }
}
