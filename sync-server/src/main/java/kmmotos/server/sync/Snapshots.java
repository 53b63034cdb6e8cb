package kmmotos.server.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.SnapshotHeader;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.StateSum;
import kmmotos.server.feed.FeedReader;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.StorageFailed;

/// Makes the state a till begins with, together with the feed's position it stands for: both are
/// read in one REPEATABLE READ transaction, so nothing falls between them.
///
/// The transaction writes to a file, not to the network: a slow line must not keep it open.
public final class Snapshots {

    private final ServerStore store;
    private final SharedSums shared = new SharedSums();

    public Snapshots(ServerStore store) {
        this.store = store;
    }

    /// Writes a till's snapshot as packed NDJSON to a new temporary file.
    ///
    /// @param wanted only these scopes; empty for all
    /// @param journal the one the till writes now, if it says so
    Path make(Till till, Set<Scope> wanted, Optional<UUID> journal) {
        Path file = newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            write(till, wanted, journal, out);
            return file;
        } catch (IOException e) {
            delete(file);
            throw new StorageFailed("a snapshot can't be written", e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /// Writes a till's snapshot as packed NDJSON.
    ///
    /// @param wanted only these scopes; empty for all
    /// @param journal the one the till writes now, if it says so
    /// @return how many policies it holds
    public long write(Till till, Set<Scope> wanted, Optional<UUID> journal, OutputStream out) {
        return store.inSnapshot(caller(till), tables -> write(tables, till, wanted, journal, out));
    }

    /// A till's snapshot, summed up.
    ///
    /// @param journal the one the till writes now
    public StateDigest digest(Till till, UUID journal) {
        return store.inSnapshot(caller(till), tables -> digest(tables, till, journal));
    }

    private StateDigest digest(SyncTables tables, Till till, UUID journal) {
        Store of = tables.store(till.storeId()).orElseThrow();
        StateSum sum = new StateSum(till.storeId());
        List<String> priceLists = new ArrayList<>();
        List<SnapshotContents> contents = tables.snapshot(of);
        shared.addTo(sum, tables, till.storeId(), contents);
        for (SnapshotContents part : contents) {
            if (!SharedSums.isShared(part)) {
                part.write(policy -> {
                    sum.add(policy);
                    if (policy instanceof Policy.PriceListPublished published) {
                        priceLists.add(published.priceListId());
                    }
                });
            }
        }
        Optional<JournalStream> known = known(tables, till, Optional.of(journal));
        return new StateDigest(
                FeedReader.standing(tables, Downloads.scopes(till, of.zone())),
                known.map(JournalStream::incarnation),
                known.map(JournalStream::haveSeq).orElse(0L),
                sum.sums(),
                Optional.of(sum.orders()),
                priceLists);
    }

    private static Caller caller(Till till) {
        return new Caller.Device(till.deviceId(), till.storeId());
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageFailed(file + " can't be removed", e);
        }
    }

    private static long write(
            SyncTables tables,
            Till till,
            Set<Scope> wanted,
            Optional<UUID> journal,
            OutputStream out) {
        Store of = tables.store(till.storeId()).orElseThrow();
        List<Scope> scopes =
                Downloads.scopes(till, of.zone()).stream()
                        .filter(scope -> wanted.isEmpty() || wanted.contains(scope))
                        .toList();
        List<SnapshotContents> chosen =
                tables.snapshot(of).stream().filter(part -> scopes.contains(part.scope())).toList();
        try (Lines lines = new Lines(out)) {
            lines.add(header(tables, known(tables, till, journal), scopes, chosen));
            long before = lines.count;
            chosen.forEach(part -> part.write(lines::add));
            long written = lines.count - before;
            lines.add(Map.of("end", written));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SnapshotHeader header(
            SyncTables tables,
            Optional<JournalStream> journal,
            List<Scope> scopes,
            List<SnapshotContents> chosen) {
        SortedMap<String, Long> counts = new TreeMap<>();
        chosen.forEach(part -> counts.merge(part.type(), part.count(), Long::sum));
        return new SnapshotHeader(
                FeedReader.standing(tables, scopes),
                journal.map(JournalStream::incarnation),
                journal.map(JournalStream::haveSeq).orElse(0L),
                counts);
    }

    /// How far the figures hold the till's journal: of two tills cloned from one image each asks
    /// for its own.
    private static Optional<JournalStream> known(
            SyncTables tables, Till till, Optional<UUID> journal) {
        return journal.map(incarnation -> tables.stream(till.deviceId(), incarnation))
                .filter(stream -> stream.haveSeq() > 0)
                .or(() -> tables.latest(till.deviceId()));
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

        Lines(OutputStream file) throws IOException {
            out = new GZIPOutputStream(new BufferedOutputStream(file), 65_536);
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
