package kmmotos.desktop.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Policy;

/// Brings down what the server decided: a snapshot if one is needed, price lists that were
/// announced, else the next page of the feed. A page and the cursor after it are stored in one
/// transaction.
public final class DownloadStep implements SyncStep {
    static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final SyncPorts ports;
    private final SyncProgress progress;
    private final SyncStore store = new SyncStore();
    private final Failures failures;

    public DownloadStep(SyncPorts ports, RandomGenerator random, SyncProgress progress) {
        this.ports = ports;
        this.progress = progress;
        this.failures = new Failures(ports.board(), random);
    }

    @Override
    public Duration run() {
        if (ports.database().read(store::isSnapshotNeeded)) {
            return isConfirmed() ? takeSnapshot() : BREATH;
        }
        List<String> missing = ports.database().read(ports.records().stores().pricing()::missing);
        return missing.isEmpty() ? takePage() : takePriceList(missing.getFirst());
    }

    /// A snapshot's stock figures say up to which own fact they go only for the journal the server
    /// has wholly seen.
    private boolean isConfirmed() {
        return ports.board().status().backlog() == 0;
    }

    private Duration takeSnapshot() {
        Path loading = ports.folder().snapshot().resolveSibling("loading.ndjson.gz");
        Reply<Path> reply = ports.server().snapshot(loading, progress);
        if (!(reply instanceof Reply.Answered<Path>(Path file))) {
            return failures.waitAfter(reply);
        }
        try {
            new SnapshotStore(ports.database(), ports.records().journal(), ports.records().stores())
                    .load(file, progress);
        } catch (StorageFailed broken) {
            return failures.waitAfter(new Reply.Unreachable<>(String.valueOf(broken.getMessage())));
        }
        keep(file, ports.folder().snapshot());
        failures.none();
        ports.board().news(List.of());
        return Duration.ZERO;
    }

    private Duration takePriceList(String id) {
        Reply<PriceList> reply = ports.server().priceList(id);
        if (!(reply instanceof Reply.Answered<PriceList>(PriceList list))) {
            return failures.waitAfter(reply);
        }
        PriceListFiles.write(ports.folder(), id, list);
        ports.database()
                .write(session -> ports.records().stores().pricing().put(session, id, list));
        failures.none();
        ports.board()
                .news(
                        List.of(
                                new Policy.PriceListPublished(
                                        list.zone(), id, list.effectiveFrom())));
        return Duration.ZERO;
    }

    private Duration takePage() {
        Cursor cursor = ports.database().read(store::cursor).orElse(Cursor.START);
        Reply<FeedPage> reply = ports.server().feed(cursor, LONG_POLL);
        if (!(reply instanceof Reply.Answered<FeedPage>(FeedPage page))) {
            return failures.waitAfter(reply);
        }
        if (!page.snapshotScopes().isEmpty()) {
            ports.database().write(store::needSnapshot);
            return Duration.ZERO;
        }
        List<Policy> policies = page.entries().stream().map(FeedEntry::policy).toList();
        apply(page.cursor(), policies);
        failures.none();
        if (!policies.isEmpty()) {
            ports.board().news(policies);
        }
        if (policies.contains(new Policy.DeviceRevoked(ports.device()))) {
            return failures.revoked();
        }
        return policies.isEmpty() ? BREATH : Duration.ZERO;
    }

    private void apply(Cursor next, List<Policy> policies) {
        ports.database()
                .write(session -> {
                    new PolicyWriter(ports.records().stores())
                            .update(session, policies, ports.device(), ports.clock().instant());
                    store.cursor(session, next);
                });
    }

    static void keep(Path written, Path as) {
        try {
            Files.move(written, as, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageFailed("the snapshot can't be kept: " + e, e);
        }
    }
}
