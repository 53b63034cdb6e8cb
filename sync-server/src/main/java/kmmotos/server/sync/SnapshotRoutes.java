package kmmotos.server.sync;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Scope;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Problem;

/// The state a till begins with: `GET /devices/{device}/snapshot?scopes=catalog,store/S1` -> packed
/// NDJSON: a [kmmotos.model.sync.SnapshotHeader], one [kmmotos.model.sync.Policy] a line,
/// `{"end":<policies>}`. Without `scopes`, everything. With `incarnation`, the journal the till
/// writes now, the header speaks of that one. `GET /devices/{device}/digest?incarnation=` -> the
/// same summed up, a [kmmotos.model.sync.StateDigest]. Error: 400 `bad_incarnation`.
public final class SnapshotRoutes implements HttpService {

    private final DeviceAuthentication authentication;
    private final Snapshots snapshots;
    private final UploadRoom room;

    SnapshotRoutes(DeviceAuthentication authentication, Snapshots snapshots, UploadRoom room) {
        this.authentication = authentication;
        this.snapshots = snapshots;
        this.room = room;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/devices/{device}/snapshot", this::snapshot)
                .get("/devices/{device}/digest", this::digest);
    }

    private void digest(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        room.awaitCalm(FeedRoutes.PATIENCE);
        Till till = FeedRoutes.self(request, authentication.till(request, new byte[0]));
        UUID journal = journal(request).orElseThrow(() -> badIncarnation().refusal());
        Answers.ok(request, response, snapshots.digest(till, journal));
    }

    private void snapshot(ServerRequest request, ServerResponse response) {
        TillProtocol.refuseTooOld(request, response);
        room.awaitCalm(FeedRoutes.PATIENCE);
        Till till = FeedRoutes.self(request, authentication.till(request, new byte[0]));
        Set<Scope> wanted =
                request.query().first("scopes").stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .filter(name -> !name.isBlank())
                        .map(Scope::new)
                        .collect(Collectors.toSet());
        Path file = snapshots.make(till, wanted, journal(request));
        try {
            send(response, file);
        } finally {
            Snapshots.delete(file);
        }
    }

    private static Optional<UUID> journal(ServerRequest request) {
        try {
            return request.query().first("incarnation").asOptional().map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            throw badIncarnation().refusal();
        }
    }

    private static Problem badIncarnation() {
        return Problem.badRequest("bad_incarnation", "An incarnation is a UUID.");
    }

    private static void send(ServerResponse response, Path file) {
        try {
            response.headers().set(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
            response.headers().set(HeaderNames.CONTENT_ENCODING, "gzip");
            response.headers().contentLength(Files.size(file));
            try (OutputStream out = response.outputStream()) {
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
