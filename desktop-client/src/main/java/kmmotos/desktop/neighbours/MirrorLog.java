package kmmotos.desktop.neighbours;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.journal.Renumbering;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadBatch;

/// What is kept here of one journal of a neighbour: its signed batches as they came, packed, each
/// forced to disk in segments like those of the till's own journal. So they can be handed to the
/// server as they are.
final class MirrorLog implements AutoCloseable {
    static final int MAX_BATCHES = 100_000;

    private final DeviceId device;
    private final UUID incarnation;
    private final Journal log;
    private long seq = -1;
    private String hash = HashChain.START;

    private MirrorLog(DeviceId device, UUID incarnation, Journal log) {
        this.device = device;
        this.incarnation = incarnation;
        this.log = log;
    }

    /// @param segmentBytes how much room is taken from the disk at a time
    static MirrorLog open(
            Disk disk, Path folder, int segmentBytes, DeviceId device, UUID incarnation) {
        JournalSettings settings =
                new JournalSettings(
                        folder, folder.resolve("marker"), Optional.empty(), segmentBytes, disk);
        MirrorLog opened =
                new MirrorLog(
                        device,
                        incarnation,
                        Journal.open(settings, incarnation, Renumbering.none()));
        opened.last().ifPresent(opened::moveTo);
        return opened;
    }

    DeviceId device() {
        return device;
    }

    UUID incarnation() {
        return incarnation;
    }

    /// The last fact that is kept; -1 if there is none.
    long seq() {
        return seq;
    }

    /// The chain's hash after it.
    String hash() {
        return hash;
    }

    /// When something was kept last; never in the past if nothing was yet.
    Instant lastKept() {
        return log.endSeq() < log.firstSeq() ? Instant.MAX : record(log.endSeq()).at();
    }

    boolean isFull() {
        return log.endSeq() - log.firstSeq() >= MAX_BATCHES;
    }

    void keep(Ask.Keep kept, Instant now) {
        log.append(now, lastSeq(kept.batch()), pack(kept));
        moveTo(kept);
    }

    private void moveTo(Ask.Keep kept) {
        seq = lastSeq(kept.batch());
        hash = lastHash(kept.batch());
    }

    Optional<Ask.Keep> last() {
        return log.endSeq() < log.firstSeq() ? Optional.empty() : Optional.of(batch(log.endSeq()));
    }

    /// The batch that holds this fact, or else the first one after it.
    Optional<Ask.Keep> holding(long wanted) {
        long n = firstHolding(wanted);
        return n > log.endSeq() ? Optional.empty() : Optional.of(batch(n));
    }

    /// The number of the batch that holds this fact, or else of the first one after it; one more
    /// than the last if there is none.
    private long firstHolding(long wanted) {
        long low = log.firstSeq();
        long high = log.endSeq() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (record(middle).counter() >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Frees batches that the server has confirmed and that are old enough.
    void prune(long confirmed, Instant olderThan) {
        log.prune(firstHolding(confirmed + 1) - 1, olderThan);
    }

    static long lastSeq(UploadBatch batch) {
        return batch.fromSeq() + batch.events().size() - 1;
    }

    static String lastHash(UploadBatch batch) {
        String hash = batch.prevHash();
        for (JournalEntry entry : batch.events()) {
            hash = entry.hashAfter(hash);
        }
        return hash;
    }

    private JournalRecord record(long n) {
        return log.read(n, 1, 1).getFirst();
    }

    private Ask.Keep batch(long n) {
        return unpack(record(n).body());
    }

    private static byte[] pack(Ask.Keep kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Json.MAPPER.writeValueAsBytes(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static Ask.Keep unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return (Ask.Keep) Json.MAPPER.readValue(in, Ask.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept batch is no JSON", e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
