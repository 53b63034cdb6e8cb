package kmmotos.server.quotes;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Optional;
import kmmotos.model.quotes.Quote;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.TillProtocol;

/// Quotes of all shops for tills, below `/sync/v1`, signed by the till.
///
/// `GET /devices/{device}/quotes/{number}` -> a [Quote]. Errors: 403 `another_device`, 404
/// `unknown_quote`.
public final class QuoteRoutes implements HttpService {

    /// A quote holds at every shop, whichever made it.
    private static final Caller LOOK_UP = new Caller.Server("quote look-up");

    private final Database database;
    private final DeviceAuthentication authentication;

    public QuoteRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/quotes/{number}", this::quote);
    }

    private void quote(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = authentication.till(request, new byte[0]).till();
        if (!till.deviceId().equals(new DeviceId(Paths.uuid(request, "device")))) {
            throw Problem.of(403, "another_device", "A till asks for itself only.").refusal();
        }
        String number = request.path().pathParameters().get("number");
        Optional<Quote> found =
                database.inTransaction(
                                LOOK_UP,
                                session ->
                                        Sql.first(
                                                session,
                                                "select e.fact from quote q join event e using"
                                                        + " (event_id) where q.number = ?"
                                                        + " order by e.at desc limit 1",
                                                row -> row.getBytes("fact"),
                                                number))
                        .map(EventStore::read)
                        .flatMap(QuoteRoutes::quote);
        Answers.ok(
                request,
                response,
                found.orElseThrow(
                        () -> Problem.of(404, "unknown_quote", "No such quote.").refusal()));
    }

    private static Optional<Quote> quote(JournalEntry entry) {
        return entry.read() instanceof JournalEntry.Reading.Known(Event.QuoteMade(Quote quote))
                ? Optional.of(quote)
                : Optional.empty();
    }
}
