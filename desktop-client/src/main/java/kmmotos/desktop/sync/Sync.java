package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.desktop.storage.StorageFailed;
import okhttp3.HttpUrl;

/// The till's sync with the server, on two threads: one sends the journal, one brings down what the
/// server decided. It starts with [#start] and never stands in the way of a sale.
public final class Sync implements AutoCloseable {
    private final SyncSteps steps;
    private final SyncClient client;
    private final SyncLoop upload;
    private final SyncLoop download;
    private boolean isStarted;

    private Sync(SyncSteps steps, SyncClient client) {
        this.steps = steps;
        this.client = client;
        this.upload = new SyncLoop("sync-upload", steps.upload());
        this.download = new SyncLoop("sync-download", steps.download());
    }

    /// @param way makes of the till's own way to the server the one it goes
    public static Sync of(
            Identity identity,
            TillEngine engine,
            Program program,
            Function<SyncClient, SyncServer> way) {
        TillFolder folder = engine.ports().folder();
        Clock clock = engine.ports().clock();
        ServerClock serverClock = new ServerClock(clock);
        DeviceKey key = DeviceKey.read(folder);
        HttpUrl address =
                address(identity.server())
                        .orElseThrow(() ->
                                new StorageFailed(
                                        "no server address: " + identity.server(),
                                        new IllegalArgumentException(identity.server())));
        SyncClient client = new SyncClient(address, identity.till().deviceId(), key, serverClock);
        ServerLink link =
                new ServerLink(identity.server(), way.apply(client), serverClock, key, program);
        return new Sync(engine.connect(link), client);
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

    /// From now on the server can't be reached, whatever is asked of it.
    public void cut() {
        client.close();
    }

    /// Sends at once what was recorded, instead of at the next look.
    public void wake() {
        upload.wake();
    }

    /// Compares the till's tables with the server's now, see [Comparison#compare].
    public Optional<List<String>> compare() {
        return steps.comparison().compare();
    }

    /// Signs requests of this till that are not sync's own.
    public RequestSigner signer() {
        return client;
    }

    /// The server to ask for leases, whether or not the sync runs.
    public LeaseServer leases() {
        return client;
    }

    /// The server to ask for receipts of the chain, whether or not the sync runs.
    public ReceiptServer receipts() {
        return client;
    }

    /// The server to ask while a customer stands there, whether or not the sync runs.
    public CounterServer counter() {
        return client;
    }

    public SyncBoard board() {
        return steps.board();
    }

    public SyncStatus status() {
        return steps.status();
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
