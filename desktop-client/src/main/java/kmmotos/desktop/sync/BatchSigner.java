package kmmotos.desktop.sync;

import kmmotos.model.sync.UploadBatch;

/// Signs what a till uploads: with its own key, or in a simulation with nothing.
@FunctionalInterface
public interface BatchSigner {
    /// @return base64 of the signature over [UploadBatch#signedBytes]
    String signature(UploadBatch batch);
}
