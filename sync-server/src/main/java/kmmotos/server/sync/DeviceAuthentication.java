package kmmotos.server.sync;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Database;
import kmmotos.server.stores.EnrolledTill;

/// Checks that a request was signed by an enrolled till.
///
/// 401 `signature_missing`, `clock_skew` (with `server_time`, by which the till signs again),
/// `unknown_device`, `bad_signature`; 403 `device_revoked`.
public final class DeviceAuthentication {

    /// A till's key and store never change, so what is known of them stays true.
    private static final int MAX_KNOWN = 50_000;

    private final Map<DeviceId, Known> tillsKnown = new ConcurrentHashMap<>();
    private final TillLookup tills;
    private final Clock clock;

    public DeviceAuthentication(Database database, Clock clock) {
        this.tills = new TillLookup(database);
        this.clock = clock;
    }

    /// A till with its key.
    ///
    /// @param till as it was when it was read; it may be revoked meanwhile
    record Known(EnrolledTill till, TillKey key) {}

    /// The till that signed this request.
    ///
    /// @param sent the body's bytes as they came
    public EnrolledTill till(ServerRequest request, byte[] sent) {
        DeviceSignature signature = signature(request);
        Known till = find(signature.device());
        refuseForged(request, sent, signature, till);
        refuseRevoked(till.till());
        return till.till();
    }

    /// As [#till], for those who look under the lock of the till's row whether it is revoked: a
    /// till that is known is not read again.
    Known known(ServerRequest request, byte[] sent) {
        DeviceSignature signature = signature(request);
        Known till = known(signature.device());
        refuseForged(request, sent, signature, till);
        return till;
    }

    private DeviceSignature signature(ServerRequest request) {
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
        return signature;
    }

    private static void refuseForged(
            ServerRequest request, byte[] sent, DeviceSignature signature, Known till) {
        String method = request.prologue().method().text();
        byte[] message = signature.message(method, target(request), sent);
        if (!till.key().signed(message, signature.bytes())) {
            throw unauthorized("bad_signature", "The signature is not this till's.").refusal();
        }
    }

    /// A till that another one speaks for, or that was read before.
    Known known(DeviceId device) {
        Known known = tillsKnown.get(device);
        return known == null ? find(device) : known;
    }

    Known find(DeviceId device) {
        EnrolledTill till =
                tills.find(device)
                        .orElseThrow(() ->
                                unauthorized("unknown_device", "No such till is enrolled.")
                                        .refusal());
        if (tillsKnown.size() >= MAX_KNOWN) {
            tillsKnown.clear();
        }
        Known known = new Known(till, new TillKey(till.key()));
        tillsKnown.put(device, known);
        return known;
    }

    /// Refuses a till that is revoked by now, whatever was known of it.
    void refuseRevoked(DeviceId device) {
        refuseRevoked(find(device).till());
    }

    private static void refuseRevoked(EnrolledTill till) {
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
