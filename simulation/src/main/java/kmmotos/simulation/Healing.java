package kmmotos.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kmmotos.desktop.journal.Journal;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.server.ServerState.StreamKey;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.Poison;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.time.Agenda;

/// Everything goes well again; after a while what customers, tills and server hold must agree.
record Healing(Agenda agenda, SimulatedServer server, Receipts receipts) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MAX_HEALING = Duration.ofDays(3);

    /// Long enough for each till to compare itself with the server.
    private static final Duration A_NIGHT = Duration.ofHours(30);

    private static final Duration LAST_NEWS = Duration.ofHours(12);

    void heal(List<SimulatedTill> tills) {
        server.points().comeUp();
        server.beThere();
        for (SimulatedTill till : tills) {
            till.disk().become(MemoryDisk.Health.WELL);
            till.clock().beRight();
            till.crashNow(false);
        }
        untilAllAreInStep(tills);
        server.repair(Shops.opened(Poison.UNKNOWN_STORE));
        tellAll(tills, LAST_NEWS);
        tellAll(tills, receipts.damaged().isEmpty() ? LAST_NEWS : A_NIGHT);
    }

    /// Twice: what a neighbour keeps of a till that was set back is brought last.
    private void tellAll(List<SimulatedTill> tills, Duration time) {
        server.office().tellUses();
        server.office().tellShortages();
        pass(time);
        untilAllAreInStep(tills);
    }

    private void untilAllAreInStep(List<SimulatedTill> tills) {
        Instant end = agenda.now().plus(MAX_HEALING);
        while (agenda.now().isBefore(end) && !tills.stream().allMatch(this::isInStep)) {
            pass(HOUR);
        }
    }

    /// Somebody looks after the server, should it have stopped once more.
    private void pass(Duration time) {
        Instant end = agenda.now().plus(time);
        while (agenda.now().isBefore(end)) {
            agenda.runUntil(agenda.now().plus(HOUR));
            server.points().comeUp();
        }
    }

    /// The server says so: a till may not know yet that the server was set back.
    private boolean isInStep(SimulatedTill till) {
        return till.steps().filter(steps -> steps.status().backlog() == 0).isPresent()
                && till.engine().filter(engine -> isHeld(till, engine.journal())).isPresent()
                && !till.isSnapshotNeeded();
    }

    private boolean isHeld(SimulatedTill till, Journal journal) {
        StreamKey key = new StreamKey(till.till().deviceId(), journal.incarnation());
        long held =
                server.state()
                        .streams
                        .get(key)
                        .map(stream -> stream.position().haveSeq())
                        .orElse(0L);
        return held == journal.endSeq();
    }

    List<String> violations(List<SimulatedTill> tills, boolean areClonesAbout) {
        Facts facts = new Facts(server.state());
        List<String> violations =
                new Checks(server, facts, tills, receipts, areClonesAbout).violations();
        violations.addAll(new StockChecks(server.state(), facts, tills).violations());
        violations.addAll(new CashChecks(server.state(), facts, receipts).violations());
        violations.addAll(new LeaseChecks(server, facts, tills, receipts).violations());
        violations.addAll(new PolicyChecks(server.state(), tills, agenda.now()).violations());
        return violations;
    }
}
