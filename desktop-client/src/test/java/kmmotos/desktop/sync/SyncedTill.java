package kmmotos.desktop.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;

/// A till whose sync is driven step by step against a [FakeServer].
final class SyncedTill implements AutoCloseable {
    private final Till till;
    private final UploadStep upload;
    private final DownloadStep download;
    private final SyncBoard board;

    private SyncedTill(Till till, UploadStep upload, DownloadStep download, SyncBoard board) {
        this.till = till;
        this.upload = upload;
        this.download = download;
        this.board = board;
    }

    static SyncedTill open(Path temp, FakeServer server) {
        return open(TestTill.enrolled(temp), server);
    }

    static SyncedTill open(TillConfig config, FakeServer server) {
        Till till = Till.open(config);
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(1);
        Clock clock = config.clock();
        ServerClock serverClock = new ServerClock(clock);
        SyncBoard board = new SyncBoard("http://fake", till.journal(), clock, serverClock);
        SyncPorts ports =
                new SyncPorts(
                        config.folder(),
                        till.records(),
                        server,
                        board,
                        serverClock,
                        clock,
                        till.identity().till().deviceId(),
                        DeviceKey.read(config.folder()),
                        "test",
                        "boot");
        return new SyncedTill(
                till,
                new UploadStep(ports, random),
                new DownloadStep(ports, random, SyncProgress.NONE),
                board);
    }

    Till till() {
        return till;
    }

    UploadStep upload() {
        return upload;
    }

    DownloadStep download() {
        return download;
    }

    SyncStatus status() {
        return board.status();
    }

    SyncBoard board() {
        return board;
    }

    /// Steps until everything is confirmed and nothing more comes down.
    void settle() {
        for (int i = 0; i < 50 && (i < 3 || status().backlog() > 0); i++) {
            var _ = upload.run();
            var _ = download.run();
        }
    }

    @Override
    public void close() {
        till.close();
    }
}
