package kmmotos.simulation.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import kmmotos.desktop.TillLeases;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalDamaged;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.neighbours.Answer;
import kmmotos.desktop.neighbours.Ask;
import kmmotos.desktop.neighbours.KnownTill;
import kmmotos.desktop.neighbours.NeighbourUnreachable;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.BatchSigner;
import kmmotos.desktop.sync.Batches;
import kmmotos.desktop.sync.EnginePorts;
import kmmotos.desktop.sync.Program;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.ServerClock;
import kmmotos.desktop.sync.ServerLink;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.desktop.sync.SyncSteps;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.desktop.sync.TillFolder;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.EventType;
import kmmotos.model.sync.UuidV7;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.network.ShopNetwork;
import kmmotos.simulation.time.VirtualClock;
import org.jspecify.annotations.Nullable;

/// One till: the real engine on a machine that may stop at any point and is started again.
public final class SimulatedTill implements ShopNetwork.Member {

    private static final TillFolder FOLDER =
            new TillFolder(Path.of("/till"), Path.of("/till.marker"));
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final BatchSigner UNSIGNED = _ -> "";
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(8);

    /// A till that has nothing to do asks each minute; simulated ones ask less often, for speed.
    private static final int MAX_IDLE_SECONDS = 14_400;

    private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofMinutes(40);

    /// A copy of a till's disk, with the database on it.
    public record Image(MemoryDisk disk, SimulatedTables.Copy tables) {}

    private final Till till;
    private final World world;
    private final RandomGenerator random;
    private final RandomGenerator customers;
    private final CrashPoints points = new CrashPoints();
    private final VirtualClock clock;
    private final SimulatedTables tables;
    private MemoryDisk disk;
    private @Nullable TillEngine engine;
    private @Nullable SyncSteps steps;
    private @Nullable Counter counter;
    private @Nullable ShopLife shop;
    private long boots;
    private final Round upload;
    private final Round download;
    private final Round leases;
    private Instant hurriedUntil = Instant.EPOCH;
    private boolean losesPowerNext;
    private boolean alwaysLosesPower;
    private boolean mayMissFacts;
    private boolean isDatabaseDamaged;
    private final ReadableFacts readable = new ReadableFacts();

    /// @param random for the machine
    /// @param customers for what happens at its counter
    public SimulatedTill(
            Till till, World world, RandomGenerator random, RandomGenerator customers) {
        this.till = till;
        this.world = world;
        this.random = random;
        this.customers = customers;
        this.clock = new VirtualClock(world.agenda());
        this.disk = new MemoryDisk(points);
        this.tables = world.database().apply(points);
        this.upload = round(this::restOfUpload);
        this.download = round(this::restOfDownload);
        this.leases = round(this::restOfDownload);
        world.shop().join(this);
    }

    /// Another machine that begins with a copy of this one's disk.
    public SimulatedTill clone(RandomGenerator otherRandom, RandomGenerator otherCustomers) {
        SimulatedTill clone = new SimulatedTill(till, world, otherRandom, otherCustomers);
        Image image = image();
        clone.disk = image.disk().image(clone.points);
        clone.tables.restore(image.tables());
        world.receipts().mayForget(till.deviceId());
        return clone;
    }

    public Image image() {
        return new Image(disk.image(new CrashPoints()), tables.copy());
    }

    /// Somebody switches it on.
    public void start() {
        points.comeUp();
        putDamagedDatabaseAside();
        disk.boot();
        tables.boot();
        boots++;
        try {
            open();
            if (mayMissFacts) {
                destroyWhatIsMissing();
            }
        } catch (Crash crash) {
            wentDown();
        } catch (JournalDamaged damaged) {
            repair();
        } catch (JournalFailed | StorageFailed broken) {
            stop();
            startLater(UNTIL_SOMEBODY_LOOKS);
        }
    }

    private void open() {
        TillEngine opened =
                TillEngine.open(
                        ports(),
                        world.tables().apply(new FragileTables(tables, () -> isDatabaseDamaged)),
                        OpeningProgress.NONE);
        Program program = new Program("sim", "boot-" + boots, () -> 0);
        ShopLife together = new ShopLife(opened, ShopLife.lines(world, this, random));
        World.Ways ways = world.ways().apply(this);
        ServerLink link =
                new ServerLink(
                        "simulated",
                        together.through(ways, () -> steps().orElseThrow().status()),
                        new ServerClock(clock),
                        UNSIGNED,
                        program);
        SyncSteps connected = opened.connect(link);
        TillLeases held = new TillLeases(opened, ways.line(), Customers::cardOf);
        engine = opened;
        steps = connected;
        counter =
                new Counter(
                        till,
                        opened,
                        tables,
                        world.book().apply(held, ways.line()),
                        clock,
                        customers,
                        world.receipts());
        opened.recorder().onRecorded(this::wake);
        together.start(() -> new Batches(opened, UNSIGNED, program), this::shopRound);
        shop = together;
        upload.begin(connected.upload(), Duration.ZERO);
        download.begin(connected.download(), Duration.ofSeconds(1));
        leases.begin(held, Duration.ofSeconds(2));
    }

    private Round shopRound() {
        return round(this::restOfDownload);
    }

    @Override
    public boolean isUp() {
        return shop != null;
    }

    @Override
    public Answer answer(KnownTill visitor, Ask ask) {
        ShopLife now = shop;
        if (now == null) {
            throw gone("it is down");
        }
        try {
            return now.answer(visitor, ask);
        } catch (Crash crash) {
            if (!crash.isOf(points)) {
                throw crash;
            }
            wentDown();
            throw gone("it went down");
        } catch (JournalFailed | StorageFailed | IllegalArgumentException broken) {
            throw gone(broken.toString());
        }
    }

    private static NeighbourUnreachable gone(String why) {
        return new NeighbourUnreachable(why, new IOException(why));
    }

    private EnginePorts ports() {
        return new EnginePorts(FOLDER, settings(), till, clock, random);
    }

    private JournalSettings settings() {
        return new JournalSettings(
                FOLDER.journal(),
                FOLDER.marker(),
                Optional.empty(),
                SEGMENT_BYTES,
                world.variant().apply(disk));
    }

    private Round round(UnaryOperator<Duration> rest) {
        return new Round(world.agenda(), () -> boots, this::run, rest);
    }

    private Duration restOfUpload(Duration wait) {
        return wait.compareTo(IDLE) < 0 || isHurried()
                ? wait
                : wait.plusSeconds(random.nextInt(MAX_IDLE_SECONDS));
    }

    private void wake() {
        Optional.ofNullable(shop).ifPresent(ShopLife::wake);
        upload.in(Duration.ZERO);
    }

    private boolean isHurried() {
        return world.agenda().now().isBefore(hurriedUntil);
    }

    /// It notices that the server is back, in the same second as all others, and waits no longer
    /// than a real till for some time.
    public void comeBack(Duration hurried) {
        hurriedUntil = world.agenda().now().plus(hurried);
        if (steps != null) {
            wake();
            download.in(Duration.ZERO);
            if (isHurried()) {
                leases.in(Duration.ZERO);
            }
        }
    }

    private Duration restOfDownload(Duration wait) {
        return wait.isZero() || isHurried()
                ? wait
                : wait.plusSeconds(random.nextInt(MAX_IDLE_SECONDS));
    }

    private void run(SyncStep step, Consumer<Duration> next) {
        long boot = boots;
        try {
            Duration wait = step.run();
            if (boot == boots) {
                next.accept(wait);
            }
        } catch (Crash crash) {
            wentDown();
        } catch (JournalFailed broken) {
            restart();
        } catch (StorageFailed | IllegalStateException | UncheckedIOException bug) {
            next.accept(AFTER_A_BUG);
        }
    }

    /// What people at the counter do next, if the till runs.
    public void work() {
        atTheCounter(Counter::work);
    }

    public void work(Work what) {
        atTheCounter(now -> now.work(what));
    }

    /// A fact is written that the server can't read or can't book.
    public void poison() {
        atTheCounter(Counter::poison);
    }

    /// Its program writes down something about itself.
    public void tell(Function<Journal, Event> what) {
        atTheCounter(now -> now.tell(what));
    }

    /// Its tables are in doubt.
    public void needSnapshot() {
        tables.write(SyncTables::needSnapshot);
    }

    private void atTheCounter(Consumer<Counter> what) {
        Counter now = counter;
        if (now == null) {
            return;
        }
        try {
            what.accept(now);
        } catch (Crash crash) {
            wentDown();
        } catch (JournalFailed | StorageFailed failed) {
            restart();
        }
    }

    /// The disk or a program alters a stock figure.
    public void damageDatabase() {
        atTheCounter(_ -> {
            tables.write(to -> to.addStock(Goods.any(random), Quantity.of(7)));
            mayDiffer();
        });
    }

    /// Head office may hear that this till showed something else than it should.
    public void mayDiffer() {
        world.receipts().databaseWasDamaged(till.deviceId());
    }

    /// People restart a till that refuses to sell.
    private void restart() {
        stop();
        startLater(UNTIL_SOMEBODY_LOOKS);
    }

    private void stop() {
        points.goDown();
        tables.end();
        engine = null;
        steps = null;
        counter = null;
        shop = null;
        boots++;
    }

    /// The program will end at one of its next steps.
    ///
    /// @param losesPower whether its machine ends with it
    public void crashSoon(boolean losesPower, int afterPoints) {
        losesPowerNext = losesPower;
        points.crashAfter(afterPoints);
    }

    /// Whenever it ends its machine ends with it.
    public void alwaysLosePower() {
        alwaysLosesPower = true;
    }

    /// It ends now, between two steps.
    public void crashNow(boolean losesPower) {
        losesPowerNext = losesPower;
        wentDown();
    }

    private void wentDown() {
        stop();
        if (losesPowerNext || alwaysLosesPower) {
            disk.losePower(random);
            tables.losePower(random);
            losesPowerNext = false;
        }
        startLater(Duration.ofSeconds(20 + random.nextInt(1_200)));
    }

    private void startLater(Duration wait) {
        long boot = boots;
        world.agenda()
                .in(
                        wait,
                        () -> {
                            if (boot == boots) {
                                start();
                            }
                        });
    }

    /// The journal can't be read as a whole: what is readable goes into a new one.
    private void repair() {
        world.receipts().mayForget(till.deviceId());
        try {
            List<Long> _ =
                    Journal.repair(
                            settings(), UuidV7.of(clock.instant(), random), Recorder::renumbered);
            stop();
            start();
            destroyWhatIsMissing();
        } catch (Crash crash) {
            wentDown();
        } catch (JournalFailed broken) {
            stop();
            startLater(UNTIL_SOMEBODY_LOOKS);
        }
    }

    /// The database file can't be opened; at the next start it is built anew.
    public void loseDatabase() {
        stop();
        tables.beginEmpty();
        startLater(Duration.ofSeconds(60));
    }

    /// The running program finds that its database file is not what it wrote.
    public void flipDatabaseBit() {
        isDatabaseDamaged = true;
    }

    private void putDamagedDatabaseAside() {
        if (isDatabaseDamaged) {
            tables.beginEmpty();
            isDatabaseDamaged = false;
        }
    }

    /// An old copy takes the place of the till's folder, or of the whole disk.
    public void setBack(Image image, boolean wholeDisk) {
        stop();
        world.receipts().mayForget(till.deviceId());
        disk.restore(wholeDisk ? Path.of("/") : FOLDER.root(), image.disk());
        tables.restore(image.tables());
        isDatabaseDamaged = false;
        start();
        destroyWhatIsMissing();
    }

    /// Receipts whose facts this disk held and holds no more; seen when the till runs again.
    private void destroyWhatIsMissing() {
        TillEngine now = engine;
        mayMissFacts = now == null;
        if (now == null) {
            return;
        }
        world.receipts().destroyAllBut(readable.ids(now.journal()), till.deviceId());
    }

    public boolean isSnapshotNeeded() {
        return tables.read(SyncTables::isSnapshotNeeded);
    }

    public Coverage.State state() {
        return engine().isPresent() && steps().isPresent()
                ? Coverage.State.of(engine().get().journal(), steps().get(), isSnapshotNeeded())
                : Coverage.State.WITHOUT_SNAPSHOT;
    }

    /// The kind of fact that was written last.
    public Optional<EventType> newest() {
        return engine().flatMap(now -> readable.type(now.journal()));
    }

    public Optional<TillEngine> engine() {
        return Optional.ofNullable(engine);
    }

    public Optional<SyncSteps> steps() {
        return Optional.ofNullable(steps);
    }

    @Override
    public Till till() {
        return till;
    }

    public TillState tables() {
        return tables.state();
    }

    public SimulatedTables database() {
        return tables;
    }

    public MemoryDisk disk() {
        return disk;
    }

    public VirtualClock clock() {
        return clock;
    }

    public CrashPoints points() {
        return points;
    }
}
