package kmmotos.desktop.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// The server as a till sees it: over HTTP, or in tests a network that fails on purpose.
public interface SyncServer {
    Reply<UploadAnswer> upload(UploadBatch batch);

    /// @param wait how long the server may wait for news
    Reply<FeedPage> feed(Cursor cursor, Duration wait);

    /// Downloads a snapshot, gzipped as it is kept.
    ///
    /// @param incarnation the till's journal now: the answer says how much of it the figures hold
    /// @return how many bytes were written
    /// @throws IOException if they can't be written
    Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
            throws IOException;

    /// A snapshot's contents, summed up.
    ///
    /// @param incarnation the till's journal now
    Reply<StateDigest> digest(UUID incarnation);

    Reply<PriceList> priceList(String id);
}
