package kmmotos.server.sync;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.server.http.Problem;

/// The protocol's version between a till and this server. Facts are taken in from tills of every
/// version; only what is handed out may ask for a newer till.
public final class TillProtocol {

    private static final HeaderName VERSION = HeaderNames.create(ProtocolVersion.HEADER);

    private TillProtocol() {}

    /// Tells the till which version this server speaks.
    static void tell(ServerResponse response) {
        response.header(VERSION, ProtocolVersion.CURRENT.toString());
    }

    /// Refuses to hand anything out to a till that would not understand it: 403 `upgrade_needed`.
    public static void refuseTooOld(ServerRequest request, ServerResponse response) {
        tell(response);
        ProtocolVersion till = ProtocolVersion.parse(request.headers().first(VERSION).orElse(""));
        if (!till.isServedBy(ProtocolVersion.CURRENT)) {
            throw Problem.of(
                            403,
                            "upgrade_needed",
                            "This till needs a newer version. What it sells is taken in as before.")
                    .with("protocol", ProtocolVersion.CURRENT.number())
                    .refusal();
        }
    }
}
