package kmmotos.simulation.server;

import java.time.Instant;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// What takes the tills' uploads in: [kmmotos.server.sync.Uploads], or a broken one.
@FunctionalInterface
public interface Uploader {
    UploadAnswer accept(Till till, UploadBatch batch, Instant now);
}
