package kmmotos.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.simulation.TwoTills.Machine;
import kmmotos.simulation.TwoTills.Stop;

/// Every point of [TwoTills] at which a machine can stop, one after the other: the tills once as if
/// killed and once without power, and each once more with a second stop while the first is made
/// good.
final class StopPoints {

    /// Primes, so that the second stop falls on all kinds of places.
    private static final List<Long> LATER = List.of(1L, 7L, 23L);

    private StopPoints() {}

    static List<Stop> once() {
        List<Stop> stops = new ArrayList<>();
        points().forEach((machine, last) -> {
            for (long point = 1; point <= last; point++) {
                stops.add(new Stop(machine, false, List.of(point)));
                if (machine != Machine.SERVER) {
                    stops.add(new Stop(machine, true, List.of(point)));
                }
            }
        });
        return stops;
    }

    static List<Stop> twice() {
        List<Stop> stops = new ArrayList<>();
        points().forEach((machine, last) -> {
            for (long point = 1; point <= last; point++) {
                long again = point + LATER.get((int) (point % LATER.size()));
                stops.add(new Stop(machine, machine != Machine.SERVER, List.of(point, again)));
            }
        });
        return stops;
    }

    private static Map<Machine, Long> points() {
        return TwoTills.run(Optional.empty()).points();
    }

    /// What did not hold after which stop.
    static List<String> failures(List<Stop> stops) {
        return stops.parallelStream()
                .flatMap(stop ->
                        TwoTills.run(Optional.of(stop)).violations().stream()
                                .map(violation -> stop + ": " + violation))
                .toList();
    }

    static List<String> failures() {
        List<String> failures = new ArrayList<>(failures(once()));
        failures.addAll(failures(twice()));
        return failures;
    }

    static String text() {
        return "points %s: %d runs with one stop, %d with two"
                .formatted(points(), once().size(), twice().size());
    }
}
