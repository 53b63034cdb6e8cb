package kmmotos.server.accounts;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.Session;
import kmmotos.server.identity.SignIn;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;

/// Where a customer is signed in.
///
/// `GET /me/sessions` -> `{"items": [Session]}`, the one used last first; `DELETE
/// /me/sessions/{session}` -> 204 ends one, `DELETE /me/sessions` -> 204 all, the caller's too. An
/// access token that is out already stays good for its minutes. Errors: 404 `not_found`.
public final class SessionRoutes implements HttpService {

    private static final Caller ACCOUNTS = new Caller.Server("accounts");

    private final Database database;
    private final SignIn signIn;
    private final Clock clock;

    public SessionRoutes(Database database, SignIn signIn, Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/me/sessions", this::list)
                .delete("/me/sessions", this::endAll)
                .delete("/me/sessions/{session}", this::end);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        List<Session> sessions =
                database.inTransaction(
                        ACCOUNTS, session -> signIn.sessions(session, account, clock.instant()));
        Answers.ok(request, response, Map.of("items", sessions));
    }

    private void endAll(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        database.execute(ACCOUNTS, session -> signIn.endAll(session, account, clock.instant()));
        Answers.noContent(response);
    }

    private void end(ServerRequest request, ServerResponse response) {
        Account account = OwnAccount.of(request);
        UUID sessionId = Paths.uuid(request, "session");
        boolean wasThere =
                database.inTransaction(
                        ACCOUNTS,
                        session -> signIn.end(session, account, sessionId, clock.instant()));
        if (!wasThere) {
            throw Problem.notFound("No such session.").refusal();
        }
        Answers.noContent(response);
    }
}
