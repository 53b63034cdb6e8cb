package kmmotos.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.storage.DatabaseKey;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.stores.OpeningProgress.Step;

/// The till's truth and its projection, opened together: the journal, the database brought up to
/// it, and the recorder that writes both.
///
/// A database that can't be opened is put aside and built anew from the newest snapshot and the
/// journal.
public final class TillRecords implements AutoCloseable {
    private final TillEngine engine;
    private final TillDatabase database;
    private final Stores stores;
    private final List<String> findings;

    private TillRecords(
            TillEngine engine, TillDatabase database, Stores stores, List<String> findings) {
        this.engine = engine;
        this.database = database;
        this.stores = stores;
        this.findings = findings;
    }

    public static TillRecords open(EnginePorts ports, OpeningProgress progress) {
        progress.begins(Step.DATABASE);
        List<String> findings = new ArrayList<>();
        TillDatabase database = openOrRebuild(ports.folder(), findings);
        boolean isOpen = false;
        try {
            Stores stores = Stores.create();
            TillTables tables = new DatabaseTables(database, stores);
            TillEngine engine = TillEngine.open(ports, tables, progress);
            isOpen = true;
            return new TillRecords(engine, database, stores, findings);
        } finally {
            if (!isOpen) {
                database.close();
            }
        }
    }

    private static TillDatabase openOrRebuild(TillFolder folder, List<String> findings) {
        return TillDatabase.openOrPutAside(
                folder.database(),
                DatabaseKey.in(folder.databaseKey()),
                Stores.rows(),
                kept ->
                        findings.add(
                                "the database could not be opened and was built anew from the"
                                        + " journal; the broken file is kept as "
                                        + kept));
    }

    /// Puts the database aside and builds it anew, as a command for when it is broken in a way that
    /// only shows later.
    public static void rebuild(EnginePorts ports, OpeningProgress progress) {
        TillDatabase.putAside(ports.folder().database());
        open(ports, progress).close();
    }

    public TillEngine engine() {
        return engine;
    }

    public Journal journal() {
        return engine.journal();
    }

    public TillDatabase database() {
        return database;
    }

    public Stores stores() {
        return stores;
    }

    public Recorder recorder() {
        return engine.recorder();
    }

    /// What was noticed and put right while opening, in plain words.
    public List<String> findings() {
        List<String> all = new ArrayList<>(engine.findings());
        all.addAll(findings);
        return all;
    }

    @Override
    public void close() {
        try (engine) {
            database.close();
        }
    }
}
