package kmmotos.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.stores.OpeningProgress.Step;
import kmmotos.model.sync.UuidV7;
import org.jspecify.annotations.Nullable;

/// The till's side of the sync: the journal, the tables brought up to it, the recorder that writes
/// both, and the steps that bring facts up and policy down.
///
/// It starts no thread (a second copy of the journal has its own), and knows no clock, chance,
/// disk, table or network but those it is given. So a simulation drives the very engine that is in
/// the shops.
public final class TillEngine implements AutoCloseable {
    private final EnginePorts ports;
    private final TillTables tables;
    private final Journal journal;
    private final ReadFacts read;
    private final Recorder recorder;
    private final List<String> findings;
    private volatile @Nullable UUID doubted;

    private TillEngine(
            EnginePorts ports, TillTables tables, Journal journal, List<String> findings) {
        this.ports = ports;
        this.tables = tables;
        this.journal = journal;
        this.findings = findings;
        this.read = new ReadFacts(journal);
        Projection projection = new Projection(read, tables);
        this.recorder =
                new Recorder(journal, projection, ports.till(), ports.clock(), ports.random());
    }

    /// Opens the journal and brings the tables up to it; empty tables get the newest snapshot
    /// first.
    ///
    /// @throws kmmotos.desktop.journal.JournalFailed if the journal can't be opened
    /// @throws StorageFailed if the tables fail
    public static TillEngine open(EnginePorts ports, TillTables tables, OpeningProgress progress) {
        progress.begins(Step.JOURNAL);
        Journal journal = Journal.open(ports.journal(), freshId(ports), Recorder::renumbered);
        try {
            TillEngine engine = new TillEngine(ports, tables, journal, new ArrayList<>());
            engine.leaveALostTail();
            engine.fill(progress);
            progress.begins(Step.FACTS);
            engine.recorder.project((done, of) -> progress.at(Step.FACTS, done, of));
            return engine;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static UUID freshId(EnginePorts ports) {
        return UuidV7.of(ports.clock().instant(), ports.random());
    }

    /// The tables follow the journal. Where they are ahead, the journal is an old copy of itself,
    /// and its next numbers were given out before.
    private void leaveALostTail() {
        boolean isBehind =
                tables.read(SyncTables::applied)
                        .filter(point -> point.incarnation().equals(journal.incarnation()))
                        .filter(point -> point.seq() > journal.endSeq())
                        .isPresent();
        if (isBehind) {
            findings.add(
                    "the journal was set back to an older state than the database; a new journal"
                            + " was begun");
            journal.beginIncarnation(freshId(ports), Recorder::renumbered);
        }
    }

    private void fill(OpeningProgress progress) {
        KeptSnapshot kept = new KeptSnapshot(ports.disk(), ports.folder());
        if (tables.read(SyncTables::cursor).isPresent() || !kept.isThere()) {
            return;
        }
        try {
            progress.begins(Step.CATALOGUE);
            snapshots().restore(kept, (done, of) -> progress.at(Step.CATALOGUE, done, of));
        } catch (StorageFailed broken) {
            findings.add(
                    "the kept snapshot can't be used, the server is asked for a new one: "
                            + broken.getMessage());
        }
    }

    SnapshotStore snapshots() {
        return new SnapshotStore(ports.disk(), tables, read);
    }

    /// The steps that keep the till and a server in step; call it once.
    public SyncSteps connect(ServerLink link) {
        SyncBoard board = new SyncBoard(link.address(), journal, ports.clock(), link.clock());
        Comparison comparison = new Comparison(this, link.server(), board);
        return new SyncSteps(
                new UploadStep(this, link, board),
                new DownloadStep(this, link, board, comparison, SyncProgress.NONE),
                comparison,
                board);
    }

    public Journal journal() {
        return journal;
    }

    ReadFacts read() {
        return read;
    }

    public Recorder recorder() {
        return recorder;
    }

    /// Another till keeps facts of this journal that it does not hold, or holds others: it was set
    /// back to an older state, or a copy of it runs. The upload then begins a new one, once while
    /// the program runs, whatever others say.
    public void doubt(UUID incarnation) {
        if (doubted == null) {
            doubted = incarnation;
        }
    }

    boolean isDoubted(UUID incarnation) {
        return incarnation.equals(doubted);
    }

    public TillTables tables() {
        return tables;
    }

    public EnginePorts ports() {
        return ports;
    }

    /// What was noticed and put right, in plain words.
    public List<String> findings() {
        List<String> all = new ArrayList<>(journal.findings());
        all.addAll(findings);
        return all;
    }

    @Override
    public void close() {
        journal.close();
    }
}
