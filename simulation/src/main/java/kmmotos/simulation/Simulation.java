package kmmotos.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.chain.WebCustomers;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.network.FaultyLine;
import kmmotos.simulation.network.ShopNetwork;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.stores.Picture;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.World;
import kmmotos.simulation.time.Agenda;
import kmmotos.simulation.time.VirtualClock;

/// One run: the chain works for some days while everything goes wrong; then everything heals, and
/// what the customers hold, what the tills hold and what the server holds must agree.
public final class Simulation {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BETWEEN_PICTURES = Duration.ofHours(6);
    private static final Duration SERVER_IS_DOWN = Duration.ofMinutes(20);

    private final Plan plan;
    private final Agenda agenda = new Agenda();
    private final Receipts receipts = new Receipts();
    private final RandomGenerator random;
    private final ShopNetwork network;
    private final SimulatedServer server;
    private final List<SimulatedTill> tills = new ArrayList<>();
    private final Map<SimulatedTill, RandomGenerator> lines = new HashMap<>();
    private final List<Trouble> drawn;
    private final Troubles troubles;
    private final Trace trace;
    private final WebCustomers customers;
    private final Stores stores;
    private Optional<Consumer<Picture>> watcher = Optional.empty();
    private boolean isOver;

    private Simulation(Plan plan, Variant variant, Stores stores, Consumer<String> reader) {
        this.stores = stores;
        this.plan = plan;
        this.drawn = Trouble.drawnBy(plan);
        this.random = stream(plan.seed(), 1);
        this.trace = new Trace(reader);
        Shops shops = Shops.of(plan.stores(), plan.tillsEach());
        this.network = new ShopNetwork(shops);
        CrashPoints points = new CrashPoints();
        Clock clock = new VirtualClock(agenda);
        this.server =
                new SimulatedServer(
                        stores.server(shops, points, clock, stream(plan.seed(), 5), variant),
                        points,
                        clock,
                        stream(plan.seed(), 2));
        this.troubles = new Troubles(plan.seed(), agenda, server, trace);
        this.customers =
                new WebCustomers(server.shop(), shops, stream(plan.seed(), 4), variant.races());
        World world =
                new World(
                        agenda,
                        receipts,
                        variant.disk(),
                        stores::till,
                        variant.tables(),
                        variant.book(),
                        till -> ways(till, variant),
                        network,
                        troubles::shopWeather);
        for (int i = 0; i < shops.tills().size(); i++) {
            tills.add(
                    new SimulatedTill(
                            shops.tills().get(i),
                            world,
                            stream(plan.seed(), 100 + i),
                            stream(plan.seed(), 300 + i)));
        }
    }

    /// Runs a plan with the engines as they are.
    public static Outcome run(Plan plan) {
        return run(plan, Variant.REAL, _ -> {});
    }

    /// @param variant the engines' ports as they are, or broken on purpose
    /// @param reader is told each happening
    public static Outcome run(Plan plan, Variant variant, Consumer<String> reader) {
        return run(plan, variant, Stores.inMemory(), reader);
    }

    /// @param stores what server and tills keep their tables in
    public static Outcome run(Plan plan, Variant variant, Stores stores, Consumer<String> reader) {
        return new Simulation(plan, variant, stores, reader).run();
    }

    /// @param watcher is shown everything that server and tills hold, every few hours and at the
    ///   end
    public static Outcome run(
            Plan plan,
            Variant variant,
            Stores stores,
            Consumer<String> reader,
            Consumer<Picture> watcher) {
        Simulation simulation = new Simulation(plan, variant, stores, reader);
        simulation.watch(watcher);
        return simulation.run();
    }

    /// A stream of random numbers of its own, so that one actor's draws don't move another's.
    static RandomGenerator stream(long seed, int actor) {
        return RANDOM.create(seed * 1_000_003L + actor);
    }

    private World.Ways ways(SimulatedTill till, Variant variant) {
        FaultyLine line = line(till);
        return new World.Ways(variant.line().apply(line), line);
    }

    private FaultyLine line(SimulatedTill till) {
        int number = everyTill().indexOf(till);
        RandomGenerator chance =
                lines.computeIfAbsent(till, _ -> stream(plan.seed(), 500 + number));
        return new FaultyLine(
                server,
                till.till(),
                till.points(),
                agenda,
                chance,
                troubles.weather(till),
                () -> meanwhile(till, chance),
                author -> network.known(author).till());
    }

    /// While an answer is on its way, a customer may come.
    private void meanwhile(SimulatedTill till, RandomGenerator chance) {
        if (!isOver && chance.nextInt(12) == 0) {
            till.work();
        }
    }

    private void watch(Consumer<Picture> watcher) {
        this.watcher = Optional.of(watcher);
        agenda.in(BETWEEN_PICTURES, this::takePictures);
    }

    private void takePictures() {
        takePicture();
        agenda.in(BETWEEN_PICTURES, this::takePictures);
    }

    private void takePicture() {
        watcher.ifPresent(
                looking -> looking.accept(Picture.of(agenda.now(), server.state(), everyTill())));
    }

    private Outcome run() {
        try {
            return lived();
        } finally {
            stores.endRun();
        }
    }

    private Outcome lived() {
        List<String> violations = violations();
        takePicture();
        violations.forEach(violation -> trace.happened(agenda.now(), violation));
        return new Outcome(
                plan,
                violations,
                trace.hash(),
                receipts.sales(),
                receipts.facts(),
                drawn.size(),
                troubles.coverage());
    }

    /// A program that fails in a way nobody foresaw is a violation too.
    private List<String> violations() {
        try {
            live();
            troubles.heal();
            Healing healing = new Healing(agenda, server, receipts);
            healing.heal(everyTill());
            return healing.violations(everyTill(), !troubles.clones().isEmpty());
        } catch (RuntimeException failure) {
            return List.of("I5 a program failed: " + failure);
        }
    }

    private void live() {
        tills.forEach(SimulatedTill::start);
        every(DAY.dividedBy(plan.workPerDay()), this::workSomewhere);
        every(Duration.ofHours(5), customers::act);
        every(Duration.ofHours(11), customers::giveUp);
        every(Duration.ofHours(8), server.office()::act);
        every(Duration.ofHours(10), server.office()::tellUses);
        every(Duration.ofHours(2), server.office()::tellShortages);
        every(Duration.ofHours(9), this::backUp);
        every(Duration.ofHours(13), () -> everyTill().forEach(troubles::copyDisk));
        drawn.stream()
                .filter(trouble -> plan.lets(trouble.fault(), trouble.number()))
                .forEach(trouble ->
                        agenda.in(
                                Duration.between(agenda.now(), trouble.at()),
                                () -> troubles.happen(trouble, everyTill())));
        every(SERVER_IS_DOWN, this::startServer);
        agenda.runUntil(Agenda.BEGIN.plus(Duration.ofDays(plan.days())));
        isOver = true;
    }

    private List<SimulatedTill> everyTill() {
        return Stream.concat(tills.stream(), troubles.clones().stream()).toList();
    }

    private void every(Duration about, Runnable what) {
        Duration wait = Duration.ofMillis(random.nextLong(about.toMillis() * 2) + 1);
        agenda.in(
                wait,
                () -> {
                    if (!isOver) {
                        what.run();
                        every(about, what);
                    }
                });
    }

    private void workSomewhere() {
        everyTill()
                .forEach(till -> {
                    long before = receipts.facts();
                    till.work();
                    if (receipts.facts() > before) {
                        trace.happened(
                                agenda.now(),
                                "work at " + till.till().storeId() + till.till().number());
                    }
                });
    }

    private void backUp() {
        server.backUp();
        agenda.in(Duration.ofHours(1 + random.nextInt(20)), server::verifyBackup);
    }

    private void startServer() {
        if (server.points().isDown()) {
            server.points().comeUp();
        }
    }
}
