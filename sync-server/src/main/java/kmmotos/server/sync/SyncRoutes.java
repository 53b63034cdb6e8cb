package kmmotos.server.sync;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import kmmotos.server.feed.FeedWakeUp;
import kmmotos.server.storage.Database;

/// Everything below `/sync/v1` that enrolled tills call: uploads, feed, snapshot.
public final class SyncRoutes implements HttpService, AutoCloseable {

    private final FeedWakeUp wakeUp;
    private final UploadRoutes uploads;
    private final FeedRoutes feed;
    private final SnapshotRoutes snapshots;

    public SyncRoutes(
            Database database,
            ServerStore store,
            UploadQueue queue,
            UploadRoom room,
            FeedRoutes.Limits limits) {
        DeviceAuthentication authentication = new DeviceAuthentication(database, limits.clock());
        this.wakeUp = FeedWakeUp.start(database, limits.poll());
        this.uploads =
                new UploadRoutes(
                        authentication, queue, room, new BroughtJournals(database), limits.clock());
        this.feed = new FeedRoutes(authentication, new Downloads(store), wakeUp, room, limits);
        this.snapshots = new SnapshotRoutes(authentication, new Snapshots(store), room);
    }

    @Override
    public void routing(HttpRules rules) {
        uploads.routing(rules);
        feed.routing(rules);
        snapshots.routing(rules);
    }

    /// Lets the requests that wait for news end.
    @Override
    public void close() {
        wakeUp.close();
    }
}
