package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.JournalDamaged;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.sync.EnginePorts;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this till keeps for its neighbours, in `mirror/<device>/<incarnation>`. A batch is kept if
/// it was signed by the till whose journal it is and continues the chain that is here; it is forced
/// to disk before the neighbour hears that it is kept.
final class Mirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    /// What the server has confirmed is kept so long, should the server be set back.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int MAX_JOURNALS_OF_A_TILL = 8;
    private static final int MAX_SEGMENT_BYTES = 2 * 1024 * 1024;

    private final Path folder;
    private final Disk disk;
    private final int segmentBytes;
    private final Clock clock;
    private final LiveStock stock;
    private final BiPredicate<KnownTill, UploadBatch> isSigned;
    private final Map<DeviceId, Map<UUID, MirrorLog>> logs = new HashMap<>();
    private final Map<DeviceId, Instant> lastHeard = new ConcurrentHashMap<>();
    private final Map<DeviceId, UUID> written = new ConcurrentHashMap<>();

    /// @param isSigned whether a batch is from the till whose journal it is
    Mirror(EnginePorts ports, LiveStock stock, BiPredicate<KnownTill, UploadBatch> isSigned) {
        this.folder = ports.folder().root().resolve("mirror");
        this.disk = ports.disk();
        this.segmentBytes = Math.min(MAX_SEGMENT_BYTES, 4 * ports.journal().segmentBytes());
        this.clock = ports.clock();
        this.stock = stock;
        this.isSigned = isSigned;
    }

    /// Opens what was kept, and brings the stock figures up to it.
    synchronized void open() {
        try {
            for (Path device : disk.list(folder)) {
                for (Path journal : disk.list(device)) {
                    log(id(device), UUID.fromString(name(journal)));
                }
            }
        } catch (IOException e) {
            throw new JournalFailed("what is kept for neighbours can't be read: " + e, e);
        }
        all().forEach(this::catchUp);
    }

    private static DeviceId id(Path device) {
        return DeviceId.parse(name(device));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void catchUp(MirrorLog log) {
        long from = stock.heardTo(log.incarnation()) + 1;
        for (var kept = log.holding(from); kept.isPresent(); kept = log.holding(from)) {
            tell(log.device(), kept.get());
            from = MirrorLog.lastSeq(kept.get().batch()) + 1;
        }
    }

    synchronized Answer.Held held(DeviceId device, UUID incarnation, long confirmed) {
        heardOf(device, incarnation);
        MirrorLog log = log(device, incarnation);
        log.prune(confirmed, clock.instant().minus(KEPT));
        return new Answer.Held(log.seq(), log.hash());
    }

    private void heardOf(DeviceId device, UUID incarnation) {
        lastHeard.put(device, clock.instant());
        written.put(device, incarnation);
    }

    /// Keeps what continues the chain that is here; in any case answers how far it goes now.
    synchronized Answer.Held keep(KnownTill of, Ask.Keep kept) {
        DeviceId device = of.device();
        UploadBatch batch = kept.batch();
        refuseAForgedBatch(of, batch);
        heardOf(device, batch.incarnation());
        MirrorLog log = log(device, batch.incarnation());
        if (isBeyond(log, kept)) {
            remove(log);
            log = log(device, batch.incarnation());
        }
        if (!batch.events().isEmpty() && continues(log, batch) && !log.isFull()) {
            log.keep(kept, clock.instant());
            tell(device, kept);
            removeOlder(log, kept);
        }
        return new Answer.Held(log.seq(), log.hash());
    }

    private static boolean continues(MirrorLog log, UploadBatch batch) {
        return log.seq() < 0
                || (batch.fromSeq() == log.seq() + 1 && batch.prevHash().equals(log.hash()));
    }

    /// The till has freed what lies between; the server has it.
    private static boolean isBeyond(MirrorLog log, Ask.Keep kept) {
        return log.seq() >= 0
                && kept.batch().fromSeq() > log.seq() + 1
                && kept.confirmed() >= kept.batch().fromSeq() - 1;
    }

    private void refuseAForgedBatch(KnownTill of, UploadBatch batch) {
        if (!isSigned.test(of, batch)) {
            throw new IllegalArgumentException("a batch that its till did not sign");
        }
        long seq = batch.fromSeq();
        for (JournalEntry entry : batch.events()) {
            if (entry.seq() != seq++) {
                throw new IllegalArgumentException("a batch whose numbers do not run on");
            }
        }
    }

    private void tell(DeviceId device, Ask.Keep kept) {
        stock.heard(device, kept.batch().incarnation(), kept.retold(), kept.batch().events());
    }

    /// The server has all that the new journal took along from the old ones, of which nothing was
    /// heard for long.
    private void removeOlder(MirrorLog log, Ask.Keep kept) {
        if (kept.confirmed() >= kept.retold()) {
            Instant old = clock.instant().minus(KEPT);
            List.copyOf(logs.getOrDefault(log.device(), Map.of()).values()).stream()
                    .filter(other -> other.lastKept().isBefore(old))
                    .forEach(this::remove);
        }
    }

    private MirrorLog log(DeviceId device, UUID incarnation) {
        Map<UUID, MirrorLog> ofTill = logs.computeIfAbsent(device, _ -> new HashMap<>());
        MirrorLog known = ofTill.get(incarnation);
        if (known != null) {
            return known;
        }
        if (ofTill.size() >= MAX_JOURNALS_OF_A_TILL) {
            throw new IllegalArgumentException("too many journals of till " + device);
        }
        MirrorLog opened = open(device, incarnation);
        ofTill.put(incarnation, opened);
        return opened;
    }

    /// What is damaged is put aside, and the neighbour sends again what the server has not.
    private MirrorLog open(DeviceId device, UUID incarnation) {
        Path path = path(device, incarnation);
        try {
            return MirrorLog.open(disk, path, segmentBytes, device, incarnation);
        } catch (JournalDamaged damaged) {
            LOG.warn("what is kept of journal {} is damaged and put aside", incarnation, damaged);
            putAside(path);
            return MirrorLog.open(disk, path, segmentBytes, device, incarnation);
        }
    }

    private void putAside(Path log) {
        Path aside = folder.resolveSibling(folder.getFileName() + "-damaged").resolve(name(log));
        try {
            move(log, aside);
        } catch (IOException e) {
            throw new JournalFailed("a damaged copy can't be put aside: " + e, e);
        }
    }

    private Path path(DeviceId device, UUID incarnation) {
        return folder.resolve(device.toString()).resolve(incarnation.toString());
    }

    private void remove(MirrorLog log) {
        log.close();
        stock.forget(log.incarnation());
        logs.getOrDefault(log.device(), new HashMap<>()).remove(log.incarnation());
        try {
            delete(path(log.device(), log.incarnation()));
        } catch (IOException e) {
            LOG.warn("what was kept of {} can't be removed", log.incarnation(), e);
        }
    }

    private void delete(Path path) throws IOException {
        for (Path inside : disk.list(path)) {
            delete(inside);
        }
        disk.delete(path);
    }

    private void move(Path from, Path to) throws IOException {
        List<Path> inside = disk.list(from);
        if (inside.isEmpty()) {
            disk.move(from, to);
            return;
        }
        disk.createFolders(to);
        for (Path one : inside) {
            move(one, to.resolve(name(one)));
        }
        disk.syncFolder(to);
        disk.syncFolder(from);
    }

    synchronized List<MirrorLog> all() {
        List<MirrorLog> all = new ArrayList<>();
        logs.values().forEach(ofTill -> all.addAll(ofTill.values()));
        return all;
    }

    /// The facts that are kept whose text holds this, in the order of each journal.
    Stream<JournalEntry> holding(String text) {
        return all().stream()
                .flatMap(this::facts)
                .filter(fact -> fact.body().toString().contains(text));
    }

    private Stream<JournalEntry> facts(MirrorLog log) {
        return Stream.iterate(
                        holding(log, 0),
                        Optional::isPresent,
                        kept -> kept.flatMap(it -> holding(log, MirrorLog.lastSeq(it.batch()) + 1)))
                .flatMap(Optional::stream)
                .flatMap(kept -> kept.batch().events().stream());
    }

    synchronized Optional<Ask.Keep> last(MirrorLog log) {
        return log.last();
    }

    synchronized Optional<Ask.Keep> holding(MirrorLog log, long seq) {
        return log.holding(seq);
    }

    /// Whether the till writes another journal now, so that it will not send this one any more.
    boolean isLeft(MirrorLog log) {
        UUID now = written.get(log.device());
        return now != null && !now.equals(log.incarnation());
    }

    /// The server tells by itself what it has of this, or will never have it: it is not to be added
    /// to its figures any more.
    void forget(MirrorLog log) {
        stock.forget(log.incarnation());
    }

    /// How long this till has not been here; very long if it never was since this one was started.
    Duration silence(DeviceId device) {
        return Duration.between(lastHeard.getOrDefault(device, Instant.EPOCH), clock.instant());
    }

    @Override
    public synchronized void close() {
        all().forEach(MirrorLog::close);
        logs.clear();
    }
}
