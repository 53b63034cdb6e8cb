package kmmotos.simulation.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;
import kmmotos.server.sync.DataRefused;
import kmmotos.server.sync.Outcome;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.Upload;
import kmmotos.server.sync.Uploads;

/// Takes uploads in, some of them together with one of another till: that one was held up on its
/// way until its till gave up waiting for the answer.
public final class SharedUploads implements Uploader {

    private static final int ONE_IN_IS_HELD = 5;

    private final Uploads uploads;
    private Optional<Upload> held = Optional.empty();
    private int arrived;

    public SharedUploads(ServerStore store) {
        this.uploads = new Uploads(store);
    }

    @Override
    public UploadAnswer accept(Till till, UploadBatch batch, Instant now) {
        if (held.isEmpty() && ++arrived % ONE_IN_IS_HELD == 0) {
            held = Optional.of(Upload.of(till, batch));
            throw Problem.of(503, "try_again", "The answer does not come.").refusal();
        }
        Optional<Upload> other =
                held.filter(upload -> !upload.till().deviceId().equals(till.deviceId()));
        if (other.isEmpty()) {
            return uploads.accept(till, batch, now);
        }
        held = Optional.empty();
        return together(other.get(), Upload.of(till, batch), now);
    }

    private UploadAnswer together(Upload late, Upload own, Instant now) {
        try {
            List<Outcome> outcomes = uploads.acceptTogether(List.of(late, own), now);
            return outcomes.getLast().answered();
        } catch (DataRefused _) {
            return uploads.accept(own.till(), own.batch(), now);
        }
    }
}
