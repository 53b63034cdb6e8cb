package kmmotos.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.model.stores.StoreId;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.network.FaultyLine;
import kmmotos.simulation.network.FaultyLine.Weather;
import kmmotos.simulation.network.ShopNetwork;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.Work;
import kmmotos.simulation.till.World;
import kmmotos.simulation.time.Agenda;
import kmmotos.simulation.time.VirtualClock;

/// One shop with one till or two, beside another shop that is only known by its name. What happens
/// is told step by step.
final class SmallChain {

    private static final Duration STEP = Duration.ofMinutes(25);
    private static final StoreId SHOP = new StoreId("S1");
    private static final StoreId OTHER_SHOP = new StoreId("S2");

    private final long seed;
    private final Function<SimulatedTill, Weather> weather;
    private final Agenda agenda = new Agenda();
    private final Receipts receipts = new Receipts();
    private final ShopNetwork network;
    private final SimulatedServer server;
    private final List<SimulatedTill> tills;

    /// @param weather how each till's line is, asked when the till starts
    /// @param shopWeather how bad its shop's network is for each till, asked when the till starts
    SmallChain(
            long seed,
            int tillsOfTheShop,
            Variant variant,
            Function<SimulatedTill, Weather> weather,
            Function<SimulatedTill, Weather> shopWeather) {
        this.seed = seed;
        this.weather = weather;
        Shops shops = Shops.of(1, tillsOfTheShop).with(Shops.opened(OTHER_SHOP));
        network = new ShopNetwork(shops);
        CrashPoints points = new CrashPoints();
        Clock clock = new VirtualClock(agenda);
        Stores stores = Stores.inMemory();
        server =
                new SimulatedServer(
                        stores.server(shops, points, clock, random(5), variant),
                        points,
                        clock,
                        random(2));
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
                        shopWeather);
        tills =
                shops.tills().stream()
                        .map(till ->
                                new SimulatedTill(
                                        till,
                                        world,
                                        random(10 + till.number()),
                                        random(30 + till.number())))
                        .toList();
    }

    private RandomGenerator random(int actor) {
        return Simulation.stream(seed, actor);
    }

    private World.Ways ways(SimulatedTill till, Variant variant) {
        FaultyLine line = line(till);
        return new World.Ways(variant.line().apply(line), line);
    }

    private FaultyLine line(SimulatedTill till) {
        return new FaultyLine(
                server,
                till.till(),
                till.points(),
                agenda,
                random(20 + till.till().number()),
                weather.apply(till),
                () -> {},
                author -> network.known(author).till());
    }

    Agenda agenda() {
        return agenda;
    }

    SimulatedServer server() {
        return server;
    }

    List<SimulatedTill> tills() {
        return tills;
    }

    /// A customer of the web orders what is there; whoever asks a server that stops sees an error.
    void order() {
        atTheServer(() ->
                server.state().balances.rows().keySet().stream()
                        .filter(key -> key.store().equals(SHOP))
                        .filter(key -> server.shop().canPromise(SHOP, key.sku(), Goods.ONE))
                        .findFirst()
                        .ifPresent(key -> {
                            var _ = server.shop().order(SHOP, Goods.priced(1, key.sku(), 1));
                        }));
    }

    /// Head office decides something.
    void decide() {
        atTheServer(server.office()::act);
    }

    void changePrices() {
        atTheServer(server.office()::changePrices);
    }

    private static void atTheServer(Runnable what) {
        try {
            what.run();
        } catch (Crash crash) {
            return;
        }
    }

    void work(SimulatedTill till, Work... steps) {
        for (Work what : steps) {
            step(() -> till.work(what));
        }
    }

    /// Something happens, and each till hears of it.
    void step(Runnable what) {
        what.run();
        tills.forEach(till -> till.comeBack(Duration.ZERO));
        agenda.runUntil(agenda.now().plus(STEP));
        if (server.points().isDown()) {
            server.points().comeUp();
        }
    }

    /// Everything heals.
    ///
    /// @param clones further tills that run from a copy of one of these
    /// @return what does not hold then
    List<String> heal(List<SimulatedTill> clones) {
        List<SimulatedTill> all =
                java.util.stream.Stream.concat(tills.stream(), clones.stream()).toList();
        Healing healing = new Healing(agenda, server, receipts);
        healing.heal(all);
        return healing.violations(all, !clones.isEmpty());
    }
}
