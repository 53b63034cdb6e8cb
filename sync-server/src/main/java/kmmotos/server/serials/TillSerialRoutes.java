package kmmotos.server.serials;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.DeviceAuthentication;
import kmmotos.server.sync.TillProtocol;

/// What a clerk who has a piece in hand wants to know of it, below `/sync/v1`, signed by the till.
///
/// `GET /devices/{device}/serials?serial=` -> a [SerialHistory] of every shop. Errors: 400
/// `invalid_query`, 403 `another_device`.
public final class TillSerialRoutes implements HttpService {

    private final Database database;
    private final DeviceAuthentication authentication;

    public TillSerialRoutes(Database database, Clock clock) {
        this.database = database;
        this.authentication = new DeviceAuthentication(database, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/serials", this::history);
    }

    private void history(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        Till till = authentication.till(request, new byte[0]).till();
        if (!till.deviceId().equals(new DeviceId(Paths.uuid(request, "device")))) {
            throw Problem.of(403, "another_device", "A till asks for itself only.").refusal();
        }
        String serial = SerialRoutes.serial(request.query().first("serial").orElse(""));
        Caller caller = new Caller.Device(till.deviceId(), till.storeId());
        Answers.ok(
                request,
                response,
                database.inTransaction(caller, session -> SerialStore.history(session, serial)));
    }
}
