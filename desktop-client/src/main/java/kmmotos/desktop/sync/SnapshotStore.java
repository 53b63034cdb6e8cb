package kmmotos.desktop.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;

/// Puts a snapshot from the server in place of all policy the till has, in one transaction. What
/// happened at this till stays; own facts that it lacks are added to its stock figures and orders.
final class SnapshotStore {
    private static final int BATCH_LINES = 1_000;

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

    private boolean load(Opening file, SyncProgress progress, boolean isOld) {
        return tables.inTransaction(to -> {
            try (BufferedReader lines = file.open()) {
                boolean isSure = load(to, lines, progress);
                if (isOld) {
                    to.needSnapshot();
                }
                return isSure;
            } catch (IOException e) {
                throw new StorageFailed("the snapshot can't be read: " + e, e);
            }
        });
    }

    private interface Opening {
        BufferedReader open() throws IOException;
    }

    private boolean load(SyncTables to, BufferedReader lines, SyncProgress progress)
            throws IOException {
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("it is empty");
        }
        SnapshotHeader header = Json.MAPPER.readValue(first, SnapshotHeader.class);
        long expected = header.counts().values().stream().mapToLong(Long::longValue).sum();
        to.clearPolicies();
        long count = 0;
        List<Policy> batch = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node.has("end")) {
                to.insert(batch);
                progress.at(count, expected);
                return finish(to, header, node.get("end").asLong(), count);
            }
            batch.add(Json.MAPPER.treeToValue(node, Policy.class));
            count++;
            if (batch.size() == BATCH_LINES) {
                to.insert(batch);
                batch.clear();
                progress.at(count, expected);
            }
        }
        throw new IOException("it ends early, after line " + count);
    }

    private boolean finish(SyncTables to, SnapshotHeader header, long end, long count)
            throws IOException {
        if (end != count) {
            throw new IOException("it should have %d lines, has %d".formatted(end, count));
        }
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
                event.orderStep().ifPresent(to::take);
            }
        }
    }

    private static void add(SyncTables to, StockMovement movement) {
        to.addStock(movement.sku(), movement.changeAt(Location.STORE));
    }
}
