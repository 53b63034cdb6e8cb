package kmmotos.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.time.Agenda;

/// A fault that a plan's seed has drawn, before anything happens. So each has its number, its
/// moment and its own chance whatever becomes of the others, and a run that fails can be made
/// smaller.
///
/// @param number from 0, in the order of their moments
/// @param victim which till, from 0; the one after the last is a clone
record Trouble(int number, Instant at, Fault fault, int victim) {

    private static final double MESSAGES_A_DAY = 7;
    private static final double QUESTIONS_A_DAY = 3;
    private static final double SERVER_A_DAY = 2;

    private static final List<Fault> OF_A_MESSAGE = these(Fault::isOfAMessage);
    private static final List<Fault> OF_A_TILL =
            these(fault ->
                    fault == Fault.CUT
                            || fault == Fault.ONE_WAY
                            || fault.place() == Fault.Place.TILL);
    private static final List<Fault> OF_A_SHOP = these(fault -> fault.place() == Fault.Place.SHOP);
    private static final List<Fault> OF_THE_SERVER =
            these(fault -> fault.place() == Fault.Place.SERVER);

    private static List<Fault> these(Predicate<Fault> condition) {
        return Arrays.stream(Fault.values()).filter(condition).toList();
    }

    /// Everything that may go wrong in a run. Of fewer days it is the beginning of the same.
    static List<Trouble> drawnBy(Plan plan) {
        List<Trouble> all = new ArrayList<>();
        int tills = plan.stores() * plan.tillsEach();
        for (int victim = 0; victim <= tills; victim++) {
            draw(plan, all, MESSAGES_A_DAY, OF_A_MESSAGE, victim, 20 + victim);
            draw(plan, all, plan.faultsPerDay(), OF_A_TILL, victim, 50 + victim);
            draw(plan, all, QUESTIONS_A_DAY, OF_A_SHOP, victim, 110 + victim);
        }
        draw(plan, all, SERVER_A_DAY, OF_THE_SERVER, 0, 80);
        all.sort(Comparator.comparing(Trouble::at));
        List<Trouble> numbered = new ArrayList<>();
        for (Trouble trouble : all) {
            numbered.add(
                    new Trouble(numbered.size(), trouble.at(), trouble.fault(), trouble.victim()));
        }
        return numbered;
    }

    private static void draw(
            Plan plan,
            List<Trouble> into,
            double perDay,
            List<Fault> faults,
            int victim,
            int actor) {
        RandomGenerator random = Simulation.stream(plan.seed(), actor);
        double between = Duration.ofDays(1).toMillis() / perDay;
        Instant end = Agenda.BEGIN.plus(Duration.ofDays(plan.days()));
        Instant at = Agenda.BEGIN;
        while (true) {
            at = at.plusMillis(1 + (long) (random.nextExponential() * between));
            if (at.isAfter(end)) {
                return;
            }
            into.add(new Trouble(0, at, faults.get(random.nextInt(faults.size())), victim));
        }
    }
}
