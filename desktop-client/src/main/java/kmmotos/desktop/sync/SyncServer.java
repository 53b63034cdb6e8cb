package kmmotos.desktop.sync;

import java.nio.file.Path;
import java.time.Duration;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// The server as a till sees it: over HTTP, or in tests a network that fails on purpose.
public interface SyncServer {
    Reply<UploadAnswer> upload(UploadBatch batch);

    /// @param wait how long the server may wait for news
    Reply<FeedPage> feed(Cursor cursor, Duration wait);

    /// Downloads a snapshot, gzipped as it is kept.
    Reply<Path> snapshot(Path into, SyncProgress progress);

    Reply<PriceList> priceList(String id);
}
