package kmmotos.desktop.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;

/// Puts a snapshot from the server in place of all policy the till has. What happened at this till
/// stays; own facts that it lacks are added to its stock figures and orders.
///
/// Products and customers come first, in transactions of some thousands each, so that sales and
/// uploads get their turn between them. All else is of one moment with the cursor and comes in the
/// last transaction. Until then the till needs a snapshot: after a crash it begins again, and what
/// is the same by then is not written a second time. A till that never had one is filled instead,
/// in larger parts: nobody sells there yet.
final class SnapshotStore {
    static final int BATCH_LINES = 5_000;

    /// More at once, each part in the order of the keys: pages are written less often.
    private static final int FILLING_LINES = 20_000;

    private final Disk disk;
    private final TillTables tables;
    private final Journal journal;
    private final ReadFacts read;

    SnapshotStore(Disk disk, TillTables tables, ReadFacts read) {
        this.disk = disk;
        this.tables = tables;
        this.journal = read.journal();
        this.read = read;
    }

    /// Loads the kept snapshot and price lists into an empty database. If the till has sold since,
    /// its figures are old, so a new snapshot is asked for at the next contact. A power cut may
    /// take the newest transactions, so that is said in the one that loads it.
    ///
    /// @throws StorageFailed if it is not whole: then nothing was changed
    void restore(KeptSnapshot snapshot, SyncProgress progress) {
        load(snapshot::kept, progress, journal.endSeq() > 0);
        new PriceListFiles(disk, snapshot.folder())
                .read()
                .forEach((id, list) -> tables.write(to -> to.put(id, list)));
    }

    /// Loads the snapshot that was fetched: gzipped NDJSON, the header, a policy per line, the end.
    ///
    /// @return false if the server knew less of the till's journal than it had confirmed: then the
    ///   stock figures are not sure, and another snapshot is needed when it knows all again
    /// @throws StorageFailed if it is not whole: then nothing was changed
    boolean take(KeptSnapshot snapshot, SyncProgress progress) {
        return load(snapshot::fetched, progress, false);
    }

    private boolean load(SnapshotLines.Opening file, SyncProgress progress, boolean isOld) {
        SnapshotLines snapshot = SnapshotLines.of(file);
        Set<UUID> named = renew(snapshot, progress);
        boolean isSure =
                tables.inTransaction(to -> {
                    to.replaceAll(snapshot.rest(), named);
                    boolean isWhole = finish(to, snapshot.header());
                    if (isOld) {
                        to.needSnapshot();
                    }
                    return isWhole;
                });
        progress.at(snapshot.count(), snapshot.count());
        return isSure;
    }

    /// A till without a snapshot has no cursor, so a crash in the middle begins the filling anew.
    private Set<UUID> renew(SnapshotLines snapshot, SyncProgress progress) {
        if (tables.read(SyncTables::cursor).isPresent()) {
            tables.write(SyncTables::needSnapshot);
            return renew(snapshot, BATCH_LINES, progress);
        }
        tables.write(SyncTables::beginFilling);
        Set<UUID> named = renew(snapshot, FILLING_LINES, progress);
        tables.write(SyncTables::endFilling);
        return named;
    }

    /// @return the products and customers of the snapshot
    private Set<UUID> renew(SnapshotLines snapshot, int lines, SyncProgress progress) {
        Set<UUID> named = new HashSet<>();
        List<Policy> batch = new ArrayList<>();
        snapshot.forEachLarge(policy -> {
            batch.add(policy);
            named.add(id(policy));
            if (batch.size() == lines) {
                renew(batch);
                progress.at(named.size(), snapshot.count());
            }
        });
        renew(batch);
        progress.at(named.size(), snapshot.count());
        return named;
    }

    private void renew(List<Policy> batch) {
        tables.write(to -> to.renew(batch));
        batch.clear();
    }

    private static UUID id(Policy policy) {
        return switch (policy) {
            case Policy.ProductChanged(var product) -> product.productId();
            case Policy.CustomerChanged(var customer) -> customer.customerId();
            default -> throw new IllegalArgumentException("neither product nor customer");
        };
    }

    private boolean finish(SyncTables to, SnapshotHeader header) {
        JournalPoint holds = holds(header);
        to.stockHolds(holds);
        addOwnFactsAfter(to, holds);
        to.cursor(header.cursor());
        boolean isSure = holds.seq() >= mine(to.confirmed());
        if (isSure) {
            to.snapshotTaken();
        } else {
            to.needSnapshot();
        }
        return isSure;
    }

    private long mine(Optional<JournalPoint> point) {
        return point.filter(found -> found.incarnation().equals(journal.incarnation()))
                .map(JournalPoint::seq)
                .orElse(0L);
    }

    private JournalPoint holds(SnapshotHeader header) {
        UUID mine = journal.incarnation();
        boolean knowsMine = header.incarnation().filter(mine::equals).isPresent();
        return new JournalPoint(mine, knowsMine ? header.haveSeq() : 0);
    }

    /// Facts beyond what is applied are left to the projection.
    private void addOwnFactsAfter(SyncTables to, JournalPoint holds) {
        long applied = mine(to.applied());
        for (long seq = Math.max(holds.seq() + 1, journal.firstSeq()); seq <= applied; seq++) {
            JournalRecord fact = journal.read(seq, 1, 1).getFirst();
            if (read.entry(fact).read() instanceof JournalEntry.Reading.Known(Event event)) {
                event.movements().forEach(movement -> add(to, movement));
                to.take(event);
            }
        }
    }

    private static void add(SyncTables to, StockMovement movement) {
        to.addStock(movement.sku(), movement.changeAt(Location.STORE));
    }
}
