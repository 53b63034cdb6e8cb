package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.sync.EventType;
import kmmotos.simulation.TwoTills.Machine;
import kmmotos.simulation.TwoTills.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every point at which a till or the server can stop, one after the other.
class CrashPointsTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrashPointsTest.class);

    /// Primes, so that the second stop falls on all kinds of places while the first is made good.
    private static final List<Long> LATER = List.of(1L, 7L, 23L);

    @Test
    void theDayHoldsEveryKindOfFactAndEveryMessage() {
        TwoTills.Result day = TwoTills.run(Optional.empty());

        assertThat(day.violations()).isEmpty();
        // Facts are missing only after a backup older than what a till has freed, and a state
        // differs only through a fault of a program.
        assertThat(day.facts())
                .containsExactlyElementsOf(
                        EnumSet.complementOf(
                                EnumSet.of(EventType.FACTS_MISSING, EventType.STATE_DIFFERED)));
        assertThat(day.places())
                .contains(
                        "send upload",
                        "receive upload",
                        "send feed",
                        "send snapshot",
                        "send price list",
                        "receive price list",
                        "disk force",
                        "disk moved",
                        "disk written",
                        "tables before commit",
                        "tables after commit",
                        "server before commit",
                        "server after commit");
    }

    @Test
    @EnabledIfSystemProperty(named = "km.crash-points", matches = "all")
    void nothingIsLostWhereverOneOfThemStops() {
        List<Stop> stops = new ArrayList<>();
        points().forEach((machine, last) -> {
            for (long point = 1; point <= last; point++) {
                stops.add(new Stop(machine, false, List.of(point)));
                if (machine != Machine.SERVER) {
                    stops.add(new Stop(machine, true, List.of(point)));
                }
            }
        });

        assertThat(failures(stops)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "km.crash-points", matches = "all")
    void nothingIsLostIfItStopsAgainWhileItRecovers() {
        List<Stop> stops = new ArrayList<>();
        points().forEach((machine, last) -> {
            for (long point = 1; point <= last; point++) {
                long again = point + LATER.get((int) (point % LATER.size()));
                stops.add(new Stop(machine, machine != Machine.SERVER, List.of(point, again)));
            }
        });

        assertThat(failures(stops)).isEmpty();
    }

    private static Map<Machine, Long> points() {
        return TwoTills.run(Optional.empty()).points();
    }

    private static List<String> failures(List<Stop> stops) {
        LOG.info("{} runs, each stopped at another point of {}", stops.size(), points());
        return stops.parallelStream()
                .flatMap(stop ->
                        TwoTills.run(Optional.of(stop)).violations().stream()
                                .map(violation -> stop + ": " + violation))
                .toList();
    }
}
