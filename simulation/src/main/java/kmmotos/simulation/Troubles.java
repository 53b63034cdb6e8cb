package kmmotos.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.network.FaultyLine.Weather;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.time.Agenda;

/// Lets happen what goes wrong, and counts what it met.
final class Troubles {

    private static final Duration CROWDED = Duration.ofMinutes(5);
    private static final int KEPT_IMAGES = 3;

    /// What is wrong with one till at present.
    private static final class Plight {
        final Map<Fault, Instant> until = new EnumMap<>(Fault.class);
        final Deque<Fault> onMessages = new ArrayDeque<>();
        final Deque<Fault> onQuestions = new ArrayDeque<>();
        final List<SimulatedTill.Image> images = new ArrayList<>();
        int versionsBehind;
    }

    private final long seed;
    private final Agenda agenda;
    private final SimulatedServer server;
    private final Trace trace;
    private final Coverage coverage = new Coverage();
    private final Map<SimulatedTill, Plight> plights = new HashMap<>();
    private final List<SimulatedTill> clones = new ArrayList<>();
    private boolean isHealed;

    Troubles(long seed, Agenda agenda, SimulatedServer server, Trace trace) {
        this.seed = seed;
        this.agenda = agenda;
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

    /// From now on everything goes well.
    void heal() {
        isHealed = true;
        plights.clear();
    }

    private Plight of(SimulatedTill till) {
        return plights.computeIfAbsent(till, _ -> new Plight());
    }

    Weather weather(SimulatedTill till) {
        return message -> isHealed ? Optional.empty() : next(till, message);
    }

    private Optional<Fault> next(SimulatedTill till, String message) {
        Plight plight = of(till);
        for (Fault lasting : List.of(Fault.CUT, Fault.ONE_WAY)) {
            if (lasts(plight, lasting)) {
                coverage.count(lasting, till.state(), till.newest());
                return Optional.of(lasting);
            }
        }
        if (!message.equals("upload")) {
            for (Fault old : List.of(Fault.STALE_PROGRAM, Fault.OLD_VERSION)) {
                if (lasts(plight, old) && (old == Fault.STALE_PROGRAM || isTooOld(plight))) {
                    coverage.count(old, till.state(), till.newest());
                    return Optional.of(old);
                }
            }
        }
        Optional<Fault> fault = Optional.ofNullable(plight.onMessages.poll());
        fault.ifPresent(met -> count(met, till));
        return fault;
    }

    /// How bad it is between a till and the others of its shop.
    Weather shopWeather(SimulatedTill till) {
        return _ -> isHealed ? Optional.empty() : nextInShop(till);
    }

    private Optional<Fault> nextInShop(SimulatedTill till) {
        Plight plight = of(till);
        Optional<Fault> fault =
                lasts(plight, Fault.SHOP_CUT)
                        ? Optional.of(Fault.SHOP_CUT)
                        : Optional.ofNullable(plight.onQuestions.poll());
        fault.ifPresent(met -> coverage.count(met, till.state(), till.newest()));
        return fault;
    }

    private boolean lasts(Plight plight, Fault fault) {
        return plight.until.getOrDefault(fault, Instant.EPOCH).isAfter(agenda.now());
    }

    /// Three versions are borne with.
    private static boolean isTooOld(Plight plight) {
        int newer = ProtocolVersion.CURRENT.number() + plight.versionsBehind;
        return !ProtocolVersion.CURRENT.isServedBy(new ProtocolVersion(newer));
    }

    private void count(Fault fault, SimulatedTill till) {
        coverage.count(fault, till.state(), till.newest());
        trace.happened(agenda.now(), fault + " at " + till.till().storeId() + till.till().number());
    }

    /// Its moment has come.
    ///
    /// @param tills all of them, clones last
    void happen(Trouble trouble, List<SimulatedTill> tills) {
        if (isHealed) {
            return;
        }
        RandomGenerator random = Simulation.stream(seed, 10_000 + trouble.number());
        if (trouble.fault().place() == Fault.Place.SERVER) {
            befallServer(trouble.fault(), tills, random);
        } else if (trouble.victim() < tills.size()) {
            befall(tills.get(trouble.victim()), trouble.fault(), random);
        }
    }

    private void befall(SimulatedTill till, Fault fault, RandomGenerator random) {
        if (fault.isOfAMessage()) {
            of(till).onMessages.add(fault);
        } else if (fault.isOfAQuestion()) {
            of(till).onQuestions.add(fault);
        } else if (till.engine().isPresent()) {
            count(fault, till);
            befallRunning(till, fault, random);
        }
    }

    private void befallRunning(SimulatedTill till, Fault fault, RandomGenerator random) {
        switch (fault) {
            case CUT, ONE_WAY, SHOP_CUT -> last(till, fault, cutFor(random));
            case TILL_KILLED -> crash(till, false, random);
            case POWER_CUT -> crash(till, true, random);
            case DISK_FULL -> ail(till, MemoryDisk.Health.FULL, random);
            case DISK_READ_ONLY -> ail(till, MemoryDisk.Health.READ_ONLY, random);
            case FSYNC_FAILS -> ail(till, MemoryDisk.Health.CANNOT_FORCE, random);
            case JOURNAL_BIT_FLIP -> {
                Optional<java.nio.file.Path> _ = till.disk().flipBit(".seg", random);
            }
            case DATABASE_LOST -> till.loseDatabase();
            case DATABASE_DAMAGED -> till.damageDatabase();
            case DATABASE_BIT_FLIP -> till.flipDatabaseBit();
            case CLOCK_JUMPS ->
                    till.clock().jump(Duration.ofHours(random.nextInt(-30_000, 30_000)));
            case CLOCK_DRIFTS -> till.clock().drift(random.nextDouble(-0.001, 0.001));
            case SUMMER_TIME -> till.clock().jump(Duration.ofHours(random.nextBoolean() ? 1 : -1));
            case TILL_SET_BACK -> setBack(till, false, random);
            case DISK_SET_BACK -> setBack(till, true, random);
            case TILL_CLONED -> clone(till);
            case POISON -> till.poison();
            case STALE_PROGRAM -> last(till, fault, Duration.ofHours(1 + random.nextInt(72)));
            case OLD_VERSION -> {
                of(till).versionsBehind = 1 + random.nextInt(5);
                last(till, fault, Duration.ofHours(1 + random.nextInt(72)));
            }
            default -> throw new IllegalArgumentException(fault + " is no fault of a till");
        }
    }

    private void last(SimulatedTill till, Fault fault, Duration how) {
        of(till).until.put(fault, agenda.now().plus(how));
    }

    private static Duration cutFor(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? Duration.ofHours(24 + random.nextInt(96))
                : Duration.ofMinutes(5 + random.nextInt(600));
    }

    private static void crash(SimulatedTill till, boolean losesPower, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            till.crashNow(losesPower);
        } else {
            till.crashSoon(losesPower, 1 + random.nextInt(60));
        }
    }

    private void ail(SimulatedTill till, MemoryDisk.Health health, RandomGenerator random) {
        till.disk().become(health);
        agenda.in(
                Duration.ofMinutes(1 + random.nextInt(300)),
                () -> till.disk().become(MemoryDisk.Health.WELL));
    }

    /// A copy of a till's disk is made every now and then.
    void copyDisk(SimulatedTill till) {
        List<SimulatedTill.Image> kept = of(till).images;
        kept.add(till.image());
        if (kept.size() > KEPT_IMAGES) {
            kept.removeFirst();
        }
    }

    private void setBack(SimulatedTill till, boolean wholeDisk, RandomGenerator random) {
        List<SimulatedTill.Image> kept = of(till).images;
        if (!kept.isEmpty()) {
            till.setBack(kept.get(random.nextInt(kept.size())), wholeDisk);
        }
    }

    private void clone(SimulatedTill till) {
        if (clones.isEmpty()) {
            SimulatedTill clone =
                    till.clone(Simulation.stream(seed, 900), Simulation.stream(seed, 901));
            clones.add(clone);
            clone.start();
        }
    }

    private void befallServer(Fault fault, List<SimulatedTill> tills, RandomGenerator random) {
        if (server.points().isDown()) {
            return;
        }
        tills.forEach(till -> count(fault, till));
        switch (fault) {
            case HERD -> {
                Duration away = Duration.ofMinutes(10 + random.nextInt(300));
                server.goAway(agenda.now().plus(away), CROWDED);
                agenda.in(away, () -> tills.forEach(till -> till.comeBack(CROWDED)));
            }
            case SERVER_KILLED -> server.points().crashAfter(1 + random.nextInt(40));
            case SERVER_SET_BACK -> server.restore(random);
            default -> server.loseTail(1 + random.nextInt(20));
        }
    }
}
