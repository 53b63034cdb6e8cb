package kmmotos.server.sync;

import java.util.List;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.UploadBatch;

/// A batch and the till whose journal it is, with all that can be worked out before a transaction.
///
/// @param admitted whether it is taken although its till was revoked: somebody who may has brought
///   it
public record Upload(Till till, UploadBatch batch, BatchChain chain, boolean admitted) {

    /// @throws kmmotos.server.http.Refusal if the batch's numbers don't run on
    public static Upload of(Till till, UploadBatch batch) {
        return new Upload(till, batch, BatchChain.of(batch), false);
    }

    /// What somebody else brought of a till that was revoked.
    static Upload admitted(Till till, UploadBatch batch) {
        return new Upload(till, batch, BatchChain.of(batch), true);
    }

    DeviceId device() {
        return till.deviceId();
    }

    UUID incarnation() {
        return batch.incarnation();
    }

    int events() {
        return batch.events().size();
    }

    /// What the server does not have yet, if it has everything up to this.
    List<Arrived> after(long haveSeq) {
        return chain.after(haveSeq).stream()
                .map(link -> new Arrived(till, incarnation(), link))
                .toList();
    }
}
