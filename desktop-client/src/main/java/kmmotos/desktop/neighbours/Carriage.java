package kmmotos.desktop.neighbours;

import java.util.function.Supplier;
import kmmotos.desktop.sync.Carrier;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.desktop.sync.SyncStatus.Connection;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// Takes neighbours' signed batches to the server, after this till's own.
final class Carriage {
    private final Carrier carrier;
    private final Supplier<SyncStatus> status;

    Carriage(Carrier carrier, Supplier<SyncStatus> status) {
        this.carrier = carrier;
        this.status = status;
    }

    /// Whether there is a way to the server and nothing of this till's own waits for it.
    boolean isFree() {
        SyncStatus now = status.get();
        return now.connection() == Connection.CONNECTED && now.backlog() == 0;
    }

    Answer carry(DeviceId author, UploadBatch batch) {
        if (!isFree()) {
            return new Answer.NotNow("no way to the server, or own facts go first");
        }
        return reply(author, batch) instanceof Reply.Answered<UploadAnswer>(UploadAnswer answer)
                ? new Answer.Carried(answer)
                : new Answer.NotNow("the server did not answer");
    }

    Reply<UploadAnswer> reply(DeviceId author, UploadBatch batch) {
        return carrier.carry(author, batch);
    }
}
