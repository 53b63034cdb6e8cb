package kmmotos.server.sync;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Base64;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.stores.EnrolledTill;
import kmmotos.server.sync.DeviceAuthentication.Known;

/// The tills' journals come in: `POST /devices/{device}/events` with an [UploadBatch], answered by
/// an [UploadAnswer] (200 for an acknowledgement, 409 for a gap or a fork).
///
/// A till may carry the batch of another till of its store: the request is signed by the one who
/// carries, the batch by the one whose journal it is. A till that brings its own has signed the
/// whole request with the same key, which is looked at once. Errors: 400 `bad_batch_signature`,
/// `broken_sequence`; 403 `another_store`; 413 with the limit; 429 `busy` with `Retry-After`.
public final class UploadRoutes implements HttpService {

    /// Room for what stands around the events.
    private static final int ENVELOPE_BYTES = 16 * 1024;

    static final int MAX_BODY = UploadBatch.MAX_SINGLE_EVENT_BYTES + ENVELOPE_BYTES;

    private final DeviceAuthentication authentication;
    private final UploadQueue queue;
    private final UploadRoom room;
    private final BroughtJournals brought;
    private final Clock clock;

    UploadRoutes(
            DeviceAuthentication authentication,
            UploadQueue queue,
            UploadRoom room,
            BroughtJournals brought,
            Clock clock) {
        this.authentication = authentication;
        this.queue = queue;
        this.room = room;
        this.brought = brought;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/devices/{device}/events", this::upload);
    }

    private void upload(ServerRequest request, ServerResponse response) {
        TillProtocol.tell(response);
        try (UploadRoom.Place place = room.enter(announced(request))) {
            UploadAnswer answer = takenIn(request, place);
            int status = answer instanceof UploadAnswer.Ack ? 200 : 409;
            Answers.json(request, response, status, answer);
        }
    }

    /// How many bytes are to come; a till always says so.
    private static long announced(ServerRequest request) {
        return request.headers().contentLength().orElse(MAX_BODY);
    }

    private UploadAnswer takenIn(ServerRequest request, UploadRoom.Place place) {
        Body body = Body.read(request, MAX_BODY);
        place.holds(body.content().length);
        Known carrier = authentication.known(request, body.sent());
        Known author = author(request, carrier);
        UploadBatch batch = body.as(UploadBatch.class);
        refuseTooLarge(batch, body.content().length);
        if (!isSame(author, carrier)) {
            refuseAForgedBatch(author, batch);
        }
        return queue.accept(upload(carrier.till().till(), author.till(), batch)).answered();
    }

    /// What a till left behind that was replaced is taken from its neighbours: head office has
    /// approved of its successor.
    private Upload upload(Till carrier, EnrolledTill author, UploadBatch batch) {
        if (!author.replaced() || carrier.deviceId().equals(author.till().deviceId())) {
            return Upload.of(author.till(), batch);
        }
        brought.note(
                new Caller.Device(carrier.deviceId(), carrier.storeId()),
                author,
                batch,
                true,
                clock.instant());
        return Upload.admitted(author.till(), batch);
    }

    private Known author(ServerRequest request, Known carrier) {
        DeviceId device = new DeviceId(Paths.uuid(request, "device"));
        if (carrier.till().till().deviceId().equals(device)) {
            return carrier;
        }
        authentication.refuseRevoked(carrier.till().till().deviceId());
        Known author = authentication.find(device);
        if (!storeOf(author).equals(storeOf(carrier))) {
            throw Problem.of(403, "another_store", "A till speaks for tills of its store only.")
                    .refusal();
        }
        return author;
    }

    private static boolean isSame(Known one, Known other) {
        return one.till().till().deviceId().equals(other.till().till().deviceId());
    }

    private static StoreId storeOf(Known till) {
        return till.till().till().storeId();
    }

    static void refuseTooLarge(UploadBatch batch, int bytes) {
        if (batch.events().size() > UploadBatch.MAX_EVENTS) {
            throw Problem.of(
                            413,
                            "too_many_events",
                            "A batch holds at most " + UploadBatch.MAX_EVENTS + " events.")
                    .with("limit", UploadBatch.MAX_EVENTS)
                    .refusal();
        }
        if (batch.events().size() > 1 && bytes > UploadBatch.MAX_BYTES + ENVELOPE_BYTES) {
            throw Problem.tooLarge(UploadBatch.MAX_BYTES).refusal();
        }
    }

    private static void refuseAForgedBatch(Known author, UploadBatch batch) {
        if (!verifies(author, batch)) {
            throw Problem.badRequest("bad_batch_signature", "The batch was not signed by its till.")
                    .refusal();
        }
    }

    private static boolean verifies(Known author, UploadBatch batch) {
        try {
            byte[] signature = Base64.getDecoder().decode(batch.signature());
            return author.key().signed(batch.signedBytes(), signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
