package kmmotos.desktop.sync;

import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// Takes the signed batch of any till of the store to the server.
@FunctionalInterface
public interface Carrier {
    Reply<UploadAnswer> carry(DeviceId author, UploadBatch batch);
}
