package kmmotos.desktop;

import java.util.List;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.neighbours.Neighbours;
import kmmotos.desktop.pricing.PriceBook;
import kmmotos.desktop.sales.ParkedSales;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.Identity;
import kmmotos.desktop.sync.Program;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.Stores;
import kmmotos.desktop.sync.Sync;
import kmmotos.desktop.sync.SyncLoop;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.desktop.sync.TillRecords;
import kmmotos.desktop.training.LendingServer;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UuidV7;

/// A whole till without its window: folder, keys, journal, database and stores, wired in dependency
/// order. The folder must hold an enrolled till.
///
/// At the counter: [Recorder#record] first, then drawer and receipt, then [Recorder#project].
/// Stores read and write in a transaction of [#database].
public final class Till implements AutoCloseable {
    /// Told to the server, so that head office sees which tills are behind.
    public static final String APP_VERSION = "0.1.0";

    private final TillConfig config;
    private final FolderLock lock;
    private final Identity identity;
    private final TillRecords records;
    private final PriceBook priceBook;
    private final ParkedSales parked;
    private final Neighbours neighbours;
    private final Sync sync;
    private final TillLeases leases;
    private final SyncLoop renewal;
    private volatile ScanGrammar scans = ScanGrammar.INITIAL;
    private boolean isOnline;

    private Till(TillConfig config, FolderLock lock, Identity identity, TillRecords records) {
        this.config = config;
        this.lock = lock;
        this.identity = identity;
        this.records = records;
        this.priceBook =
                new PriceBook(
                        records.database(),
                        records.stores().pricing(),
                        records.stores().catalog(),
                        config.clock());
        this.parked = new ParkedSales(config.folder().root().resolve("parked"), Json.MAPPER);
        Program program = Program.started(APP_VERSION, config.random());
        this.neighbours =
                new Neighbours(
                        config.neighbours(),
                        records,
                        DeviceKey.read(config.folder()),
                        program,
                        new TillShelf(parked, new LeftShifts(records, identity.till().number())));
        this.sync =
                Sync.of(
                        identity,
                        records.engine(),
                        program,
                        client -> neighbours.through(client, client, this::syncStatus));
        if (config.training()) {
            sync.cut();
        }
        this.leases =
                new TillLeases(
                        records.engine(),
                        config.training()
                                ? new LendingServer(config.clock()::instant)
                                : sync.leases(),
                        DeviceKey.read(config.folder())::giftCard);
        this.renewal = new SyncLoop("leases", leases);
        sync.board().onNews(this::heard);
        records.recorder().onRecorded(this::recorded);
    }

    private SyncStatus syncStatus() {
        return sync.status();
    }

    private void heard(List<Policy> news) {
        priceBook.changed();
        if (news.isEmpty() || news.stream().anyMatch(Policy.TillChanged.class::isInstance)) {
            neighbours.refresh();
        }
    }

    private void recorded() {
        sync.wake();
        neighbours.wake();
    }

    /// What codes mean here, as somebody set it at this till.
    public ScanGrammar scans() {
        return scans;
    }

    public void readScansBy(ScanGrammar grammar) {
        scans = grammar;
    }

    /// From now on the till talks to its server and to the other tills of the shop; it sells
    /// without, too. Where people practise nobody is talked to.
    public synchronized void goOnline() {
        if (config.training()) {
            return;
        }
        sync.start();
        neighbours.start();
        if (!isOnline) {
            isOnline = true;
            renewal.start();
        }
    }

    /// @throws FolderInUse if another till works in the folder
    public static Till open(TillConfig config) {
        return open(config, OpeningProgress.NONE);
    }

    /// @param progress told what is done meanwhile: after a bad night it may take a while
    public static Till open(TillConfig config, OpeningProgress progress) {
        FolderLock lock = FolderLock.take(config.folder().root());
        boolean isOpen = false;
        try {
            Identity identity = Identity.read(config.folder());
            TillRecords records = TillRecords.open(config.engine(identity.till()), progress);
            Till till = wired(config, lock, identity, records);
            isOpen = true;
            return till;
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    private static Till wired(
            TillConfig config, FolderLock lock, Identity identity, TillRecords records) {
        boolean isWired = false;
        try {
            Till till = new Till(config, lock, identity, records);
            isWired = true;
            return till;
        } finally {
            if (!isWired) {
                records.close();
            }
        }
    }

    /// Builds the database anew from the newest snapshot and the journal; the old file is kept.
    public static void rebuildFromJournal(TillConfig config, OpeningProgress progress) {
        try (FolderLock _ = FolderLock.take(config.folder().root())) {
            Identity identity = Identity.read(config.folder());
            TillRecords.rebuild(config.engine(identity.till()), progress);
        }
    }

    /// Begins a new journal that keeps every readable fact of a damaged one.
    ///
    /// @return the numbers of the facts that were kept
    public static List<Long> repairJournal(TillConfig config) {
        try (FolderLock _ = FolderLock.take(config.folder().root())) {
            return Journal.repair(
                    config.journal(),
                    UuidV7.of(config.clock().instant(), config.random()),
                    Recorder::renumbered);
        }
    }

    public TillConfig config() {
        return config;
    }

    public Identity identity() {
        return identity;
    }

    /// This till's shop, as head office described it last.
    public Store store() {
        return database()
                .read(session -> stores().shops().find(session, identity.store().storeId()))
                .orElse(identity.store());
    }

    public TillRecords records() {
        return records;
    }

    public TillDatabase database() {
        return records.database();
    }

    public Stores stores() {
        return records.stores();
    }

    public Recorder recorder() {
        return records.recorder();
    }

    public Journal journal() {
        return records.journal();
    }

    public PriceBook priceBook() {
        return priceBook;
    }

    /// The sales that were put aside at this counter.
    public ParkedSales parked() {
        return parked;
    }

    /// The other tills of the shop, once [#goOnline] was called.
    public Neighbours neighbours() {
        return neighbours;
    }

    /// What the server set aside for this till, of cards, credit and coupons.
    public TillLeases leases() {
        return leases;
    }

    /// Talks to the server once [#goOnline] was called; selling never waits for it.
    public Sync sync() {
        return sync;
    }

    /// What was noticed and put right while opening, in plain words.
    public List<String> findings() {
        return records.findings();
    }

    @Override
    public void close() {
        try (lock;
                records;
                neighbours) {
            renewal.stop();
            sync.close();
            stopRenewal();
        }
    }

    private synchronized void stopRenewal() {
        if (isOnline) {
            renewal.close();
        }
    }
}
