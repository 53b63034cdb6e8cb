package kmmotos.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.EventType;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.Crash;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.network.FaultyLine;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.Counter.Work;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.time.Agenda;
import kmmotos.simulation.time.VirtualClock;

/// A short day of one shop with two tills, always the same, in which every kind of fact and every
/// message occurs. So each point at which a machine can stop can be tried, one by one.
public final class TwoTills {

    /// What can stop.
    public enum Machine {
        FIRST_TILL,
        SECOND_TILL,
        SERVER
    }

    /// @param losesPower whether what was not forced to a till's disk is gone
    /// @param at the points at which it stops, counted from the first one it ever reaches
    public record Stop(Machine machine, boolean losesPower, List<Long> at) {

        public Stop {
            at = List.copyOf(at);
        }
    }

    /// @param points how many each machine reached
    /// @param places what these points are, such as `disk force`
    /// @param facts the kinds that reached the server
    public record Result(
            List<String> violations,
            Map<Machine, Long> points,
            Set<String> places,
            Set<EventType> facts) {}

    private static final long SEED = 20;
    private static final Duration STEP = Duration.ofMinutes(25);
    private static final StoreId SHOP = new StoreId("S1");
    private static final StoreId OTHER_SHOP = new StoreId("S2");

    private final Agenda agenda = new Agenda();
    private final Receipts receipts = new Receipts();
    private final SimulatedServer server;
    private final List<SimulatedTill> tills;

    private TwoTills() {
        Shops shops = Shops.of(1, 2).with(Shops.opened(OTHER_SHOP));
        CrashPoints points = new CrashPoints();
        Clock clock = new VirtualClock(agenda);
        Stores stores = Stores.inMemory();
        server =
                new SimulatedServer(
                        stores.server(shops, points, clock, random(5), Variant.REAL),
                        points,
                        clock,
                        random(2));
        SimulatedTill.World world =
                new SimulatedTill.World(
                        agenda,
                        receipts,
                        Variant.REAL.disk(),
                        stores::till,
                        Variant.REAL.tables(),
                        this::line);
        tills =
                shops.tills().stream()
                        .map(till -> new SimulatedTill(till, world, random(10 + till.number())))
                        .toList();
    }

    private static RandomGenerator random(int actor) {
        return Simulation.stream(SEED, actor);
    }

    private FaultyLine line(SimulatedTill till) {
        return new FaultyLine(
                server,
                till.till(),
                till.points(),
                agenda,
                random(20 + till.till().number()),
                _ -> Optional.empty(),
                () -> {});
    }

    public static Result run(Optional<Stop> stop) {
        TwoTills day = new TwoTills();
        stop.ifPresent(day::plan);
        try {
            day.live();
            Healing healing = new Healing(day.agenda, day.server, day.receipts);
            healing.heal(day.tills);
            return day.result(healing.violations(day.tills, false));
        } catch (RuntimeException failure) {
            return day.result(List.of("I5 a program failed: " + failure));
        }
    }

    private void plan(Stop stop) {
        points(stop.machine()).crashAt(stop.at());
        if (stop.losesPower()) {
            till(stop.machine()).alwaysLosePower();
        }
    }

    private SimulatedTill till(Machine machine) {
        return machine == Machine.FIRST_TILL ? tills.getFirst() : tills.getLast();
    }

    private CrashPoints points(Machine machine) {
        return machine == Machine.SERVER ? server.points() : till(machine).points();
    }

    private Result result(List<String> violations) {
        Map<Machine, Long> reached = new EnumMap<>(Machine.class);
        Set<String> places = new TreeSet<>();
        for (Machine machine : Machine.values()) {
            reached.put(machine, points(machine).count());
            places.addAll(points(machine).byPoint().keySet());
        }
        Set<String> types =
                server.state().events.values().stream()
                        .map(stored -> stored.entry().type())
                        .collect(Collectors.toSet());
        Set<EventType> facts =
                Stream.of(EventType.values())
                        .filter(type -> types.contains(type.wireName()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
        return new Result(violations, reached, places, facts);
    }

    private void live() {
        SimulatedTill first = tills.getFirst();
        SimulatedTill second = tills.getLast();
        tills.forEach(SimulatedTill::start);
        step(() -> atTheServer(server.office()::act));
        work(first, Work.OPEN_SHIFT, Work.RECEIVE, Work.SELL, Work.SELL_BY_CARD);
        work(second, Work.OPEN_SHIFT, Work.TAKE_BACK, Work.COUNT);
        step(() -> atTheServer(this::order));
        step(() -> atTheServer(server.office()::act));
        work(first, Work.PICK_ORDER, Work.SHELVE_ORDER, Work.HAND_OVER_ORDER, Work.SEND);
        SimulatedTill.Image image = second.image();
        work(second, Work.GIVE_UP_CARD, Work.VOID_LINE, Work.ADJUST);
        step(() -> second.setBack(image, false));
        step(() -> atTheServer(this::order));
        work(second, Work.REFUSE_ORDER, Work.TAKE_IN, Work.ASK_FOR_GOODS);
        step(() -> server.loseTail(3));
        work(first, Work.COUNT, Work.CLOSE_SHIFT);
    }

    private void atTheServer(Runnable what) {
        try {
            what.run();
        } catch (Crash crash) {
            // Whoever asked sees an error.
            return;
        }
    }

    private void order() {
        server.state().balances.rows().keySet().stream()
                .filter(key -> key.store().equals(SHOP))
                .filter(key -> server.shop().canPromise(SHOP, key.sku(), Goods.ONE))
                .findFirst()
                .ifPresent(key -> {
                    var _ = server.shop().order(SHOP, Goods.priced(1, key.sku(), 1));
                });
    }

    private void work(SimulatedTill till, Work... steps) {
        for (Work what : steps) {
            step(() -> till.work(what));
        }
    }

    /// Something happens, and both tills hear of it.
    private void step(Runnable what) {
        what.run();
        tills.forEach(till -> till.comeBack(Duration.ZERO));
        agenda.runUntil(agenda.now().plus(STEP));
        if (server.points().isDown()) {
            server.points().comeUp();
        }
    }
}
