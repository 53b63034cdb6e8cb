package kmmotos.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.network.FaultyLine.Weather;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.time.Agenda;

/// Decides by the seed what goes wrong when, and counts what it met.
final class Troubles {

    private static final double LINE_FAULT_CHANCE = 0.06;
    private static final Duration CROWDED = Duration.ofMinutes(10);

    private static final List<Fault> OVER_TIME = List.of(Fault.CUT, Fault.ONE_WAY);
    private static final List<Fault> ON_A_MESSAGE =
            of(Fault.Place.LINE).stream().filter(fault -> !OVER_TIME.contains(fault)).toList();
    private static final List<Fault> ON_A_TILL =
            Stream.concat(of(Fault.Place.TILL).stream(), OVER_TIME.stream()).toList();
    private static final List<Fault> ON_THE_SERVER = of(Fault.Place.SERVER);

    private final Plan plan;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final SimulatedServer server;
    private final Trace trace;
    private final Coverage coverage = new Coverage();
    private final Map<SimulatedTill, Map<Fault, Instant>> cutUntil = new HashMap<>();
    private final Map<SimulatedTill, List<SimulatedTill.Image>> images = new HashMap<>();
    private final Map<SimulatedTill, Instant> staleUntil = new HashMap<>();
    private final List<SimulatedTill> clones = new ArrayList<>();
    private int drawn;
    private boolean isHealed;
    private boolean serverForgot;

    Troubles(
            Plan plan, Agenda agenda, RandomGenerator random, SimulatedServer server, Trace trace) {
        this.plan = plan;
        this.agenda = agenda;
        this.random = random;
        this.server = server;
        this.trace = trace;
    }

    Coverage coverage() {
        return coverage;
    }

    /// Tills that run from a copy of another one's disk.
    List<SimulatedTill> clones() {
        return clones;
    }

    /// Whether the server was ever set back.
    boolean serverForgot() {
        return serverForgot;
    }

    /// From now on everything goes well.
    void heal() {
        isHealed = true;
        cutUntil.clear();
    }

    Weather weather(SimulatedTill till) {
        return message -> {
            if (isHealed) {
                return Optional.empty();
            }
            Optional<Fault> cut = cut(till);
            if (cut.isPresent()) {
                till.newest().ifPresent(newest -> coverage.count(cut.get(), till.state(), newest));
                return cut;
            }
            if (isStale(till) && !message.equals("upload")) {
                count(Fault.STALE_PROGRAM, till);
                return Optional.of(Fault.STALE_PROGRAM);
            }
            Optional<Fault> fault = chance();
            fault.ifPresent(met -> count(met, till));
            return fault;
        };
    }

    private boolean isStale(SimulatedTill till) {
        return staleUntil.getOrDefault(till, Instant.EPOCH).isAfter(agenda.now());
    }

    private Optional<Fault> cut(SimulatedTill till) {
        return cutUntil.getOrDefault(till, Map.of()).entrySet().stream()
                .filter(cut -> cut.getValue().isAfter(agenda.now()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Fault> chance() {
        if (random.nextDouble() >= LINE_FAULT_CHANCE) {
            return Optional.empty();
        }
        return any(ON_A_MESSAGE);
    }

    private static List<Fault> of(Fault.Place place) {
        return Arrays.stream(Fault.values()).filter(fault -> fault.place() == place).toList();
    }

    /// Drawn from all, so that a plan with fewer faults has the rest at the same times.
    private Optional<Fault> any(List<Fault> faults) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        return plan.lets(fault, drawn++) ? Optional.of(fault) : Optional.empty();
    }

    /// How many faults were drawn so far.
    int drawn() {
        return drawn;
    }

    private void count(Fault fault, SimulatedTill till) {
        till.newest().ifPresent(newest -> coverage.count(fault, till.state(), newest));
        trace.happened(agenda.now(), fault + " at " + till.till().storeId() + till.till().number());
    }

    /// Something befalls a till.
    void befall(SimulatedTill till) {
        if (isHealed || till.engine().isEmpty()) {
            return;
        }
        any(ON_A_TILL)
                .ifPresent(fault -> {
                    count(fault, till);
                    befall(till, fault);
                });
    }

    private void befall(SimulatedTill till, Fault fault) {
        switch (fault) {
            case CUT, ONE_WAY ->
                    cutUntil.computeIfAbsent(till, _ -> new EnumMap<>(Fault.class))
                            .put(fault, agenda.now().plus(cutFor()));
            case TILL_KILLED -> crash(till, false);
            case POWER_CUT -> crash(till, true);
            case DISK_FULL -> ail(till, MemoryDisk.Health.FULL);
            case DISK_READ_ONLY -> ail(till, MemoryDisk.Health.READ_ONLY);
            case FSYNC_FAILS -> ail(till, MemoryDisk.Health.CANNOT_FORCE);
            case JOURNAL_BIT_FLIP -> {
                Optional<java.nio.file.Path> _ = till.disk().flipBit(".seg", random);
            }
            case DATABASE_LOST -> till.loseDatabase();
            case DATABASE_DAMAGED -> till.damageDatabase();
            case CLOCK_JUMPS ->
                    till.clock().jump(Duration.ofHours(random.nextInt(-30_000, 30_000)));
            case CLOCK_DRIFTS -> till.clock().drift(random.nextDouble(-0.001, 0.001));
            case TILL_SET_BACK -> setBack(till, false);
            case DISK_SET_BACK -> setBack(till, true);
            case TILL_CLONED -> clone(till);
            case POISON -> till.poison();
            case STALE_PROGRAM ->
                    staleUntil.put(
                            till, agenda.now().plus(Duration.ofHours(1 + random.nextInt(72))));
            default -> throw new IllegalArgumentException(fault + " is no fault of a till");
        }
    }

    private Duration cutFor() {
        return random.nextInt(4) == 0
                ? Duration.ofHours(24 + random.nextInt(96))
                : Duration.ofMinutes(5 + random.nextInt(600));
    }

    private void crash(SimulatedTill till, boolean losesPower) {
        if (random.nextInt(4) == 0) {
            till.crashNow(losesPower);
        } else {
            till.crashSoon(losesPower, 60);
        }
    }

    private void ail(SimulatedTill till, MemoryDisk.Health health) {
        till.disk().become(health);
        agenda.in(
                Duration.ofMinutes(1 + random.nextInt(300)),
                () -> till.disk().become(MemoryDisk.Health.WELL));
    }

    /// A copy of a till's disk is made every now and then.
    void copyDisk(SimulatedTill till) {
        List<SimulatedTill.Image> kept = images.computeIfAbsent(till, _ -> new ArrayList<>());
        kept.add(till.image());
        if (kept.size() > 3) {
            kept.removeFirst();
        }
    }

    private void setBack(SimulatedTill till, boolean wholeDisk) {
        List<SimulatedTill.Image> kept = images.getOrDefault(till, List.of());
        if (!kept.isEmpty()) {
            till.setBack(kept.get(random.nextInt(kept.size())), wholeDisk);
        }
    }

    private void clone(SimulatedTill till) {
        if (clones.isEmpty()) {
            SimulatedTill clone = till.clone(Simulation.stream(plan.seed(), 900));
            clones.add(clone);
            clone.start();
        }
    }

    /// Something befalls the server.
    void befallServer(List<SimulatedTill> tills) {
        if (isHealed || server.points().isDown()) {
            return;
        }
        any(ON_THE_SERVER)
                .ifPresent(fault -> {
                    tills.forEach(till -> count(fault, till));
                    befallServer(fault, tills);
                });
    }

    private void befallServer(Fault fault, List<SimulatedTill> tills) {
        switch (fault) {
            case HERD -> {
                Duration away = Duration.ofMinutes(10 + random.nextInt(300));
                server.goAway(agenda.now().plus(away), CROWDED);
                agenda.in(away, () -> tills.forEach(till -> till.comeBack(CROWDED)));
            }
            case SERVER_KILLED -> server.points().crashAfter(1 + random.nextInt(40));
            case SERVER_SET_BACK -> {
                serverForgot = true;
                server.restore(random);
            }
            default -> {
                serverForgot = true;
                server.loseTail(1 + random.nextInt(20));
            }
        }
    }
}
