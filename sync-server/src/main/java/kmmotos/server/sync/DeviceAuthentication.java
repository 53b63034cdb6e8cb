package kmmotos.server.sync;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Instant;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.EnrolledTill;
import kmmotos.server.stores.TillStore;

/// Checks that a request was signed by an enrolled till.
///
/// 401 `signature_missing`, `clock_skew` (with `server_time`, by which the till signs again),
/// `unknown_device`, `bad_signature`; 403 `device_revoked`.
public final class DeviceAuthentication {

    private final Database database;
    private final Clock clock;
    private final TillStore tills = new TillStore();

    public DeviceAuthentication(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The till that signed this request.
    ///
    /// @param sent the body's bytes as they came
    public EnrolledTill till(ServerRequest request, byte[] sent) {
        DeviceSignature signature =
                request.headers()
                        .first(HeaderNames.AUTHORIZATION)
                        .flatMap(DeviceSignature::find)
                        .orElseThrow(() ->
                                unauthorized("signature_missing", "Tills sign their requests.")
                                        .refusal());
        Instant now = clock.instant();
        if (!signature.isWithinSkew(now)) {
            throw unauthorized(
                            "clock_skew",
                            "The request was signed at another time than the server's.")
                    .with("server_time", now.toString())
                    .refusal();
        }
        EnrolledTill till = find(signature.device());
        String method = request.prologue().method().text();
        if (!signature.isBy(till.key(), method, target(request), sent)) {
            throw unauthorized("bad_signature", "The signature is not this till's.").refusal();
        }
        refuseRevoked(till);
        return till;
    }

    /// A till that another one speaks for.
    EnrolledTill find(DeviceId device) {
        return database.inTransaction(
                        new Caller.Server("device authentication"),
                        session -> tills.find(session, device))
                .orElseThrow(() ->
                        unauthorized("unknown_device", "No such till is enrolled.").refusal());
    }

    static void refuseRevoked(EnrolledTill till) {
        if (till.revoked()) {
            throw revoked().refusal();
        }
    }

    static Problem revoked() {
        return Problem.of(
                403,
                "device_revoked",
                "Head office has revoked this till. It keeps its journal and may go on selling.");
    }

    private static String target(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        String query = request.prologue().query().rawValue();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Problem unauthorized(String code, String detail) {
        return Problem.of(401, code, detail);
    }
}
