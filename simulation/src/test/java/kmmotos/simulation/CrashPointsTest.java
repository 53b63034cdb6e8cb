package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import kmmotos.model.sync.EventType;
import org.junit.jupiter.api.Test;

/// Every point at which a till or the server can stop, one after the other.
class CrashPointsTest {

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
                        "send lease",
                        "receive lease",
                        "send leases",
                        "send gift card",
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
    void nothingIsLostWhereverOneOfThemStops() {
        assertThat(StopPoints.failures(StopPoints.once())).isEmpty();
    }

    @Test
    void nothingIsLostIfItStopsAgainWhileItRecovers() {
        assertThat(StopPoints.failures(StopPoints.twice())).isEmpty();
    }
}
