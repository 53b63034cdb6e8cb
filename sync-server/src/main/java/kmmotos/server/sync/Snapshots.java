package kmmotos.server.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.SnapshotHeader;
import kmmotos.server.feed.FeedReader;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.StorageFailed;
import kmmotos.server.stores.StoreStore;
import org.hibernate.StatelessSession;

/// Makes the state a till begins with, together with the feed's position it stands for: both are
/// read in one REPEATABLE READ transaction, so nothing falls between them.
///
/// The transaction writes to a file, not to the network: a slow line must not keep it open.
public final class Snapshots {

    private final Database database;
    private final List<SnapshotPart> parts;
    private final JournalStore journals = new JournalStore();
    private final StoreStore stores = new StoreStore();

    public Snapshots(Database database, List<SnapshotPart> parts) {
        this.database = database;
        this.parts = List.copyOf(parts);
    }

    /// Writes a till's snapshot as packed NDJSON to a new temporary file.
    ///
    /// @param wanted only these scopes; empty for all
    Path make(Till till, Set<Scope> wanted) {
        Path file = newFile();
        try {
            database.inSnapshot(
                    new Caller.Device(till.deviceId(), till.storeId()),
                    session -> write(session, till, wanted, file));
            return file;
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageFailed(file + " can't be removed", e);
        }
    }

    private long write(StatelessSession session, Till till, Set<Scope> wanted, Path file) {
        Store store = stores.find(session, till.storeId()).orElseThrow();
        List<Scope> scopes =
                FeedRoutes.scopes(till, store.zone()).stream()
                        .filter(scope -> wanted.isEmpty() || wanted.contains(scope))
                        .toList();
        List<SnapshotPart> chosen =
                parts.stream().filter(part -> scopes.contains(part.scope(store))).toList();
        try (Lines lines = new Lines(file)) {
            lines.add(header(session, till, store, scopes, chosen));
            long before = lines.count;
            chosen.forEach(part -> part.write(session, store, lines::add));
            long written = lines.count - before;
            lines.add(Map.of("end", written));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnapshotHeader header(
            StatelessSession session,
            Till till,
            Store store,
            List<Scope> scopes,
            List<SnapshotPart> chosen) {
        SortedMap<String, Long> counts = new TreeMap<>();
        chosen.forEach(part -> counts.merge(part.type(), part.count(session, store), Long::sum));
        Optional<JournalStore.Stream> journal = journals.latest(session, till.deviceId());
        Optional<UUID> incarnation = journal.map(JournalStore.Stream::incarnation);
        return new SnapshotHeader(
                FeedReader.standing(session, scopes),
                incarnation,
                journal.map(JournalStore.Stream::haveSeq).orElse(0L),
                counts);
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("km-snapshot", ".ndjson.gz");
        } catch (IOException e) {
            throw new StorageFailed("no temporary file for a snapshot", e);
        }
    }

    /// JSON values, one a line, packed.
    private static final class Lines implements AutoCloseable {

        private final OutputStream out;
        private final JsonGenerator json;
        private long count;

        Lines(Path file) throws IOException {
            out =
                    new GZIPOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(file)), 65_536);
            json = Json.MAPPER.createGenerator(out);
            json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
        }

        void add(Object value) {
            try {
                Json.MAPPER.writeValue(json, value);
                json.writeRaw('\n');
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            json.close();
            out.close();
        }
    }
}
