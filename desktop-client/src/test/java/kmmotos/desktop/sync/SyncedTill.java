package kmmotos.desktop.sync;

import java.nio.file.Path;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;

/// A till whose sync is driven step by step against a [FakeServer].
final class SyncedTill implements AutoCloseable {
    private final Till till;
    private final SyncSteps steps;

    private SyncedTill(Till till, SyncSteps steps) {
        this.till = till;
        this.steps = steps;
    }

    static SyncedTill open(Path temp, FakeServer server) {
        return open(TestTill.enrolled(temp), server);
    }

    static SyncedTill open(TillConfig config, FakeServer server) {
        Till till = Till.open(config);
        ServerLink link =
                new ServerLink(
                        "http://fake",
                        server,
                        new ServerClock(config.clock()),
                        DeviceKey.read(config.folder()),
                        new Program("test", "boot", () -> 1));
        return new SyncedTill(till, till.records().engine().connect(link));
    }

    Till till() {
        return till;
    }

    SyncStep upload() {
        return steps.upload();
    }

    SyncStep download() {
        return steps.download();
    }

    Comparison comparison() {
        return steps.comparison();
    }

    SyncStatus status() {
        return steps.status();
    }

    SyncBoard board() {
        return steps.board();
    }

    /// Steps until everything is confirmed and nothing more comes down.
    void settle() {
        for (int i = 0; i < 50 && (i < 3 || status().backlog() > 0); i++) {
            var _ = upload().run();
            var _ = download().run();
        }
    }

    @Override
    public void close() {
        till.close();
    }
}
