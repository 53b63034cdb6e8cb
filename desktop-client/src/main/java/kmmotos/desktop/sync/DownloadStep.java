package kmmotos.desktop.sync;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Policy;

/// Brings down what the server decided: a snapshot if one is needed, price lists that were
/// announced, else the next page of the feed. A page and the cursor after it are stored in one
/// transaction.
final class DownloadStep implements SyncStep {
    static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final TillEngine engine;
    private final SyncServer server;
    private final SyncBoard board;
    private final TillTables tables;
    private final SyncProgress progress;
    private final Failures failures;
    private final Comparison comparison;
    private final WaitingFacts waiting;

    DownloadStep(
            TillEngine engine,
            ServerLink link,
            SyncBoard board,
            Comparison comparison,
            SyncProgress progress) {
        this.engine = engine;
        this.server = link.server();
        this.board = board;
        this.tables = engine.tables();
        this.progress = progress;
        this.failures = new Failures(board, engine.ports().random());
        this.comparison = comparison;
        this.waiting = new WaitingFacts(engine.journal());
    }

    @Override
    public Duration run() {
        if (tables.read(SyncTables::isSnapshotNeeded)) {
            return isConfirmed() ? takeSnapshot() : BREATH;
        }
        List<String> missing = tables.read(SyncTables::missingPriceLists);
        return missing.isEmpty() ? takePage() : takePriceList(missing.getFirst());
    }

    /// A snapshot's stock figures say up to which own fact they go only for the journal the server
    /// has wholly seen.
    private boolean isConfirmed() {
        return board.status().backlog() == 0;
    }

    private Duration takeSnapshot() {
        KeptSnapshot snapshot = new KeptSnapshot(engine.ports().disk(), engine.ports().folder());
        Reply<Long> reply = snapshot.fetch(server, engine.journal().incarnation(), progress);
        if (!(reply instanceof Reply.Answered<Long>)) {
            return failures.waitAfter(reply);
        }
        boolean isSure;
        try {
            isSure = engine.snapshots().take(snapshot, progress);
        } catch (StorageFailed broken) {
            return failures.waitAfter(new Reply.Unreachable<>(String.valueOf(broken.getMessage())));
        }
        snapshot.keep();
        failures.none();
        board.news(List.of());
        return isSure ? Duration.ZERO : sendAllAgain();
    }

    /// The server was set back and does not know what it has confirmed: a snapshot has the right
    /// figures only when the upload has found that out and has filled the gap.
    private Duration sendAllAgain() {
        board.doubted();
        return BREATH;
    }

    /// A list that the server told of and does not have was lost with a restore: a snapshot names
    /// those there are, and nothing else is held up by it.
    private Duration takePriceList(String id) {
        Reply<PriceList> reply = server.priceList(id);
        if (!(reply instanceof Reply.Answered<PriceList>(PriceList list))) {
            if (reply instanceof Reply.Refused<PriceList>(int status, _, _) && status == 404) {
                tables.write(SyncTables::needSnapshot);
            }
            return failures.waitAfter(reply);
        }
        new PriceListFiles(engine.ports().disk(), engine.ports().folder()).write(id, list);
        tables.write(to -> to.put(id, list));
        failures.none();
        board.news(List.of(new Policy.PriceListPublished(list.zone(), id, list.effectiveFrom())));
        return Duration.ZERO;
    }

    private Duration takePage() {
        Cursor cursor = tables.read(SyncTables::cursor).orElse(Cursor.START);
        Reply<FeedPage> reply = server.feed(cursor, LONG_POLL);
        if (!(reply instanceof Reply.Answered<FeedPage>(FeedPage page))) {
            return failures.waitAfter(reply);
        }
        if (!page.snapshotScopes().isEmpty()) {
            tables.write(SyncTables::needSnapshot);
            return Duration.ZERO;
        }
        List<Policy> policies = page.entries().stream().map(FeedEntry::policy).toList();
        apply(page.cursor(), policies);
        failures.none();
        if (!policies.isEmpty()) {
            board.news(policies);
        }
        if (policies.contains(new Policy.DeviceRevoked(engine.ports().till().deviceId()))) {
            return failures.revoked();
        }
        if (!policies.isEmpty()) {
            return Duration.ZERO;
        }
        comparison.compareIfDue();
        return BREATH;
    }

    /// What this till itself moved, its stock holds already. What its device told in another
    /// journal came from a copy of this till, or from a life that it does not remember, and may be
    /// facts that are in this journal too: only a snapshot can tell.
    private void apply(Cursor next, List<Policy> policies) {
        List<Policy> news = policies.stream().filter(policy -> !isOfThisDevice(policy)).toList();
        boolean isSure =
                policies.stream().filter(this::isOfThisDevice).allMatch(this::isOwn)
                        && policies.stream().noneMatch(this::endsADifference);
        tables.write(to -> {
            to.update(news, engine.ports().clock().instant());
            to.cursor(next);
            if (!isSure) {
                to.needSnapshot();
            }
        });
    }

    /// A fact that moved figures waits no more. Whether it was booked, and whether the figures hold
    /// it, which a snapshot may have brought meanwhile, is not said.
    private boolean endsADifference(Policy policy) {
        return policy instanceof Policy.ExceptionSolved(UUID eventId)
                && tables.read(SyncTables::quarantined).stream()
                        .filter(fact -> fact.eventId().equals(eventId))
                        .anyMatch(fact ->
                                waiting.types(fact).map(types -> !types.isEmpty()).orElse(true));
    }

    private boolean isOfThisDevice(Policy policy) {
        return policy instanceof Policy.StockChanged changed
                && changed.device().equals(engine.ports().till().deviceId());
    }

    private boolean isOwn(Policy policy) {
        return policy instanceof Policy.StockChanged changed
                && changed.isOf(engine.ports().till().deviceId(), engine.journal().incarnation());
    }
}
