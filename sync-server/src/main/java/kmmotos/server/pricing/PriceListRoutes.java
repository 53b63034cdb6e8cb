package kmmotos.server.pricing;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.TillProtocol;

/// The price lists that tills fetch by name: `GET /pricelists/{id}` below `/sync/v1`, signed by the
/// till -> the list as canonical JSON, whose SHA-256 is the id. It never changes, so it may be kept
/// for ever.
public final class PriceListRoutes implements HttpService {

    private final Database database;
    private final DeviceAuthentication authentication;
    private final PriceStore prices = new PriceStore();

    public PriceListRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/pricelists/{id}", this::fetch);
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = authentication.till(request, new byte[0]).till();
        String id = request.path().pathParameters().get("id");
        byte[] list =
                database.inTransaction(
                                new Caller.Device(till.deviceId(), till.storeId()),
                                session -> prices.artifact(session, id))
                        .orElseThrow(() -> Problem.notFound("No such price list.").refusal());
        response.header(HeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
        response.header(HeaderNames.ETAG, "\"" + id + "\"");
        Answers.send(request, response, 200, "application/json", list);
    }
}
