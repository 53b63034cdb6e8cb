package kmmotos.server.sync;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Base64;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Body;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.stores.EnrolledTill;

/// The tills' journals come in: `POST /devices/{device}/events` with an [UploadBatch], answered by
/// an [UploadAnswer] (200 for an acknowledgement, 409 for a gap or a fork).
///
/// A till may carry the batch of another till of its store: the request is signed by the one who
/// carries, the batch by the one whose journal it is. Errors: 400 `bad_batch_signature`,
/// `broken_sequence`; 403 `another_store`; 413 with the limit.
public final class UploadRoutes implements HttpService {

    /// Room for what stands around the events.
    private static final int ENVELOPE_BYTES = 16 * 1024;

    private static final int MAX_BODY = UploadBatch.MAX_SINGLE_EVENT_BYTES + ENVELOPE_BYTES;

    private final DeviceAuthentication authentication;
    private final UploadQueue queue;

    UploadRoutes(DeviceAuthentication authentication, UploadQueue queue) {
        this.authentication = authentication;
        this.queue = queue;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/devices/{device}/events", this::upload);
    }

    private void upload(ServerRequest request, ServerResponse response) {
        Body body = Body.read(request, MAX_BODY);
        EnrolledTill carrier = authentication.till(request, body.sent());
        EnrolledTill author = author(request, carrier);
        UploadBatch batch = body.as(UploadBatch.class);
        refuseTooLarge(batch, body.content().length);
        refuseAForgedBatch(author, batch);
        UploadAnswer answer = queue.accept(Upload.of(author.till(), batch)).answered();
        int status = answer instanceof UploadAnswer.Ack ? 200 : 409;
        Answers.json(request, response, status, answer);
    }

    private EnrolledTill author(ServerRequest request, EnrolledTill carrier) {
        DeviceId device = new DeviceId(Paths.uuid(request, "device"));
        if (carrier.till().deviceId().equals(device)) {
            return carrier;
        }
        EnrolledTill author = authentication.find(device);
        if (!author.till().storeId().equals(carrier.till().storeId())) {
            throw Problem.of(403, "another_store", "A till speaks for tills of its store only.")
                    .refusal();
        }
        DeviceAuthentication.refuseRevoked(author);
        return author;
    }

    private static void refuseTooLarge(UploadBatch batch, int bytes) {
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

    private static void refuseAForgedBatch(EnrolledTill author, UploadBatch batch) {
        if (!verifies(author, batch)) {
            throw Problem.badRequest("bad_batch_signature", "The batch was not signed by its till.")
                    .refusal();
        }
    }

    private static boolean verifies(EnrolledTill author, UploadBatch batch) {
        try {
            byte[] signature = Base64.getDecoder().decode(batch.signature());
            return DeviceSignature.verify(author.key(), batch.signedBytes(), signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
