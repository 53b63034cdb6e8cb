package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.storage.StorageFailed;
import okhttp3.HttpUrl;

/// The till's sync with the server, on two threads: one sends the journal, one brings down what the
/// server decided. It starts with [#start] and never stands in the way of a sale.
public final class Sync implements AutoCloseable {
    private final SyncBoard board;
    private final SyncClient client;
    private final SyncLoop upload;
    private final SyncLoop download;
    private boolean isStarted;

    private Sync(SyncBoard board, SyncClient client, SyncLoop upload, SyncLoop download) {
        this.board = board;
        this.client = client;
        this.upload = upload;
        this.download = download;
    }

    public static Sync of(
            TillFolder folder,
            Identity identity,
            TillRecords records,
            Clock clock,
            RandomGenerator random,
            String appVersion) {
        ServerClock serverClock = new ServerClock(clock);
        SyncBoard board = new SyncBoard(identity.server(), records.journal(), clock, serverClock);
        DeviceKey key = DeviceKey.read(folder);
        HttpUrl address =
                address(identity.server())
                        .orElseThrow(() ->
                                new StorageFailed(
                                        "no server address: " + identity.server(),
                                        new IllegalArgumentException(identity.server())));
        SyncClient client = new SyncClient(address, identity.till().deviceId(), key, serverClock);
        SyncPorts ports =
                new SyncPorts(
                        folder,
                        records,
                        client,
                        board,
                        serverClock,
                        clock,
                        identity.till().deviceId(),
                        key,
                        appVersion,
                        new UUID(random.nextLong(), random.nextLong()).toString());
        return new Sync(
                board,
                client,
                new SyncLoop("sync-upload", new UploadStep(ports, random)),
                new SyncLoop("sync-download", new DownloadStep(ports, random, SyncProgress.NONE)));
    }

    /// A server's address as people type it: `km.example.com`, `http://10.0.0.5:8080/`.
    static Optional<HttpUrl> address(String typed) {
        String text = typed.strip();
        String whole = text.contains("://") ? text : "https://" + text;
        return Optional.ofNullable(HttpUrl.parse(whole.replaceAll("/+$", "") + "/"));
    }

    public synchronized void start() {
        if (!isStarted) {
            isStarted = true;
            upload.start();
            download.start();
        }
    }

    /// Sends at once what was recorded, instead of at the next look.
    public void wake() {
        upload.wake();
    }

    public SyncBoard board() {
        return board;
    }

    public SyncStatus status() {
        return board.status();
    }

    @Override
    public synchronized void close() {
        upload.stop();
        download.stop();
        client.close();
        if (isStarted) {
            upload.close();
            download.close();
        }
    }
}
