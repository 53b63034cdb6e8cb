package kmmotos.desktop.sync;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.storage.DatabaseKey;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.UuidV7;

/// The till's truth and its projection, opened together: the journal, the database brought up to
/// it, and the recorder that writes both.
///
/// A database that can't be opened is put aside and built anew from the newest snapshot and the
/// journal.
public final class TillRecords implements AutoCloseable {
    private final Journal journal;
    private final TillDatabase database;
    private final Stores stores;
    private final Recorder recorder;
    private final List<String> findings;

    private TillRecords(
            Journal journal,
            TillDatabase database,
            Stores stores,
            Recorder recorder,
            List<String> findings) {
        this.journal = journal;
        this.database = database;
        this.stores = stores;
        this.recorder = recorder;
        this.findings = findings;
    }

    public static TillRecords open(
            TillFolder folder,
            JournalSettings settings,
            Till till,
            Clock clock,
            RandomGenerator random,
            SyncProgress progress) {
        UUID fresh = UuidV7.of(clock.instant(), random);
        Journal journal = Journal.open(settings, fresh, Recorder::renumbered);
        List<String> findings = new ArrayList<>(journal.findings());
        try {
            Stores stores = Stores.create();
            TillDatabase database = openOrRebuild(folder, findings);
            fill(folder, journal, database, stores, progress);
            Projection projection = new Projection(journal, database, stores);
            projection.project();
            Recorder recorder = new Recorder(journal, projection, till, clock, random);
            return new TillRecords(journal, database, stores, recorder, findings);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static TillDatabase openOrRebuild(TillFolder folder, List<String> findings) {
        String key = DatabaseKey.in(folder.databaseKey());
        try {
            return TillDatabase.open(folder.database(), key, Stores.rows());
        } catch (StorageFailed broken) {
            findings.add(
                    "the database could not be opened and was built anew from the journal; the"
                            + " broken file is kept as "
                            + TillDatabase.putAside(folder.database()));
            return TillDatabase.open(folder.database(), key, Stores.rows());
        }
    }

    /// An empty database gets the newest snapshot there is; the projection adds the journal.
    private static void fill(
            TillFolder folder,
            Journal journal,
            TillDatabase database,
            Stores stores,
            SyncProgress progress) {
        if (database.read(new SyncStore()::cursor).isEmpty() && Files.exists(folder.snapshot())) {
            new SnapshotStore(database, journal, stores).restore(folder, progress);
        }
    }

    /// Puts the database aside and builds it anew, as a command for when it is broken in a way that
    /// only shows later.
    public static void rebuild(
            TillFolder folder, JournalSettings settings, Clock clock, RandomGenerator random) {
        UUID fresh = UuidV7.of(clock.instant(), random);
        String key = DatabaseKey.in(folder.databaseKey());
        TillDatabase.putAside(folder.database());
        Stores stores = Stores.create();
        try (Journal journal = Journal.open(settings, fresh, Recorder::renumbered);
                TillDatabase database = TillDatabase.open(folder.database(), key, Stores.rows())) {
            fill(folder, journal, database, stores, SyncProgress.NONE);
            new Projection(journal, database, stores).project();
        }
    }

    public Journal journal() {
        return journal;
    }

    public TillDatabase database() {
        return database;
    }

    public Stores stores() {
        return stores;
    }

    public Recorder recorder() {
        return recorder;
    }

    /// What was noticed and put right while opening, in plain words.
    public List<String> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        try (journal) {
            database.close();
        }
    }
}
