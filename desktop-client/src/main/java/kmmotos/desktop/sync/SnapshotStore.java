package kmmotos.desktop.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;
import org.hibernate.StatelessSession;

/// Puts a snapshot from the server in place of all policy the till has, in one transaction. What
/// happened at this till stays; own facts that the snapshot's stock figures lack are added to them.
final class SnapshotStore {
    private static final int BATCH_LINES = 1_000;

    private final TillDatabase database;
    private final Journal journal;
    private final Stores stores;
    private final SyncStore sync = new SyncStore();

    SnapshotStore(TillDatabase database, Journal journal, Stores stores) {
        this.database = database;
        this.journal = journal;
        this.stores = stores;
    }

    /// Loads the kept snapshot and price lists into an empty database. If the till has sold since,
    /// its figures are old, so a new snapshot is asked for at the next contact.
    void restore(TillFolder folder, SyncProgress progress) {
        load(folder.snapshot(), progress);
        loadPriceLists(folder);
        if (journal.endSeq() > 0) {
            database.write(sync::needSnapshot);
        }
    }

    private void loadPriceLists(TillFolder folder) {
        PriceListFiles.read(folder)
                .forEach((id, list) ->
                        database.write(session -> stores.pricing().put(session, id, list)));
    }

    /// @param file gzipped NDJSON: the header, a policy per line, the end
    /// @throws StorageFailed if it is not whole: then nothing was changed
    void load(Path file, SyncProgress progress) {
        database.write(session -> {
            try (BufferedReader lines = reader(file)) {
                load(session, lines, progress);
            } catch (IOException e) {
                throw new StorageFailed("the snapshot can't be read: " + e, e);
            }
        });
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private void load(StatelessSession session, BufferedReader lines, SyncProgress progress)
            throws IOException {
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("it is empty");
        }
        SnapshotHeader header = Json.MAPPER.readValue(first, SnapshotHeader.class);
        long expected = header.counts().values().stream().mapToLong(Long::longValue).sum();
        clear(session);
        PolicyWriter writer = new PolicyWriter(stores);
        long count = 0;
        List<Policy> batch = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node.has("end")) {
                writer.insert(session, batch);
                finish(session, header, node.get("end").asLong(), count);
                return;
            }
            batch.add(Json.MAPPER.treeToValue(node, Policy.class));
            count++;
            if (batch.size() == BATCH_LINES) {
                writer.insert(session, batch);
                batch.clear();
                progress.at(count, expected);
            }
        }
        throw new IOException("it ends early, after line " + count);
    }

    private void clear(StatelessSession session) {
        stores.catalog().clear(session);
        stores.pricing().clear(session);
        stores.customers().clear(session);
        stores.staff().clear(session);
        stores.stock().replaceAll(session);
    }

    private void finish(StatelessSession session, SnapshotHeader header, long end, long count)
            throws IOException {
        if (end != count) {
            throw new IOException("it should have %d lines, has %d".formatted(end, count));
        }
        JournalPoint holds = holds(header);
        sync.stockHolds(session, holds);
        addOwnFactsAfter(session, holds);
        sync.cursor(session, header.cursor());
        sync.snapshotTaken(session);
    }

    private JournalPoint holds(SnapshotHeader header) {
        UUID mine = journal.incarnation();
        boolean knowsMine = header.incarnation().filter(mine::equals).isPresent();
        return new JournalPoint(mine, knowsMine ? header.haveSeq() : 0);
    }

    /// Facts beyond what is applied are left to the projection.
    private void addOwnFactsAfter(StatelessSession session, JournalPoint holds) {
        long applied =
                sync.applied(session)
                        .filter(point -> point.incarnation().equals(journal.incarnation()))
                        .map(JournalPoint::seq)
                        .orElse(0L);
        for (long seq = Math.max(holds.seq() + 1, journal.firstSeq()); seq <= applied; seq++) {
            JournalRecord fact = journal.read(seq, 1, 1).getFirst();
            if (Projection.entry(fact).read() instanceof JournalEntry.Reading.Known(Event event)) {
                event.movements().forEach(movement -> add(session, movement));
            }
        }
    }

    private void add(StatelessSession session, StockMovement movement) {
        stores.stock().add(session, movement.sku(), movement.changeAt(Location.STORE));
    }
}
